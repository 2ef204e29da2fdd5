import { allowedAddress } from '#ui/documents/allowed-address.ts'
import type { Run } from '#ui/documents/document.ts'
import { characters, element, joined, writable, type Xml } from './xml.ts'

/** Everything that ends a line, also in text that came from elsewhere (Unicode Standard, 5.8). */
const LINE_END = /\r\n|[\n\r\v\f\u{85}\u{2028}\u{2029}]/u

export function linesOf(text: string): string[] {
  return text.split(LINE_END)
}

/**
 * A text as it is read: its line ends stay, and so do tabs and spaces, of which a reader of the file would otherwise
 * keep one. ODF 1.3 part 3, 6.1.2 to 6.1.5.
 */
export function inline(text: string): Xml {
  return joined(
    linesOf(text).flatMap((line, index) => [
      ...(index === 0 ? [] : [element('text:line-break', {})]),
      inlineLine(writable(line)),
    ]),
  )
}

// A space between two other signs is safe as it is. Any other stands for itself: what is around it may be a run with
// a space of its own.
const SPACING = /(\t|(?<![^ \t]) +| +(?![^ \t])| {2,})/

function inlineLine(line: string): Xml {
  return joined(
    line.split(SPACING).map((piece) => {
      if (piece === '\t') return element('text:tab', {})
      if (/^ +$/.test(piece))
        return element('text:s', { 'text:c': piece.length > 1 ? piece.length : undefined })
      return characters(piece)
    }),
  )
}

export function runsInline(runs: Run[]): Xml {
  return joined(runs.map(runInline))
}

function runInline({ text, isBold, link }: Run): Xml {
  const words = isBold
    ? element('text:span', { 'text:style-name': 'Strong_20_Emphasis' }, inline(text))
    : inline(text)
  const address = link === undefined ? null : allowedAddress(link)
  if (address === null) return words
  return element(
    'text:a',
    { 'xlink:type': 'simple', 'xlink:href': address, 'text:style-name': 'Internet_20_link' },
    words,
  )
}
