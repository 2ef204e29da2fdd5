import type { AnswerOption, Instrument, Statement } from './instrument.ts'
import type { Answers } from './scan.ts'

/** How often each answer was given, in the instrument's order, and how many statements have none yet. */
export type AnswerCounts = { answers: { answer: AnswerOption; count: number }[]; open: number; total: number }

export function countAnswers(
  instrument: Instrument,
  statements: Statement[],
  answers: Answers,
): AnswerCounts {
  const given = statements.map(({ id }) => answers[id]?.answer ?? null)
  const counted = instrument.answers.map((answer) => ({
    answer,
    count: given.filter((id) => id === answer.id).length,
  }))
  const known = counted.reduce((sum, { count }) => sum + count, 0)
  return { answers: counted, open: statements.length - known, total: statements.length }
}
