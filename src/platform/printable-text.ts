import type { Typeface } from './typefaces.ts'

/** Stands where a sign was that no typeface has. */
export const MISSING_SIGN = '◊'

/** Latin as nearly all our texts have it: nothing to look up. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff‘’“”–—…•€]*$/

/** Nothing is drawn for these, so no typeface needs them. */
const UNDRAWN = /^(?:\p{Default_Ignorable_Code_Point}|[\n\t])$/u

/** PDF/UA-1 (ISO 14289-1, 7.21.8) allows no letter without a form; what nobody can read is left out beforehand. */
const UNREADABLE = /[\ufeff\p{Noncharacter_Code_Point}\p{Co}]|(?![\t\n])\p{Cc}/gu

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

/** More than fits on a line of small letters: between these a line may end. */
const LONG_WORD = /[^\s\u200b]{40,}/gu
const PIECE = 10

/**
 * Makes a function that gives a text as it can be printed: control characters left out, a sign that no typeface has
 * replaced, and places to break in a word that is longer than a line.
 */
export function createPrintable(typefaces: Pick<Typeface, 'letters'>[]): (text: string) => string {
  const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })
  const isDrawn = (sign: string) => {
    const points = [...sign]
      .filter((letter) => !UNDRAWN.test(letter))
      .map((letter) => letter.codePointAt(0) ?? 0)
    return typefaces.some(({ letters }) => points.every((point) => hasLetter(letters, point)))
  }
  return (text) => {
    const clean = text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNREADABLE, '')
    const known = PLAIN.test(clean)
      ? clean
      : Array.from(graphemes.segment(clean), ({ segment }) =>
          isDrawn(segment) ? segment : MISSING_SIGN,
        ).join('')
    return known.replace(LONG_WORD, (word) => breakable(word, graphemes))
  }
}

function hasLetter(letters: Typeface['letters'], point: number): boolean {
  let [low, high] = [0, letters.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = letters[middle] ?? [0, -1]
    if (point < from) high = middle - 1
    else if (point > to) low = middle + 1
    else return true
  }
  return false
}

function breakable(word: string, graphemes: Intl.Segmenter): string {
  return Array.from(graphemes.segment(word), ({ segment }, index) =>
    index > 0 && index % PIECE === 0 ? `\u200b${segment}` : segment,
  ).join('')
}
