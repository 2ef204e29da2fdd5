import type { JSX } from 'preact'

const WIDTH = 340
const HEIGHT = 240
const LOWEST = 56
const GAP = 12

/**
 * The large picture of a level: rungs climbed, rungs to go, and a pencilled step to the next one. As a
 * decoration it is silent.
 */
export function Rungs({
  level,
  levels,
  label,
}: {
  level: number | null
  levels: number
  label?: string
}): JSX.Element {
  const viewBox = `0 0 ${WIDTH} ${HEIGHT}`
  const picture = <RungsPicture level={level ?? 0} levels={levels} />
  return label ? (
    <svg class="rungs" viewBox={viewBox} role="img" aria-label={label}>
      {picture}
    </svg>
  ) : (
    <svg class="rungs" viewBox={viewBox} aria-hidden="true">
      {picture}
    </svg>
  )
}

function RungsPicture({ level, levels }: { level: number; levels: number }): JSX.Element {
  const shapes = Array.from({ length: levels }, (_, index) => rungShape(index, levels))
  const [from, to] = [shapes[level - 1], shapes[level]]
  return (
    <>
      {shapes.map((shape, index) => (
        <rect {...shape} rx="7" class={index < level ? 'on' : undefined} key={shape.x} />
      ))}
      <path class="ground" d={`M2 ${HEIGHT - 1}H${WIDTH - 2}`} />
      {from && to && <path class="spark" d={stepBetween(from, to)} />}
    </>
  )
}

type Shape = { x: number; y: number; width: number; height: number }

function rungShape(index: number, levels: number): Shape {
  const width = (WIDTH - GAP * (levels - 1)) / levels
  const share = levels === 1 ? 1 : index / (levels - 1)
  const height = LOWEST + share * (HEIGHT - LOWEST - 4)
  return {
    x: round(index * (width + GAP)),
    y: round(HEIGHT - height - 2),
    width: round(width),
    height: round(height),
  }
}

/** A hand-drawn hop from the top of one rung to the top of the next, with an arrow's head. */
function stepBetween(from: Shape, to: Shape): string {
  const [startX, startY] = [from.x + from.width / 2, from.y - 12]
  const [endX, endY] = [to.x + to.width / 2 - 4, to.y - 10]
  const curve = `M${round(startX)} ${round(startY)}C${round(startX + 2)} ${round(endY - 12)} ${round(endX - 22)} ${round(endY - 34)} ${round(endX)} ${round(endY)}`
  const head = `M${round(endX - 14)} ${round(endY - 6)}L${round(endX)} ${round(endY)}L${round(endX + 3)} ${round(endY - 15)}`
  return curve + head
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
