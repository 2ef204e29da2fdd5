/** The levels along an axis, with a word for each, from the lowest to the highest. */
export type LevelScale = { min: number; max: number; labels: string[] }

/**
 * Where a value lies, from 0 to 1. Each level is a cell of the axis with its whole number in the middle, so
 * that the end of a bar lies in the cell of the word that belongs to it. What lies outside stops at the edge.
 */
export function shareOfScale({ min, max }: LevelScale, value: number): number {
  const share = (value - min + 0.5) / (max - min + 1)
  return Math.min(Math.max(share, 0), 1)
}

/** How many cells the axis has. */
export function cellsOf({ min, max }: LevelScale): number {
  return max - min + 1
}

const dutch = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** "3,4" */
export function dutchValue(value: number): string {
  return dutch.format(value)
}
