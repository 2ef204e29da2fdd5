import { escapeText } from './escape-text.ts'
import { pictureFrame } from './picture-frame.ts'
import type { TrendLine, TrendLinesOptions, TrendMoment, TrendPoint } from './trend-line.ts'
import {
  breaksOf,
  dateLines,
  hasUnknown,
  heightOnScale,
  isFigureBelow,
  lastKnown,
  piecesOf,
} from './trend-shape.ts'
import { wrapWords } from './wrap-words.ts'

// Widths in percent and heights in em: the letters keep the size of the page's own, however narrow it is.
const LEFT = 37
const FIRST = 44
const LAST = 95
const LINE = 1.3
const STEP = 1.8
const LOWEST = 5
const ROOM_ABOVE = 1.7
const UNKNOWN = 1.9
const DATE_LINE = 0.95
const ROW_END = 1.9
const SMALL = 0.83
const MOST_FIGURES = 4

type Frame = { top: number; bottom: number; unknownAt: number; axis: number }

/** The form for phones: everything below each other, the words in the margin, the first and the last date. */
export function narrowTrendLines(options: TrendLinesOptions & { description: string }): string {
  let top = 0
  let content = ''
  for (const line of options.lines) {
    const drawn = drawPanel(line, options.moments, top)
    content += drawn.content
    top = drawn.end
  }
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-smal`,
    className: 'narrow-form',
    size: `width="100%" height="${round(Math.max(top - ROW_END + 0.4, 1))}em" font-size="17"`,
    content,
  })
}

function drawPanel(line: TrendLine, moments: TrendMoment[], top: number): { content: string; end: number } {
  const last = lastKnown(line)
  const titles = wrapWords(line.label, 26)
  const heading =
    titles.map((text, index) => textAt('0', top + 1 + index * LINE, text, 'font-weight="700"')).join('') +
    (last ? textAt('0', top + 1 + titles.length * LINE, `Laatste keer: ${last.phrase}`, 'class="word"') : '')
  const plotTop = top + (titles.length + (last ? 1 : 0)) * LINE + ROOM_ABOVE
  const bottom = plotTop + Math.max(LOWEST, (line.scale.steps.length - 1) * STEP)
  const unknownAt = bottom + UNKNOWN
  const frame = { top: plotTop, bottom, unknownAt, axis: hasUnknown(line) ? unknownAt : bottom }
  const content =
    heading +
    grid(line, frame) +
    breaks(line, frame) +
    pieces(line, frame) +
    points(line, frame) +
    axis(line, moments, frame)
  return { content, end: frame.axis + 0.7 + dateLines(moments) * DATE_LINE + ROW_END }
}

function grid(line: TrendLine, frame: Frame): string {
  const rules = line.scale.steps.map(({ at, label }) => {
    const y = yOf(line, frame, at)
    return `<line class="grid" stroke="#e2dfd6" x1="${LEFT}%" x2="100%" y1="${y}em" y2="${y}em"/>${word(y, label)}`
  })
  return rules.join('') + (hasUnknown(line) ? word(frame.unknownAt, 'Te weinig bekend') : '')
}

/** A word beside its height; a long one on two lines. */
function word(y: number, text: string): string {
  const lines = wrapWords(text, 13).slice(0, 2)
  const first = y + 0.28 - (lines.length - 1) * 0.42
  return lines.map((line, index) => smallText('0', first + index * 0.88, line, 'class="axis"')).join('')
}

function breaks(line: TrendLine, frame: Frame): string {
  return breaksOf(line)
    .map((index) => {
      const x = percent((xOf(line, index - 1) + xOf(line, index)) / 2)
      return `<line class="break" stroke="#8a8f86" stroke-width="1.500" stroke-dasharray="3 5" x1="${x}" x2="${x}" y1="${round(frame.top - 0.6)}em" y2="${round(frame.axis)}em"/>`
    })
    .join('')
}

function pieces(line: TrendLine, frame: Frame): string {
  return piecesOf(line)
    .map(({ from, to, values: [one, other] }) => {
      const ends = `x1="${percent(xOf(line, from))}" y1="${yOf(line, frame, one)}em" x2="${percent(xOf(line, to))}" y2="${yOf(line, frame, other)}em"`
      return `<line class="trend" stroke="#0a5561" stroke-width="2.500" stroke-linecap="round" ${ends}/>`
    })
    .join('')
}

function points(line: TrendLine, frame: Frame): string {
  return line.points.map((point, index) => drawPoint(point, line, frame, index)).join('')
}

function drawPoint(point: TrendPoint, line: TrendLine, frame: Frame, index: number): string {
  const x = percent(xOf(line, index))
  if (point.kind === 'absent') return ''
  if (point.kind === 'unknown') {
    return `<circle class="unknown" fill="none" stroke="#8a8f86" stroke-width="1.500" stroke-dasharray="3 2.500" cx="${x}" cy="${round(frame.unknownAt)}em" r="6"/>`
  }
  const y = yOf(line, frame, point.value)
  const dot = `<circle class="dot" fill="#0a5561" cx="${x}" cy="${y}em" r="5.500"/>`
  const { length } = line.points
  if (length > MOST_FIGURES && index > 0 && index < length - 1) return dot
  const figureY = isFigureBelow(line, index) ? y + 1.25 : y - 0.6
  const weight = index === length - 1 ? ' font-weight="700"' : ''
  return dot + smallText(x, figureY, point.figure, `class="figure halo" text-anchor="middle"${weight}`)
}

function axis(line: TrendLine, moments: TrendMoment[], frame: Frame): string {
  const last = line.points.length - 1
  const shown = last > 0 ? [0, last] : [last]
  return shown
    .flatMap((index) =>
      (moments[index]?.lines ?? []).map((text, place) => {
        const [x, anchor] = index === last ? ['100%', 'end'] : [`${LEFT}%`, 'start']
        return smallText(
          x,
          frame.axis + 1.5 + place * DATE_LINE,
          text,
          `class="axis" text-anchor="${anchor}"`,
        )
      }),
    )
    .join('')
}

function textAt(x: string, y: number, text: string, attributes: string): string {
  return `<text fill="#1c2530" x="${x}" y="${round(y)}em" ${attributes}>${escapeText(text)}</text>`
}

/** An em is that of the text itself: its place is given in its own, smaller ones. */
function smallText(x: string, y: number, text: string, attributes: string): string {
  return textAt(x, y / SMALL, text, `font-size="${SMALL}em" ${attributes}`)
}

function xOf({ points: { length } }: TrendLine, index: number): number {
  return length > 1 ? FIRST + (index / (length - 1)) * (LAST - FIRST) : LAST
}

function yOf({ scale }: TrendLine, { top, bottom }: Frame, value: number): number {
  return round(bottom - heightOnScale(scale, value) * (bottom - top))
}

function percent(value: number): string {
  return `${round(value)}%`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
