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
    <svg
      class="ladder"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawn(level, rungs, isNext) }}
    />
  )
}

/** A page has dozens of ladders of a handful of kinds: each kind is drawn once. Numbers only, so safe as it is. */
const drawings = new Map<string, string>()

function drawn(level: number | null, rungs: number, isNext: boolean): string {
  const kind = `${level} ${rungs} ${isNext}`
  const known = drawings.get(kind)
  if (known !== undefined) return known
  const drawing = level === null ? UNKNOWN : drawRungs(level, rungs, isNext)
  drawings.set(kind, drawing)
  return drawing
}

const UNKNOWN = `<text x="${WIDTH / 2}" y="25" text-anchor="middle" font-size="23">?</text>`

function drawRungs(level: number, rungs: number, isNext: boolean): string {
  return Array.from({ length: rungs }, (_, index) => {
    const { x, y, width, height } = rungShape(index, rungs)
    const name = classOf(index + 1, level, isNext)
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="1"${name ? ` class="${name}"` : ''}/>`
  }).join('')
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
