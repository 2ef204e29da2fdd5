import type { Cluster, Instrument } from './instrument.ts'
import { findAnswer, statementsOf } from './instrument.ts'

/** Longest note that a person can keep beside an answer, in characters. */
export const NOTE_LENGTH = 5000

/** What is known of one statement: the id of an answer (or none yet) and a note that only the owner sees. */
export type Answer = { answer: string | null; note: string }

/** The answers of one person to one version of an instrument, by the id of the statement. */
export type Answers = Record<string, Answer>

export type Scan = {
  id: string
  instrument: string
  instrumentVersion: string
  role: string | null
  organisationKind: string | null
  askedBackground: boolean
  startedAt: Date
  changedAt: Date
  finishedAt: Date | null
  answers: Answers
  /** The account that it belongs to; null while it belongs to browsers. */
  accountId: string | null
  /** What its owner calls it; empty when they did not. */
  name: string
  /** The earlier scan whose answers it began with. */
  startedFrom: string | null
}

/**
 * One statement as somebody sends it in. What is left out is not touched. `was` is what the page showed
 * when it was made: with it a second tab that is behind cannot overwrite what the first one saved.
 * `underway` is what the same page sent before and heard nothing about yet: finding that stored is no surprise.
 */
export type SubmittedAnswer = {
  statement: string
  answer?: string | null
  note?: string
  was?: Partial<Answer>
  underway?: Partial<Answer>
}

export type AnswerRefusal =
  | { statement: string; reason: 'unknown-statement' }
  | { statement: string; reason: 'unknown-answer' }
  | { statement: string; reason: 'note-too-long' }
  | { statement: string; reason: 'changed-elsewhere'; stored: Answer; sent: Answer }

export type AnswerOutcome = {
  /** What has to be stored: only the statements that really change. */
  changes: (Answer & { statement: string })[]
  refusals: AnswerRefusal[]
  answers: Answers
}

const NOTHING: Answer = { answer: null, note: '' }

/**
 * Merges what is sent into what is stored. Every statement stands on its own: a refused one does not
 * hold back the others.
 */
export function answer(instrument: Instrument, stored: Answers, sent: SubmittedAnswer[]): AnswerOutcome {
  const known = new Set(statementsOf(instrument).map((statement) => statement.id))
  const outcome: AnswerOutcome = { changes: [], refusals: [], answers: { ...stored } }
  for (const one of sent) {
    const before = own(outcome.answers, one.statement) ?? NOTHING
    const refusal = refuse(instrument, known, before, one)
    if (refusal) {
      outcome.refusals.push(refusal)
      continue
    }
    const after = {
      answer: merge(before.answer, one.answer, one.was?.answer),
      note: merge(before.note, one.note, one.was?.note),
    }
    if (after.answer === before.answer && after.note === before.note) continue
    outcome.changes.push({ statement: one.statement, ...after })
    outcome.answers[one.statement] = after
  }
  return outcome
}

function refuse(
  instrument: Instrument,
  known: Set<string>,
  before: Answer,
  sent: SubmittedAnswer,
): AnswerRefusal | undefined {
  const { statement } = sent
  if (!known.has(statement)) return { statement, reason: 'unknown-statement' }
  if (typeof sent.answer === 'string' && !findAnswer(instrument, sent.answer)) {
    return { statement, reason: 'unknown-answer' }
  }
  if (sent.note !== undefined && sent.note.length > NOTE_LENGTH) return { statement, reason: 'note-too-long' }
  if (
    collides(before.answer, sent.answer, sent.was?.answer, sent.underway?.answer) ||
    collides(before.note, sent.note, sent.was?.note, sent.underway?.note)
  ) {
    return {
      statement,
      reason: 'changed-elsewhere',
      stored: before,
      sent: { answer: sent.answer ?? null, note: sent.note ?? before.note },
    }
  }
  return undefined
}

/** Changed here and changed elsewhere, into something else. */
function collides<Value>(
  stored: Value,
  sent: Value | undefined,
  was: Value | undefined,
  underway: Value | undefined,
): boolean {
  if (sent === undefined || was === undefined) return false
  return sent !== was && stored !== was && stored !== sent && stored !== underway
}

function merge<Value>(stored: Value, sent: Value | undefined, was: Value | undefined): Value {
  const untouched = sent === undefined || sent === was
  return untouched ? stored : sent
}

function own<Value>(values: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

export type Progress = { answered: number; total: number; isComplete: boolean }

export function progressOf(cluster: Cluster, answers: Answers): Progress {
  const answered = cluster.statements.filter((statement) => isAnswered(answers, statement.id)).length
  return { answered, total: cluster.statements.length, isComplete: answered === cluster.statements.length }
}

export function totalProgress(instrument: Instrument, answers: Answers): Progress {
  const parts = instrument.clusters.map((cluster) => progressOf(cluster, answers))
  const answered = parts.reduce((sum, part) => sum + part.answered, 0)
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  return { answered, total, isComplete: answered === total }
}

export function isAnswered(answers: Answers, statement: string): boolean {
  return typeof own(answers, statement)?.answer === 'string'
}

/** The first cluster, in the instrument's order, in which something is still open. */
export function nextCluster(instrument: Instrument, answers: Answers): Cluster | undefined {
  return instrument.clusters.find((cluster) => !progressOf(cluster, answers).isComplete)
}
