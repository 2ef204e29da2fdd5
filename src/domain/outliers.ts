/** How an answer stands out from the others in its cluster. */
export type StandsOut = 'higher' | 'lower'

const DISTANCE = 2
const ENOUGH_OTHERS = 3

/**
 * Says for each level whether it is two or more levels away from the median of the others. Places
 * without a level (null) never stand out and never count; with fewer than three others nothing does.
 */
export function findOutliers(levels: (number | null)[]): (StandsOut | null)[] {
  return levels.map((level, index) => {
    if (level === null) return null
    const others = levels.filter((other, at): other is number => at !== index && other !== null)
    if (others.length < ENOUGH_OTHERS) return null
    const difference = level - median(others)
    if (Math.abs(difference) < DISTANCE) return null
    return difference > 0 ? 'higher' : 'lower'
  })
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
