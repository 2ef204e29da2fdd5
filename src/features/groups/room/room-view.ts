import { findOutcomeInRoom } from '#database/meeting-votes.ts'
import type { StoredMeeting } from '#database/meetings.ts'
import { listActions, type StoredAction } from '#database/plans.ts'
import { findRelease } from '#database/releases.ts'
import { listRounds } from '#database/rounds.ts'
import { findDilemma } from '#domain/conversation.ts'
import type { Dilemma, StatementQuestions } from '#domain/conversation-schema.ts'
import type { Instrument, Statement, Tip } from '#domain/instrument.ts'
import {
  ballotOf,
  isOver,
  type MeetingStep,
  placeInMeeting,
  stepsOf,
  tipsOnScreen,
  topicsOf,
} from '#domain/meeting.ts'
import { actionsOfLastTime } from '#domain/since-last-time.ts'
import { reasonsFor, reasonsOfRelease, type TopicReason } from '#domain/talk.ts'
import { readTeam } from '#domain/team-reading.ts'
import type { Ballot, VoteOutcome } from '#domain/vote.ts'
import type { House } from '#web/house.ts'
import { type StandLine, spreadSentences, standLines } from '#words/team-statement-words.ts'
import { nearestLevel } from '#words/team-words.ts'

/** What the group was told of a topic: where it stands, how far people agree, and why it is talked about. */
export type ToldTopic = { lines: StandLine[]; spread: string; level: number | null; reasons: TopicReason[] }

/** A screen of a meeting with everything on it that everybody may see. */
export type RoomView = {
  meeting: StoredMeeting
  instrument: Instrument
  step: MeetingStep
  previous: MeetingStep | null
  next: MeetingStep | null
  steps: MeetingStep[]
  isOver: boolean
  topics: Statement[]
  topic: Statement | null
  questions: StatementQuestions | null
  /** Where the answers matter. Null in an open group: its answers are seen by its members only. */
  told: ToldTopic | null
  dilemma: Dilemma | null
  tips: Tip[]
  /** What was agreed in earlier rounds. */
  actions: StoredAction[]
  ballot: Ballot | null
  outcome: VoteOutcome | null
  /** When it was told, in an earlier conversation about this round: then nobody votes on it again. */
  toldEarlier: Date | null
}

/** Null when the meeting is about an instrument or a screen that there is not any more. */
export async function viewRoom(
  { db, catalogue, conversationOn, clock }: Pick<House, 'db' | 'catalogue' | 'conversationOn' | 'clock'>,
  meeting: StoredMeeting,
): Promise<RoomView | null> {
  const instrument = catalogue.find(meeting.instrument, meeting.instrumentVersion)
  const place = placeInMeeting(meeting, meeting.step)
  if (!instrument || !place) return null
  const { step } = place
  const conversation = conversationOn(instrument.id)
  const topics = topicsOf(instrument, meeting)
  const topic = topics.find(({ id }) => id === step.statement) ?? null
  const isAboutAnswers = topic && meeting.kind === 'confidential' && ['look', 'tips'].includes(step.kind)
  const told = isAboutAnswers ? await toldOf(db, meeting, instrument, topic) : null
  const actions = step.kind === 'back' ? await earlierActions(db, meeting) : []
  const dilemma = findDilemma(conversation, meeting.dilemma)
  const tips = topic ? tipsOnScreen(instrument, topic, told?.level ?? null) : []
  const ballot = ballotOf(step, {
    instrument,
    dilemma,
    tips: tips.map(({ id }) => id),
    actions: actions.filter(({ status }) => status === 'done' || status === 'busy').map(({ id }) => id),
  })
  const found = ballot
    ? await findOutcomeInRoom(db, { meetingId: meeting.id, roundId: meeting.roundId, step: step.name })
    : null
  return {
    meeting,
    instrument,
    ...place,
    steps: stepsOf(meeting),
    isOver: isOver(meeting, clock()),
    topics,
    topic,
    questions: topic && conversation.questionsFor(topic.id),
    told,
    dilemma,
    tips,
    actions,
    ballot,
    outcome: found?.outcome ?? null,
    toldEarlier: found?.isEarlier ? found.toldAt : null,
  }
}

/** What the group looks back on: what it agreed before the round that is talked about. */
export async function earlierActions(
  db: House['db'],
  { groupId, round }: Pick<StoredMeeting, 'groupId' | 'round'>,
): Promise<StoredAction[]> {
  const actions = await listActions(db, { groupId })
  return actions.length === 0 ? [] : actionsOfLastTime(actions, await listRounds(db, groupId), round)
}

async function toldOf(
  db: House['db'],
  { roundId }: StoredMeeting,
  instrument: Instrument,
  topic: Statement,
): Promise<ToldTopic | null> {
  const release = (await findRelease(db, roundId))?.content
  const one = release
    ? readTeam(instrument, release.figures)
        .clusters.flatMap(({ statements }) => statements)
        .find(({ statement }) => statement.id === topic.id)
    : undefined
  if (!release || !one) return null
  const placeOf = ({ role }: { role: string }) => instrument.roles.findIndex(({ id }) => id === role)
  const roles = [...(release.roles ?? [])].sort((some, other) => placeOf(some) - placeOf(other))
  return {
    lines: standLines(instrument, one, { roles, move: undefined }),
    spread: spreadSentences(one),
    level: nearestLevel(instrument, one.told.mean),
    reasons: reasonsFor(reasonsOfRelease(instrument, release), topic.id),
  }
}
