import type { AnswerOption, Instrument, Statement, Tip } from './instrument.ts'
import { levelsOf } from './instrument.ts'

/** The tips of a statement that fit an answer, in the instrument's order: from starting to advanced. */
export function tipsFor(statement: Statement, answer: AnswerOption): Tip[] {
  return statement.tips.filter((tip) => tip.fits.includes(answer.id))
}

/** The next level above an answer, or null at the top and for an answer that is not a number. */
export function stepUpFrom(instrument: Instrument, answer: AnswerOption): AnswerOption | null {
  const { level } = answer
  if (level === null) return null
  return levelsOf(instrument).find((other) => other.level > level) ?? null
}
