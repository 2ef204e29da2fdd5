import { escapeText } from './escape-text.ts'
import type { LevelBar, LevelBarsOptions } from './level-bar.ts'
import { cellsOf, dutchValue, type LevelScale, shareOfScale } from './level-scale.ts'
import { pictureFrame } from './picture-frame.ts'
import { wrapWords } from './wrap-words.ts'

// The colours stand here too, for documents: there are no styles there.
const LEFT = 216
const RIGHT = 134
const AXIS = 40
const ROW = 58
const BAR = 28

/** How wide the bars may be, and the letters above them; a narrower drawing has larger letters on the same paper. */
type Room = { plot: number; axis: number }

export const ON_SCREEN: Room = { plot: 610, axis: 16 }
export const ON_PAPER: Room = { plot: 450, axis: 14 }

/** The form for 640 px and more, and for paper: labels left, words above, values right. */
export function wideLevelBars(options: LevelBarsOptions & { description: string }, room: Room): string {
  const { scale, bars } = options
  const width = LEFT + room.plot + RIGHT
  const height = AXIS + bars.length * ROW
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-breed`,
    className: 'wide-form',
    size: `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="17"`,
    content: axis(scale, room) + bars.map((bar, index) => row(scale, bar, AXIS + index * ROW, room)).join(''),
  })
}

function axis(scale: LevelScale, { plot, axis }: Room): string {
  const cell = plot / cellsOf(scale)
  return scale.labels
    .map((label, index) => {
      const x = round(LEFT + (index + 0.5) * cell)
      return `<text class="axis" fill="#4c5866" font-size="${axis}" x="${x}" y="20" text-anchor="middle">${escapeText(label)}</text>`
    })
    .join('')
}

function row(scale: LevelScale, bar: LevelBar, top: number, room: Room): string {
  const middle = top + ROW / 2
  const drawn = bar.value === null ? unknown(bar, middle, room) : known(scale, bar, bar.value, middle, room)
  return label(bar.label, middle) + drawn
}

function label(text: string, middle: number): string {
  const lines = wrapWords(text, 24)
  const first = middle + 6 - (lines.length - 1) * 10
  return lines
    .map((line, index) => `<text fill="#1c2530" x="0" y="${first + index * 20}">${escapeText(line)}</text>`)
    .join('')
}

function cells(scale: LevelScale, middle: number, { plot }: Room): string {
  const count = cellsOf(scale)
  const cell = plot / count
  return Array.from(
    { length: count },
    (_, index) =>
      `<rect class="cell" fill="#d5e6e5" x="${round(LEFT + index * cell)}" y="${middle - BAR / 2}" width="${round(cell - 4)}" height="${BAR}" rx="4"/>`,
  ).join('')
}

/** Dashed, as the answer "unknown" is. */
function unknown(bar: LevelBar, middle: number, { plot }: Room): string {
  return (
    `<rect class="unknown" fill="none" stroke="#8a8f86" stroke-dasharray="5 4" x="${LEFT + 0.5}" y="${middle - BAR / 2}" width="${plot - 5}" height="${BAR}" rx="4"/>` +
    `<text class="word" fill="#4c5866" font-size="16" x="${LEFT + 12}" y="${middle + 6}">${escapeText(wordOf(bar))}</text>`
  )
}

function known(scale: LevelScale, bar: LevelBar, value: number, middle: number, room: Room): string {
  const width = round(shareOfScale(scale, value) * room.plot)
  const x = LEFT + room.plot + 16
  const words = wrapWords(wordOf(bar), 15).map(
    (line, index) =>
      `<text class="word" fill="#4c5866" font-size="15" x="${x}" y="${middle + 17 + index * 17}">${escapeText(line)}</text>`,
  )
  return (
    cells(scale, middle, room) +
    `<rect class="bar" fill="#0a5561" x="${LEFT}" y="${middle - BAR / 2}" width="${width}" height="${BAR}" rx="4"/>` +
    `<text class="figure" fill="#1c2530" font-weight="700" x="${x}" y="${middle - 2}">${dutchValue(value)}</text>` +
    words.join('')
  )
}

function wordOf({ word, note }: LevelBar): string {
  return note ? `${word} (${note})` : word
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
