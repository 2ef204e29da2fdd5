import type { Instrument } from './instrument.ts'
import { statementsOf } from './instrument.ts'
import type { Release } from './release.ts'
import type { Answers } from './scan.ts'
import { readSideBySide } from './side-by-side.ts'
import { readTeam, roleGaps } from './team-reading.ts'

/** Why something is worth talking about. */
export type TopicReason = 'mixed' | 'role-gap' | 'unknown' | 'low' | 'high'

/** Why which statements are, by their ids; each reason in the order that matters for it. */
export type TopicReasons = Record<TopicReason, string[]>

/** A part of a meeting, in minutes. */
export type AgendaItem = { kind: 'opening' | 'topic' | 'plan'; statement: string | null; minutes: number }

export const TOPICS = 3
/** Longest meeting that anybody asked for, and one that is of use, in minutes. */
export const TALK_MINUTES = [45, 60, 90] as const

/** What a group was told, read for what to talk about. */
export function reasonsOfRelease(instrument: Instrument, { figures, roles }: Release): TopicReasons {
  const reading = readTeam(instrument, figures)
  const idsOf = (list: { statement: { id: string } }[]) => list.map(({ statement }) => statement.id)
  return {
    mixed: idsOf(reading.differing),
    'role-gap': roleGaps(instrument, roles ?? []).map(({ id }) => id),
    unknown: idsOf(reading.unknown),
    low: idsOf(reading.roomToGrow),
    high: idsOf(reading.strongest),
  }
}

/** The same of answers that members of an open group share. */
export function reasonsOfShared(instrument: Instrument, people: readonly Answers[]): TopicReasons {
  const { differing, unknown, alike } = readSideBySide(instrument, people)
  const levelOf = ({ answers }: (typeof alike)[number]) => answers[0]?.level ?? 0
  const byLevel = [...alike].sort((one, other) => levelOf(one) - levelOf(other))
  const ids = (list: typeof alike) => list.map(({ statement }) => statement.id)
  return {
    mixed: ids(differing),
    'role-gap': [],
    unknown: ids(unknown),
    low: ids(byLevel.slice(0, TOPICS)),
    high: ids(byLevel.slice(-TOPICS).reverse()),
  }
}

/** Each reason that a statement has. */
export function reasonsFor(reasons: TopicReasons, statement: string): TopicReason[] {
  return ORDER.filter((reason) => reasons[reason].includes(statement))
}

const ORDER: TopicReason[] = ['role-gap', 'mixed', 'unknown', 'low', 'high']

/**
 * Three to talk about: one on which people differ, one that many do not know, and one to be proud of; where there is
 * none of a kind, what comes next. With nothing to choose from, the first of the instrument.
 */
export function proposeTopics(instrument: Instrument, reasons: TopicReasons): string[] {
  const inOrder = [
    [...reasons['role-gap'], ...reasons.mixed],
    [...reasons.unknown, ...reasons.low],
    reasons.high,
    [...reasons.mixed, ...reasons.unknown, ...reasons.low],
    statementsOf(instrument).map(({ id }) => id),
  ]
  const chosen: string[] = []
  for (const candidates of inOrder) {
    const next = candidates.find((id) => !chosen.includes(id))
    if (next && chosen.length < TOPICS) chosen.push(next)
  }
  for (const { id } of statementsOf(instrument)) {
    if (chosen.length < TOPICS && !chosen.includes(id)) chosen.push(id)
  }
  return chosen
}

/** A tenth to begin with, a fifth for agreements, and the rest shared by the topics; together exactly `minutes`. */
export function agendaOf(topics: readonly string[], minutes: number): AgendaItem[] {
  const opening = Math.round(minutes / 10)
  const plan = Math.round(minutes / 5)
  const each = topics.length === 0 ? 0 : Math.floor((minutes - opening - plan) / topics.length)
  return [
    { kind: 'opening', statement: null, minutes: opening },
    ...topics.map((statement): AgendaItem => ({ kind: 'topic', statement, minutes: each })),
    { kind: 'plan', statement: null, minutes: minutes - opening - topics.length * each },
  ]
}
