import { compareVersions } from './catalogue.ts'
import { type Instrument, type Statement, statementsOf } from './instrument.ts'

/**
 * Whether a statement asks the same in both versions of an instrument, so that answers to it may be compared.
 * The history of the later version says so: new wording keeps the meaning, unless it says otherwise. Whoever went to
 * another meaning and came back to exactly the same words, asks the same again.
 */
export function keepsItsMeaning(statement: string, one: Instrument, other: Instrument): boolean {
  if (one.id !== other.id) return false
  const order = compareVersions(one.version, other.version)
  const [earlier, later] = order <= 0 ? [one, other] : [other, one]
  const find = (instrument: Instrument) => statementsOf(instrument).find(({ id }) => id === statement)
  const [old, fresh] = [find(earlier), find(later)]
  if (!old || !fresh) return false
  const changes = later.history.filter(
    ({ version, statements }) =>
      compareVersions(version, earlier.version) > 0 &&
      compareVersions(version, later.version) <= 0 &&
      statements.some(({ id, change }) => id === statement && change === 'meaning'),
  )
  const isBack = changes.length > 1 && wordsAnswered(old, earlier) === wordsAnswered(fresh, later)
  return changes.length === 0 || isBack
}

/** Everything that is read while answering, in a fixed order. */
function wordsAnswered({ statement, explanation, answers }: Statement, instrument: Instrument): string {
  return JSON.stringify([
    statement,
    explanation,
    instrument.answers.map(({ id, level, label, meaning }) => [level, label, meaning, answers[id]]),
  ])
}
