/** What a comparison with others is told of: everybody, a role or a kind of organisation. */
export type BenchmarkCell = {
  id: string
  people: number
  organisations: number
  /** How many people the largest of those organisations has. */
  largest: number
}

/**
 * Contributions that are in exactly the same sets of all comparisons that were told or are to be told, and how many
 * people are behind them.
 */
export type BenchmarkLot = {
  sets: readonly string[]
  people: number
  /** Some of it, or all, is in a release of a group too. */
  isInGroup: boolean
}

/** Fewest people, from fewest organisations, that a comparison is about. */
export const BENCHMARK_PEOPLE = 10
export const BENCHMARK_ORGANISATIONS = 3

/** By how many people, from how many organisations, it has to differ from the one before. */
export const BENCHMARK_CHANGED = { people: 10, organisations: 2 }

/** Enough people, from enough organisations, of which none has over half. */
export function isWide({ people, organisations, largest }: Omit<BenchmarkCell, 'id'>): boolean {
  return people >= BENCHMARK_PEOPLE && organisations >= BENCHMARK_ORGANISATIONS && largest * 2 <= people
}

/**
 * Which of the cells into which everybody is divided may be told. What is left out together has to be wide too, or
 * empty: it is what remains when the others are subtracted. So the smallest of the wide ones goes too, until it is.
 * `countOf` gives the sums of several cells together: an organisation can have people in each.
 */
export function chooseCells(
  cells: readonly BenchmarkCell[],
  countOf: (ids: readonly string[]) => Omit<BenchmarkCell, 'id'>,
): string[] {
  const bySize = [...cells].sort((one, other) => one.people - other.people || (one.id < other.id ? -1 : 1))
  const left = bySize.filter((cell) => !isWide(cell)).map(({ id }) => id)
  const told = bySize.filter(isWide).map(({ id }) => id)
  while (left.length > 0 && !isWide(countOf(left))) {
    const next = told.shift()
    if (next === undefined) return []
    left.push(next)
  }
  return told
}

/** Whether enough changed since the comparison before for a new one to be about more than a few people. */
export function isChangedEnough({
  people,
  organisations,
}: {
  people: number
  organisations: number
}): boolean {
  return people >= BENCHMARK_CHANGED.people && organisations >= BENCHMARK_CHANGED.organisations
}

/**
 * Whether comparisons, together with all releases of groups, keep everybody among at least `k` people. They do when
 * the sets depend on each other in no other way than they would if there were only the lots of `k` people or more,
 * outside every group: whatever is added and subtracted, something is left of at least one of those lots, or no
 * comparison is in it and the releases of groups were judged by themselves. Holds as long as no group is told of
 * contributions that were in a comparison before.
 */
export function comparisonsKeepEverybodyHidden(lots: readonly BenchmarkLot[], k: number): boolean {
  const sets = [...new Set(lots.flatMap((lot) => lot.sets))]
  const rankOver = (columns: readonly BenchmarkLot[]) =>
    rankOf(sets.map((set) => columns.map((lot) => (lot.sets.includes(set) ? 1n : 0n))))
  return rankOver(lots.filter((lot) => lot.people >= k && !lot.isInGroup)) === rankOver(lots)
}

/** How many rows are no combination of the others, in whole numbers: exact, whatever their size. */
function rankOf(rows: readonly (readonly bigint[])[]): number {
  let left = rows.map((row) => [...row])
  let rank = 0
  while (left.length > 0) {
    const [first = [], ...others] = left
    const column = first.findIndex((value) => value !== 0n)
    left = others
    if (column === -1) continue
    rank += 1
    const pivot = first[column] ?? 1n
    left = others.map((row) => {
      const times = row[column] ?? 0n
      if (times === 0n) return row
      return inLowestTerms(row.map((value, index) => value * pivot - times * (first[index] ?? 0n)))
    })
  }
  return rank
}

/** The same row with what its numbers share divided out, so that they stay small. */
function inLowestTerms(row: bigint[]): bigint[] {
  const shared = row.reduce(greatestCommonDivisor, 0n)
  return shared > 1n ? row.map((value) => value / shared) : row
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [left, right] = [one < 0n ? -one : one, other < 0n ? -other : other]
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}
