import type { Dilemma } from './conversation-schema.ts'
import { type Instrument, levelsOf, type Statement, statementsOf } from './instrument.ts'
import { normaliseReadableCode, readableCodeFrom } from './readable-code.ts'
import type { Ballot } from './vote.ts'

/** What a meeting is about: it was chosen when it began, and stays. */
export type MeetingAgenda = {
  /** There is a plan of an earlier round to look back on. */
  looksBack: boolean
  /** The case to warm up with, by its id. */
  dilemma: string | null
  /** The topics, by the ids of their statements. */
  statements: readonly string[]
}

/** What can be on the screen of a topic, one after the other. */
export const TOPIC_STEPS = ['look', 'stand', 'weigh', 'tips', 'agree'] as const
export type TopicStep = (typeof TOPIC_STEPS)[number]

/** One screen of a meeting. `name` is how it is kept, the same in every meeting: "stand:s05". */
export type MeetingStep = { name: string } & (
  | { kind: 'welcome' | 'back' | 'dilemma' | 'close'; statement: null }
  | { kind: TopicStep; statement: string }
)

/** The screens of a meeting, in order. */
export function stepsOf({ looksBack, dilemma, statements }: MeetingAgenda): MeetingStep[] {
  const single = (kind: 'welcome' | 'back' | 'dilemma' | 'close', name: string = kind): MeetingStep => ({
    name,
    kind,
    statement: null,
  })
  return [
    single('welcome'),
    ...(looksBack ? [single('back')] : []),
    ...(dilemma === null ? [] : [single('dilemma', `dilemma:${dilemma}`)]),
    ...statements.flatMap((statement) =>
      TOPIC_STEPS.map((kind): MeetingStep => ({ name: `${kind}:${statement}`, kind, statement })),
    ),
    single('close'),
  ]
}

/** A step by its name, with those beside it; null when the meeting does not have it. */
export function placeInMeeting(
  agenda: MeetingAgenda,
  name: string,
): { step: MeetingStep; previous: MeetingStep | null; next: MeetingStep | null } | null {
  const steps = stepsOf(agenda)
  const index = steps.findIndex((one) => one.name === name)
  const step = steps[index]
  return step ? { step, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null } : null
}

/** How soon a topic is to be taken up. */
export const WEIGHTS = ['now', 'this-year', 'later'] as const
export type Weight = (typeof WEIGHTS)[number]

/** Everything on a screen at once is read from ten metres: more tips than this do not fit. */
export const TIPS_ON_SCREEN = 5
const MOST_TIPS = 2

/** What can be voted on at a step; null where there is nothing to vote on. `actions` are those to look back on. */
export function ballotOf(
  step: MeetingStep,
  {
    instrument,
    dilemma,
    tips,
    actions,
  }: {
    instrument: Instrument
    dilemma: Dilemma | null
    /** The tips on the screen, by their ids. */
    tips: readonly string[]
    actions: readonly string[]
  },
): Ballot | null {
  switch (step.kind) {
    case 'back':
      return actions.length === 0 ? null : { options: actions, most: actions.length, isRanking: true }
    case 'dilemma':
      return dilemma && { options: dilemma.choices.map(({ id }) => id), most: 1 }
    case 'stand':
      return {
        options: instrument.answers.map(({ id }) => id),
        most: 1,
        together: aroundTheMiddle(instrument),
      }
    case 'weigh':
      return { options: WEIGHTS, most: 1 }
    case 'tips':
      return tips.length === 0
        ? null
        : { options: tips, most: Math.min(MOST_TIPS, tips.length), isRanking: true }
    default:
      return null
  }
}

/** The levels below the middle of the scale, the middle, and those above it; what is no level stands alone. */
function aroundTheMiddle(instrument: Instrument): string[][] {
  const levels = levelsOf(instrument)
  const middle = ((levels[0]?.level ?? 0) + (levels.at(-1)?.level ?? 0)) / 2
  const lots = [
    levels.filter(({ level }) => level < middle),
    levels.filter(({ level }) => level === middle),
    levels.filter(({ level }) => level > middle),
    ...instrument.answers.filter(({ level }) => level === null).map((answer) => [answer]),
  ]
  return lots.map((lot) => lot.map(({ id }) => id)).filter((lot) => lot.length > 0)
}

/**
 * The tips to choose from: those that fit where the group stands first, then those for the levels nearest to it;
 * without a level, in the order from starting to advanced. Always in the order of the instrument.
 */
export function tipsOnScreen(
  instrument: Instrument,
  statement: Statement,
  level: number | null,
): Statement['tips'] {
  const levels = new Map(instrument.answers.map((answer) => [answer.id, answer.level]))
  const distance = (fits: readonly string[]) =>
    Math.min(...fits.map((id) => (level === null ? 0 : Math.abs((levels.get(id) ?? 0) - level))))
  const nearest = [...statement.tips]
    .sort((one, other) => distance(one.fits) - distance(other.fits))
    .slice(0, TIPS_ON_SCREEN)
  return statement.tips.filter((tip) => nearest.includes(tip))
}

/** How long a moment of silence is, in seconds. */
export const SILENCE_SECONDS = 60
/** Whoever was not heard of for so many seconds is not waited for. Longer than two signs of life of a phone. */
export const PRESENT_SECONDS = 75
/** A meeting that nobody ends, ends by itself after so many hours: then its code opens nothing any more. */
export const MEETING_HOURS = 8
/** Phones in one meeting. More than a room holds are not people. */
export const MOST_GUESTS = 500
/** Longest note, in characters; and most notes of one meeting. */
export const NOTE_LENGTH = 1_000
export const MOST_NOTES = 200

/**
 * Whether a vote is told without anybody asking for it: everybody who is there has voted, and there are enough of
 * them. With fewer the leader decides, for somebody may still be on the way in.
 */
export function isVoteComplete(
  { present, waiting, voters }: { present: number; waiting: number; voters: number },
  k: number,
): boolean {
  return present > 0 && waiting === 0 && voters >= k
}

export type MeetingMoments = { endedAt: Date | null; startedAt: Date }

export function isOver({ endedAt, startedAt }: MeetingMoments, now: Date): boolean {
  return endedAt !== null || now.getTime() >= startedAt.getTime() + MEETING_HOURS * 60 * 60 * 1000
}

/** Random bytes that a code is made of; each gives five bits, 40 together. */
export const MEETING_CODE_BYTES = 8

/** The code by which a phone joins: two groups of four characters. Random bytes in, one code out. */
export function meetingCodeFrom(bytes: Uint8Array): string {
  return readableCodeFrom(bytes)
}

/** What a person typed, as the code it stands for, or null. */
export function normaliseMeetingCode(typed: string): string | null {
  return normaliseReadableCode(typed, MEETING_CODE_BYTES)
}

/** The statements of a meeting that the instrument still has, in order. */
export function topicsOf(instrument: Instrument, { statements }: MeetingAgenda): Statement[] {
  const known = new Map(statementsOf(instrument).map((one) => [one.id, one]))
  return statements.flatMap((id) => known.get(id) ?? [])
}
