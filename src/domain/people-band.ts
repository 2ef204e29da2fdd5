/** About how many people: at least `from`, at most `to`. */
export type PeopleBand = { from: number; to: number }

const ROUND = Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat()

/**
 * A number of people as somebody may know it who may not know what each of them does: whoever looks twice must not
 * see one person come by. Null under `least`, also for nobody: those two look the same.
 */
export function peopleBand(count: number, least: number): PeopleBand | null {
  // The lowest band is at least as wide as the group that one can hide in.
  const limits = [least, ...ROUND.filter((round) => round >= 2 * least)]
  const from = limits.findLast((limit) => limit <= count)
  const next = limits.find((limit) => limit > count)
  return from === undefined || next === undefined ? null : { from, to: next - 1 }
}
