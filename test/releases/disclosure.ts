import type { ToldSet } from '#domain/release-rule.ts'
import { rankOf } from './rank.ts'

/**
 * Fewer than `k` people about whom the sets, added and subtracted in whatever way, tell something by themselves; null
 * when there are none. Written without the rule that it judges: when leaving out all columns of some people lowers
 * the rank of who-is-in-what, then a combination of the sets is about nobody else.
 */
export function findExposed(sets: readonly ToldSet[], k: number): string[] | null {
  const versions = [...new Map(sets.flat().map((one) => [one.version, one])).values()]
  const people = [...new Set(versions.map(({ contributor }) => contributor))]
  const rows = sets.map((set) => {
    const inSet = new Set(set.map(({ version }) => version))
    return versions.map(({ version }) => (inSet.has(version) ? 1 : 0))
  })
  const whole = rankOf(rows)
  for (const few of choose(people, Math.min(k - 1, people.length))) {
    const others = versions.flatMap(({ contributor }, column) => (few.includes(contributor) ? [] : [column]))
    const left = rows.map((row) => others.map((column) => row[column] ?? 0))
    if (rankOf(left) < whole) return few
  }
  return null
}

/** Every choice of so many. */
function choose<One>(all: readonly One[], count: number): One[][] {
  if (count === 0) return [[]]
  return all.flatMap((one, index) => choose(all.slice(index + 1), count - 1).map((rest) => [one, ...rest]))
}
