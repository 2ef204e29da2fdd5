import type { TrendLine, TrendMoment, TrendPoint, TrendScale } from './trend-line.ts'

const NEAR_BOTTOM = 0.15

type Known = Extract<TrendPoint, { kind: 'known' }>

/** How high a value lies, from 0 at the bottom to 1 at the top. What lies outside stops at the edge. */
export function heightOnScale({ min, max }: TrendScale, value: number): number {
  const share = max > min ? (value - min) / (max - min) : 0.5
  return Math.min(Math.max(share, 0), 1)
}

/** The pieces of a line: from one point to the next, where both are known and nothing broke between them. */
export function piecesOf({ points }: TrendLine): { from: number; to: number; values: [number, number] }[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (before?.kind !== 'known' || point.kind !== 'known' || point.isBroken) return []
    return [{ from: index - 1, to: index, values: [before.value, point.value] as [number, number] }]
  })
}

/** The moments before which the line breaks, because what is measured changed. */
export function breaksOf({ points }: TrendLine): number[] {
  return points.flatMap(({ isBroken }, index) => (isBroken && index > 0 ? [index] : []))
}

export function hasUnknown({ points }: TrendLine): boolean {
  return points.some(({ kind }) => kind === 'unknown')
}

/** The last point, when it is one with a figure: it is named in full. */
export function lastKnown({ points }: TrendLine): Known | null {
  const last = points.at(-1)
  return last?.kind === 'known' ? last : null
}

/** A figure stands on the side of its dot where the line does not go; at the bottom are the dates. */
export function isFigureBelow({ points, scale }: TrendLine, index: number): boolean {
  const [before, here, after] = [points[index - 1], points[index], points[index + 1]]
  if (here?.kind !== 'known' || heightOnScale(scale, here.value) < NEAR_BOTTOM) return false
  if (after?.kind === 'known' && !after.isBroken) return after.value > here.value
  return before?.kind === 'known' && !here.isBroken && before.value > here.value
}

/**
 * Which of so many labels have room, when each takes so much: the first, the last, and as many between them
 * as stand evenly.
 */
export function labelsWithRoom(count: number, spacing: number, room: number): number[] {
  const last = count - 1
  const indexes = Array.from({ length: count }, (_, index) => index)
  const step = indexes.find((every) => every > 0 && last % every === 0 && every * spacing >= room)
  return indexes.filter((index) => index === last || index % (step ?? last) === 0)
}

/** How many short lines the dates take. */
export function dateLines(moments: TrendMoment[]): number {
  return Math.max(1, ...moments.map(({ lines }) => lines.length))
}
