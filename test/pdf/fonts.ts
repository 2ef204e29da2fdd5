import { PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { readCharacterMap } from './character-map.ts'
import { groupBy } from './group.ts'
import { bytesOf, dictionaryAt, dictionaryOf, itemsAt, nameAt, objectAt } from './objects.ts'
import type { ShownText } from './page-content.ts'
import type { PdfFile } from './pdf-file.ts'

/**
 * Every font is in the file and says which text its letters are (ISO 14289-1, 7.21.4.1 and 7.21.7; Matterhorn
 * 31-009, 10-001, 31-027 and 31-028). Also a font that nothing uses: it has no reason to be there.
 */
export function checkFonts({ context }: PdfFile, shown: ShownText[]): string[] {
  const inFile = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => nameAt(object, 'Type') === 'Font')
  const used = groupBy(shown, ({ font }) => font)
  return (
    [...new Set([...inFile, ...used.keys()])]
      // These are read with the font that descends from them.
      .filter((font) => !nameAt(font, 'Subtype')?.startsWith('CIDFont'))
      .flatMap((font) => checkFont(font, used.get(font) ?? []))
  )
}

function checkFont(font: PDFDict, shown: ShownText[]): string[] {
  const name = nameAt(font, 'BaseFont') ?? nameAt(font, 'Name') ?? nameAt(font, 'Subtype')
  const map = bytesOf(objectAt(font, 'ToUnicode'))
  return [
    ...(hasProgram(font) ? [] : ['is not in the file.']),
    ...(map ? checkCharacters(font, map, shown) : ['has no ToUnicode map.']),
  ].map((fault) => `The font ${name} ${fault}`)
}

/** ISO 32000-1, 9.9; a Type 3 font is its drawings (9.6.5), a Type 0 font is what it descends from (9.7.6). */
function hasProgram(font: PDFDict): boolean {
  const subtype = nameAt(font, 'Subtype')
  if (subtype === 'Type3') return (dictionaryAt(font, 'CharProcs')?.keys().length ?? 0) > 0
  if (subtype === 'Type0') return descendantsOf(font).length > 0 && descendantsOf(font).every(hasProgram)
  const descriptor = dictionaryAt(font, 'FontDescriptor')
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => objectAt(descriptor, key) instanceof PDFStream)
}

function descendantsOf(font: PDFDict): PDFDict[] {
  return itemsAt(font, 'DescendantFonts')
    .map((object) => dictionaryOf(font.context.lookup(object)))
    .filter((descendant) => descendant !== undefined)
}

/** Two bytes a letter in a Type 0 font with the encoding Identity (9.7.5.2), one in a simple font (9.6). */
function checkCharacters(font: PDFDict, map: Uint8Array, shown: ShownText[]): string[] {
  const isComposite = nameAt(font, 'Subtype') === 'Type0'
  const encoding = nameAt(font, 'Encoding')
  const isKnown = encoding === 'Identity-H' || encoding === 'Identity-V'
  if (isComposite && !isKnown) return ['has an encoding that this check cannot read.']
  const unicode = readCharacterMap(map)
  if (!unicode) return ['has a ToUnicode map that cannot be read.']
  const codes = new Set(shown.flatMap(({ bytes }) => codesOf(bytes, isComposite ? 2 : 1)))
  return [...codes]
    .filter((code) => !unicode.has(code) || /^[\0\ufeff\ufffe]*$/.test(unicode.get(code) ?? ''))
    .map((code) => `shows character ${code}, of which nothing says which text it is.`)
}

function codesOf(bytes: Uint8Array, size: 1 | 2): number[] {
  const codes: number[] = []
  for (let at = 0; at < bytes.length; at += size) {
    codes.push(size === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0))
  }
  return codes
}
