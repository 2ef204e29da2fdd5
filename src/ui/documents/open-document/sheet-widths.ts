import type { Sheet } from '#ui/documents/document.ts'
import { shownNumber } from './number.ts'
import { linesOf } from './runs.ts'

/** In centimetres: of one letter, of the room beside the text, and the bounds between which a column stays. */
const LETTER = 0.195
const BESIDE = 0.65
const NARROWEST = 1.8
const WIDEST = 12
/** How much wider bold letters are, as the names of the columns have them. */
const BOLD = 1.1

/** As wide as its longest text, in centimetres; a text that is longer than a column may be, runs over lines. */
export function sheetWidths({ columns, rows }: Sheet): number[] {
  return columns.map(({ label, decimals }, index) => {
    const texts = rows.flatMap((row) => {
      const value = row[index] ?? ''
      return typeof value === 'number' ? shownNumber(value, decimals) : linesOf(value)
    })
    const longest = texts.reduce((most, { length }) => Math.max(most, length), label.length * BOLD)
    return Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + BESIDE))
  })
}
