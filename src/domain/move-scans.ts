import { type Instrument, statementsOf } from './instrument.ts'
import { keepsItsMeaning } from './meaning.ts'

/**
 * Whether a scan that somebody is filling in may go on in another version of its instrument: when every answer that
 * they gave or can give is still there and means the same. Then only words change, and none of them what was answered.
 */
export function mayMove(from: Instrument, to: Instrument): boolean {
  if (from.id !== to.id || from.kind !== to.kind) return false
  const [before, after] = [statementsOf(from), statementsOf(to)]
  const hasSameStatements =
    before.length === after.length && before.every(({ id }, index) => after[index]?.id === id)
  return (
    hasSameStatements &&
    clustersOf(from) === clustersOf(to) &&
    answersOf(from) === answersOf(to) &&
    before.every(({ id }) => keepsItsMeaning(id, from, to)) &&
    has(to.roles, from.roles) &&
    has(to.organisationKinds, from.organisationKinds)
  )
}

function clustersOf({ clusters }: Instrument): string {
  return clusters.map(({ id, statements }) => `${id}:${statements.map((one) => one.id).join()}`).join(';')
}

function answersOf({ answers }: Instrument): string {
  return answers.map(({ id, level }) => `${id}=${level}`).join()
}

function has(all: { id: string }[], wanted: { id: string }[]): boolean {
  return wanted.every(({ id }) => all.some((one) => one.id === id))
}
