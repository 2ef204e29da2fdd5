import type { ChartPicture } from './chart-picture.ts'
import { escapeText } from './escape-text.ts'
import { pictureFrame } from './picture-frame.ts'
import { TICK, type TickState, tickShape } from './tick-shape.ts'
import { wrapWords } from './wrap-words.ts'

/** A row of the picture: a cell for every point, and the same in a few words. */
export type TickRow = { label: string; ticks: TickState[]; words: string }

export type TickRowsOptions = { idPrefix: string; title: string; rows: TickRow[] }

const GAP = 6
const STEP = TICK + GAP
const WIDE = { width: 960, left: 236, perLine: 20, label: 24 }
const PAPER = { width: 750, left: 236, perLine: 15, label: 24 }
const NARROW = { width: 340, perLine: 10, label: 30 }

/**
 * A checklist drawn point by point: nothing is averaged, and every cell can be counted. A wide form, and a
 * narrow one with the labels above the cells.
 */
export function tickRows(options: TickRowsOptions): ChartPicture {
  const description = options.rows.map(({ label, words }) => `${label}: ${words}`).join('; ')
  const described = { ...options, description }
  return {
    svg: wideForm(described, WIDE) + narrowForm(described),
    paper: wideForm(described, PAPER),
    title: options.title,
    description,
  }
}

function wideForm(options: TickRowsOptions & { description: string }, form: typeof WIDE): string {
  let top = 4
  let content = ''
  for (const row of options.rows) {
    const labels = wrapWords(row.label, form.label)
    content += labels
      .map((line, index) => textAt(0, top + 20 + index * 21, line, 'font-weight="700"'))
      .join('')
    content += cells(row.ticks, form.left, top, form.perLine)
    const height = Math.max(linesOf(row, form.perLine) * STEP, labels.length * 21)
    content += textAt(form.left, top + height + 14, row.words, 'class="word"')
    top += height + 46
  }
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-breed`,
    className: 'wide-form',
    size: `viewBox="0 0 ${form.width} ${top}" width="${form.width}" height="${top}" font-size="17"`,
    content,
  })
}

function narrowForm(options: TickRowsOptions & { description: string }): string {
  let top = 0
  let content = ''
  for (const row of options.rows) {
    const labels = wrapWords(row.label, NARROW.label)
    const words = wrapWords(row.words, 38)
    content += labels
      .map((line, index) => textAt(0, top + 18 + index * 22, line, 'font-weight="700"'))
      .join('')
    const below = top + labels.length * 22 + 8
    content += cells(row.ticks, 0, below, NARROW.perLine)
    const end = below + linesOf(row, NARROW.perLine) * STEP
    content += words.map((line, index) => textAt(0, end + 15 + index * 21, line, 'class="word"')).join('')
    top = end + words.length * 21 + 26
  }
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-smal`,
    className: 'narrow-form',
    size: `viewBox="0 0 ${NARROW.width} ${top}" font-size="17"`,
    content,
  })
}

function cells(ticks: TickState[], left: number, top: number, perLine: number): string {
  return ticks
    .map((state, index) =>
      tickShape(state, left + (index % perLine) * STEP, top + Math.floor(index / perLine) * STEP),
    )
    .join('')
}

function linesOf({ ticks }: TickRow, perLine: number): number {
  return Math.max(Math.ceil(ticks.length / perLine), 1)
}

function textAt(x: number, y: number, text: string, attributes: string): string {
  return `<text fill="#1c2530" x="${x}" y="${y}" ${attributes}>${escapeText(text)}</text>`
}
