import { TICK, type TickState, tickShape } from '#ui/charts/tick-shape.ts'
import type { Mark } from '#ui/documents/document.ts'
import { COLOUR } from './look.ts'

/** The drawing beside a text: rungs climbed, or a tick. It repeats the word in the text. */
export function drawMark({ kind, level, levels }: Mark, isNext = false): string {
  if (kind === 'tick') return framed(TICK, TICK, '0.5cm', '0.5cm', tickShape(tickState(level, levels), 0, 0))
  if (level === null) return framed(32, 24, '0.8cm', '0.6cm', UNKNOWN)
  return framed(32, 24, '0.8cm', '0.6cm', rungs({ level, levels, isNext, width: 32, height: 24, lowest: 5 }))
}

/** The ladder of the cover, each rung in the colour of its level. */
export function drawCoverLadder(): string {
  const shapes = COLOUR.levels.map((colour, index) => {
    const height = 22 + index * 22
    return `<rect x="${index * 26 + 1}" y="${111 - height}" width="20" height="${height}" rx="3" fill="${colour}" stroke="${COLOUR.line}" stroke-width="0.5"/>`
  })
  return framed(128, 112, '4.6cm', '4.025cm', shapes.join(''))
}

function framed(width: number, height: number, onPaper: string, high: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${onPaper}" height="${high}">${content}</svg>`
}

const UNKNOWN = `<path d="M12.500 8.500a3.600 3.600 0 1 1 5.400 3.100c-1.300.8-1.900 1.500-1.900 3.100" fill="none" stroke="${COLOUR.muted}" stroke-width="2"/><circle cx="16" cy="18.800" r="1.500" fill="${COLOUR.muted}"/>`

function tickState(level: number | null, levels: number): TickState {
  if (level === null) return 'unknown'
  if (level >= levels) return 'full'
  return level > 1 ? 'half' : 'empty'
}

function rungs(ladder: {
  level: number
  levels: number
  isNext: boolean
  width: number
  height: number
  lowest: number
}): string {
  const { level, levels, isNext, width, height, lowest } = ladder
  const pitch = width / levels
  return Array.from({ length: levels }, (_, index) => {
    const high = lowest + ((height - 2 - lowest) * index) / Math.max(levels - 1, 1)
    const isClimbed = index < level
    const isStep = isNext && index + 1 === level
    const fill = isStep ? COLOUR.pencil : isClimbed ? COLOUR.primary : 'none'
    const stroke = isClimbed ? COLOUR.primary : COLOUR.line
    return `<rect x="${round(index * pitch + 0.8)}" y="${round(height - 1 - high)}" width="${round(pitch - 1.6)}" height="${round(high)}" rx="0.8" fill="${fill}" stroke="${stroke}" stroke-width="0.9"/>`
  }).join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
