import { escapeText } from './escape-text.ts'
import type { TrendLine, TrendMoment, TrendPoint } from './trend-line.ts'
import {
  breaksOf,
  hasUnknown,
  heightOnScale,
  isFigureBelow,
  labelsWithRoom,
  piecesOf,
} from './trend-shape.ts'
import { wrapWords } from './wrap-words.ts'

// The colours stand here too, for documents: there are no styles there.
const INK = '#1c2530'
const MUTED = '#4c5866'
const INSET = 24
const LETTER = 7.5
export const TITLE = 22
export const DATE_LINE = 17

/** One of the small pictures: a line, where its words begin, and its title broken into lines. */
export type WidePanel = { line: TrendLine; left: number; top: number; titles: string[] }

/** Where its plot lies: the levels from top to bottom, the unknown below them, the dates below the axis. */
export type WidePlot = {
  left: number
  right: number
  top: number
  bottom: number
  unknownAt: number
  axis: number
}

export function drawWidePanel(
  { line, left, top, titles }: WidePanel,
  moments: TrendMoment[],
  plot: WidePlot,
): string {
  const title = titles
    .map((text, index) => textAt(left, top + 16 + index * TITLE, text, 'font-weight="700"'))
    .join('')
  return (
    title +
    grid(line, plot, left) +
    breaks(line, plot) +
    pieces(line, plot) +
    points(line, plot) +
    axis(line, moments, plot)
  )
}

function grid(line: TrendLine, plot: WidePlot, left: number): string {
  const rules = line.scale.steps.map(({ at, label }) => {
    const y = yOf(line, plot, at)
    return (
      `<line class="grid" stroke="#e2dfd6" x1="${plot.left}" x2="${plot.right}" y1="${y}" y2="${y}"/>` +
      word(left, y, label, 15)
    )
  })
  return rules.join('') + (hasUnknown(line) ? word(left, plot.unknownAt, 'Te weinig bekend', 18) : '')
}

/** A word beside its height; a long one on two lines. */
function word(x: number, y: number, text: string, length: number): string {
  const lines = wrapWords(text, length).slice(0, 2)
  const first = y + 5 - (lines.length - 1) * 8
  return lines
    .map((line, index) => textAt(x, first + index * 16, line, 'class="axis" font-size="14"', MUTED))
    .join('')
}

function breaks(line: TrendLine, plot: WidePlot): string {
  return breaksOf(line)
    .map((index) => {
      const x = round((xOf(line, plot, index - 1) + xOf(line, plot, index)) / 2)
      return `<line class="break" stroke="#8a8f86" stroke-width="1.500" stroke-dasharray="3 5" x1="${x}" x2="${x}" y1="${plot.top - 10}" y2="${plot.axis}"/>`
    })
    .join('')
}

function pieces(line: TrendLine, plot: WidePlot): string {
  return piecesOf(line)
    .map(({ from, to, values: [one, other] }) => {
      const ends = `x1="${xOf(line, plot, from)}" y1="${yOf(line, plot, one)}" x2="${xOf(line, plot, to)}" y2="${yOf(line, plot, other)}"`
      return `<line class="trend" stroke="#0a5561" stroke-width="2.500" stroke-linecap="round" ${ends}/>`
    })
    .join('')
}

function points(line: TrendLine, plot: WidePlot): string {
  const last = line.points.length - 1
  return line.points.map((point, index) => drawPoint(point, line, plot, index, index === last)).join('')
}

function drawPoint(
  point: TrendPoint,
  line: TrendLine,
  plot: WidePlot,
  index: number,
  isLast: boolean,
): string {
  const x = xOf(line, plot, index)
  if (point.kind === 'absent') return ''
  if (point.kind === 'unknown') {
    return `<circle class="unknown" fill="none" stroke="#8a8f86" stroke-width="1.500" stroke-dasharray="3 2.500" cx="${x}" cy="${plot.unknownAt}" r="6"/>`
  }
  const y = yOf(line, plot, point.value)
  const dot = `<circle class="dot" fill="#0a5561" cx="${x}" cy="${y}" r="5.500"/>`
  if (isLast) return dot + inFull(point, x + INSET + 6, y, plot)
  const figureY = round(isFigureBelow(line, index) ? y + 23 : y - 12)
  return dot + textAt(x, figureY, point.figure, 'class="figure halo" font-size="15" text-anchor="middle"')
}

/** The newest point is the one people look for: its figure and its word stand beside it, above the dates. */
function inFull(point: { figure: string; word: string }, x: number, y: number, plot: WidePlot): string {
  const words = wrapWords(point.word, 14).slice(0, 2)
  const top = Math.min(round(y + 1), plot.axis - words.length * 17 + 4)
  return (
    textAt(x, top, point.figure, 'class="figure" font-weight="700"') +
    words
      .map((line, index) => textAt(x, top + 17 + index * 16, line, 'class="word" font-size="14"', MUTED))
      .join('')
  )
}

function axis(line: TrendLine, moments: TrendMoment[], plot: WidePlot): string {
  const count = line.points.length
  const spacing = (plot.right - plot.left - 2 * INSET) / Math.max(count - 1, 1)
  const longest = Math.max(0, ...moments.flatMap(({ lines }) => lines.map(({ length }) => length)))
  return labelsWithRoom(count, spacing, longest * LETTER + 10)
    .flatMap((index) =>
      (moments[index]?.lines ?? [])
        .slice(0, 2)
        .map((text, place) =>
          textAt(
            xOf(line, plot, index),
            plot.axis + 26 + place * DATE_LINE,
            text,
            'class="axis" font-size="14" text-anchor="middle"',
            MUTED,
          ),
        ),
    )
    .join('')
}

function textAt(x: number, y: number, text: string, attributes: string, fill = INK): string {
  return `<text fill="${fill}" x="${x}" y="${y}" ${attributes}>${escapeText(text)}</text>`
}

function xOf({ points: { length } }: TrendLine, { left, right }: WidePlot, index: number): number {
  const share = length > 1 ? index / (length - 1) : 1
  return round(left + INSET + share * (right - left - 2 * INSET))
}

function yOf({ scale }: TrendLine, { top, bottom }: WidePlot, value: number): number {
  return round(bottom - heightOnScale(scale, value) * (bottom - top))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
