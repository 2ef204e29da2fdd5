import { FEWEST } from './release-rule.ts'

/**
 * Confidential: the group sees figures of all together, once. Open: everybody chooses whether to share the own
 * answers, by name. Fixed when the group is made.
 */
export type GroupKind = 'confidential' | 'open'

export const GROUP_NAME_LENGTH = 80
export const GROUP_MESSAGE_LENGTH = 1_000
export const ORGANISER_NAME_LENGTH = 80

/** How far ahead a round may close, in days from now. */
export const CLOSING_DAYS = { first: 1, last: 180, usual: 14 }

/** What a round promises its members. The higher of the two counts, and what was promised is never lowered. */
export function leastContributors(setByHost: number, promised: number | null): number {
  const least = Math.max(setByHost, promised ?? setByHost)
  if (!Number.isInteger(least) || least < FEWEST) throw new Error(`a smallest group of ${least} has no sense`)
  return least
}

/**
 * What of two rounds of a group may be compared: everything, or only the total when a few people changed, for then
 * each figure of its own would say too much of those few. `before` and `after` are who contributed.
 */
export function comparableRounds(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  k: number,
): 'everything' | 'total' {
  const left = [...before].filter((person) => !after.has(person)).length
  const came = [...after].filter((person) => !before.has(person)).length
  const isFew = (people: number) => people > 0 && people < k
  return isFew(left) || isFew(came) ? 'total' : 'everything'
}
