import { type Instrument, statementsOf } from './instrument.ts'
import { keepsItsMeaning } from './meaning.ts'
import type { Answers } from './scan.ts'

/**
 * The answers of an earlier scan as the beginning of a new one. Notes stay behind: they tell of that time. So
 * does the answer to a statement that means something else by now, or that no longer has that answer.
 */
export function startingAnswers(earlier: Instrument, instrument: Instrument, answers: Answers): Answers {
  const known = new Set(instrument.answers.map(({ id }) => id))
  const kept = statementsOf(instrument).flatMap(({ id }) => {
    const answer = Object.hasOwn(answers, id) ? (answers[id]?.answer ?? null) : null
    const isKept = answer !== null && known.has(answer) && keepsItsMeaning(id, earlier, instrument)
    return isKept ? [[id, { answer, note: '' }] as const] : []
  })
  return Object.fromEntries(kept)
}
