import { compareVersions } from './catalogue.ts'
import { type Instrument, statementsOf } from './instrument.ts'

/**
 * Whether a statement asks the same in both versions of an instrument, so that answers to it may be compared.
 * The history of the later version says so: new wording keeps the meaning, unless it says otherwise.
 */
export function keepsItsMeaning(statement: string, one: Instrument, other: Instrument): boolean {
  if (one.id !== other.id) return false
  const order = compareVersions(one.version, other.version)
  const [earlier, later] = order <= 0 ? [one, other] : [other, one]
  const isIn = (instrument: Instrument) => statementsOf(instrument).some(({ id }) => id === statement)
  if (!isIn(earlier) || !isIn(later)) return false
  return !later.history.some(
    ({ version, statements }) =>
      compareVersions(version, earlier.version) > 0 &&
      compareVersions(version, later.version) <= 0 &&
      statements.some(({ id, change }) => id === statement && change === 'meaning'),
  )
}
