import type { JSX } from 'preact'

const WIDTH = 27
const HEIGHT = 32
const GAP = 1.2

/** A level as rungs: so many of so many. Without a level it is a question mark. The word always stands beside it. */
export function Ladder({ level, of }: { level: number | null; of: number }): JSX.Element {
  return (
    <svg
      class="ladder"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="22"
      height="26"
      aria-hidden="true"
      focusable="false"
    >
      {level === null ? (
        <text x="13.5" y="25" text-anchor="middle" font-size="23">
          ?
        </text>
      ) : (
        rungs(of).map(({ number, x, y, width, height }) => (
          <rect
            class={number <= level ? 'rung on' : 'rung'}
            x={x}
            y={y}
            width={width}
            height={height}
            rx="1"
            key={number}
          />
        ))
      )}
    </svg>
  )
}

/** The rungs of a ladder of so many steps, from low to high, in units of the drawing. */
function rungs(of: number) {
  const width = round((WIDTH - 1 - GAP * (of - 1)) / of)
  return Array.from({ length: of }, (_, index) => {
    const height = round(6 + ((HEIGHT - 8) * index) / Math.max(of - 1, 1))
    return {
      number: index + 1,
      x: round(0.5 + index * (width + GAP)),
      y: round(HEIGHT - 1 - height),
      width,
      height,
    }
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
