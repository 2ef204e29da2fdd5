import type { JSX } from 'preact'

const WIDTH = 27
const HEIGHT = 32
const LOWEST = 6

/**
 * A level as rungs climbed of a ladder with `of` rungs; without a level, a question mark. It only repeats
 * the word that stands beside it, and is therefore silent.
 */
export function Ladder({
  level,
  of: rungs,
  isNext = false,
}: {
  level: number | null
  of: number
  isNext?: boolean
}): JSX.Element {
  return (
    <svg class="ladder" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {level === null ? (
        <text x={WIDTH / 2} y="25" text-anchor="middle" font-size="23">
          ?
        </text>
      ) : (
        Array.from({ length: rungs }, (_, index) => (
          <rect {...rungShape(index, rungs)} rx="1" class={classOf(index + 1, level, isNext)} key={index} />
        ))
      )}
    </svg>
  )
}

function rungShape(index: number, rungs: number) {
  const pitch = WIDTH / rungs
  const share = rungs === 1 ? 1 : index / (rungs - 1)
  const height = LOWEST + share * (HEIGHT - 3.6 - LOWEST)
  return {
    x: round(index * pitch + 0.6),
    y: round(HEIGHT - 1 - height),
    width: round(Math.max(pitch - 1.2, 0.8)),
    height: round(height),
  }
}

function classOf(rung: number, level: number, isNext: boolean): string | undefined {
  if (rung === level && isNext) return 'next'
  return rung <= level ? 'on' : undefined
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
