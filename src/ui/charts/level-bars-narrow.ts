import { escapeText } from './escape-text.ts'
import type { LevelBar, LevelBarsOptions } from './level-bar.ts'
import { cellsOf, dutchValue, type LevelScale, shareOfScale } from './level-scale.ts'
import { pictureFrame } from './picture-frame.ts'
import { wrapWords } from './wrap-words.ts'

// Widths in percent and heights in em: the letters keep the size of the page's own, however narrow it is.
const LINE = 1.3
const BAR = 0.9
const ROW_END = 2.6
const AXIS = 1.5

/** The form for phones: label and value above the bar, the word under it, the ends of the scale below. */
export function narrowLevelBars(options: LevelBarsOptions & { description: string }): string {
  const { scale, bars } = options
  let top = 0
  let content = ''
  for (const bar of bars) {
    const lines = wrapWords(bar.label, 22)
    content += row(scale, bar, lines, top)
    top += lines.length * LINE + BAR + ROW_END
  }
  const height = round(top + AXIS)
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-smal`,
    className: 'narrow-form',
    size: `width="100%" height="${height}em" font-size="17"`,
    content: content + ends(scale, round(top + 0.9)),
  })
}

function row(scale: LevelScale, bar: LevelBar, lines: string[], top: number): string {
  const barTop = round(top + lines.length * LINE + 0.1)
  const word = bar.note ? `${bar.word} (${bar.note})` : bar.word
  const labels = lines.map((line, index) =>
    textAt('0', top + index * LINE + 0.95, line, 'class="label" font-weight="700"'),
  )
  const drawn = bar.value === null ? unknown(barTop) : known(scale, bar.value, top, barTop)
  return labels.join('') + drawn + textAt('0', barTop + BAR + 1.05, word, 'class="word"')
}

function known(scale: LevelScale, value: number, top: number, barTop: number): string {
  return (
    textAt('100%', top + 0.95, dutchValue(value), 'class="figure" font-weight="700" text-anchor="end"') +
    cells(scale, barTop) +
    `<rect class="bar" fill="#0a5561" y="${barTop}em" width="${percent(shareOfScale(scale, value))}" height="${BAR}em" rx="4"/>`
  )
}

/** Dashed, as the answer "unknown" is. */
function unknown(top: number): string {
  return `<rect class="unknown" fill="none" stroke="#8a8f86" stroke-dasharray="5 4" x="0.25%" y="${top}em" width="99.5%" height="${BAR}em" rx="4"/>`
}

function cells(scale: LevelScale, top: number): string {
  const count = cellsOf(scale)
  return Array.from(
    { length: count },
    (_, index) =>
      `<rect class="cell" fill="#d5e6e5" x="${percent(index / count)}" y="${round(top)}em" width="${percent(0.988 / count)}" height="${BAR}em" rx="4"/>`,
  ).join('')
}

function ends({ labels }: LevelScale, y: number): string {
  const axis = 'class="axis"'
  return (
    textAt('0', y, labels[0] ?? '', axis) +
    textAt('100%', y, labels.at(-1) ?? '', `${axis} text-anchor="end"`)
  )
}

function textAt(x: string, y: number, text: string, attributes: string): string {
  return `<text fill="#1c2530" x="${x}" y="${round(y)}em" ${attributes}>${escapeText(text)}</text>`
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
