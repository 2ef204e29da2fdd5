import type { PackedFile, Sheet, SheetColumn } from './document.ts'
import { COLOUR, lettering, TYPEFACE, typefaces } from './open-document-look.ts'
import { localeOf, packedXml } from './open-document-package.ts'
import { linesOf } from './open-document-runs.ts'
import { type Attributes, characters, element, type Xml } from './open-document-xml.ts'

/** The name of the style for the numbers of a column. */
export function cellStyleOf({ decimals }: SheetColumn): string {
  return decimals === undefined ? 'Tekst' : `Getal_${decimals}`
}

export function columnStyleName(sheet: number, column: number): string {
  return `Kolom_${sheet + 1}_${column + 1}`
}

/** The widths of columns and the forms of numbers: what differs from sheet to sheet. */
export function sheetContentStyles(sheets: Sheet[], language: string): Xml {
  const decimals = sheets.flatMap(({ columns }) => columns.flatMap((column) => column.decimals ?? []))
  return element(
    'office:automatic-styles',
    {},
    element(
      'style:style',
      { 'style:name': 'Blad', 'style:family': 'table', 'style:master-page-name': 'Default' },
      element('style:table-properties', { 'table:display': 'true' }),
    ),
    element(
      'style:style',
      { 'style:name': 'Rij', 'style:family': 'table-row' },
      element('style:table-row-properties', { 'style:use-optimal-row-height': 'true' }),
    ),
    ...sheets.flatMap((sheet, number) => columnStyles(sheet, number)),
    ...[...new Set(decimals)].flatMap((count) => numberStyles(count, language)),
  )
}

/** In centimetres: of one letter, of the room beside the text, and the bounds between which a column stays. */
const LETTER = 0.2
const BESIDE = 0.55
const NARROWEST = 1.8
const WIDEST = 12

function columnStyles({ columns, rows }: Sheet, sheet: number): Xml[] {
  return columns.map(({ label }, index) => {
    const lines = rows.flatMap((row) => linesOf(String(row[index] ?? '')))
    // A name of a column is in bold.
    const longest = lines.reduce((most, line) => Math.max(most, line.length), label.length * 1.12)
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + BESIDE))
    return element(
      'style:style',
      { 'style:name': columnStyleName(sheet, index), 'style:family': 'table-column' },
      element('style:table-column-properties', { 'style:column-width': `${width.toFixed(3)}cm` }),
    )
  })
}

/** A number with so many decimals, and the sign before them that the language has (ODF 1.3 part 3, 16.29.2). */
function numberStyles(decimals: number, language: string): Xml[] {
  const { language: name, country } = localeOf(language)
  return [
    element(
      'number:number-style',
      { 'style:name': `N${decimals}`, 'number:language': name, 'number:country': country },
      element('number:number', {
        'number:decimal-places': decimals,
        'number:min-decimal-places': decimals,
        'number:min-integer-digits': 1,
      }),
    ),
    element('style:style', {
      'style:name': `Getal_${decimals}`,
      'style:family': 'table-cell',
      'style:parent-style-name': 'Getal',
      'style:data-style-name': `N${decimals}`,
    }),
  ]
}

/** The styles with a name, and the page on which a sheet is printed: lying, and as wide as its columns. */
export function sheetStyles(language: string): PackedFile {
  return packedXml(
    'styles',
    typefaces(),
    element('office:styles', {}, ...cellStyles(language)),
    element('office:automatic-styles', {}, pageLayout()),
    element('office:master-styles', {}, masterPage()),
  )
}

function cellStyles(language: string): Xml[] {
  const locale = localeOf(language)
  const right: Attributes = { 'fo:text-align': 'end' }
  const heading: Attributes = {
    'fo:background-color': COLOUR.wash,
    'fo:border-bottom': `1pt solid ${COLOUR.primary}`,
    'style:vertical-align': 'bottom',
  }
  return [
    element(
      'style:default-style',
      { 'style:family': 'table-cell' },
      element('style:text-properties', {
        'style:font-name': TYPEFACE,
        'style:font-name-asian': TYPEFACE,
        'style:font-name-complex': TYPEFACE,
        ...lettering({ size: 10, colour: COLOUR.ink }),
        'fo:language': locale.language,
        'fo:country': locale.country,
      }),
    ),
    cellStyle('Default', undefined, {}, {}, {}),
    cellStyle('Tekst', 'Default', CELL, {}, {}),
    cellStyle('Getal', 'Tekst', {}, right, {}),
    cellStyle('Kop', 'Tekst', heading, {}, lettering({ isBold: true, colour: COLOUR.primary })),
    cellStyle('Getalkop', 'Kop', {}, right, {}),
  ]
}

const CELL: Attributes = { 'fo:wrap-option': 'wrap', 'style:vertical-align': 'top', 'fo:padding': '0.1cm' }

function cellStyle(
  name: string,
  parent: string | undefined,
  cell: Attributes,
  paragraph: Attributes,
  text: Attributes,
): Xml {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell', 'style:parent-style-name': parent },
    // "fix" is what lets a number stand elsewhere than at the right, and a text than at the left.
    element('style:table-cell-properties', {
      ...cell,
      'style:text-align-source': 'fo:text-align' in paragraph ? 'fix' : undefined,
    }),
    element('style:paragraph-properties', paragraph),
    element('style:text-properties', text),
  )
}

function pageLayout(): Xml {
  return element(
    'style:page-layout',
    { 'style:name': 'Pagina' },
    element('style:page-layout-properties', {
      'fo:page-width': '29.7cm',
      'fo:page-height': '21cm',
      'style:print-orientation': 'landscape',
      'fo:margin': '1.5cm',
      'style:scale-to-X': 1,
      'style:scale-to-Y': 0,
    }),
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-top': '0.3cm' }),
    ),
  )
}

function masterPage(): Xml {
  return element(
    'style:master-page',
    { 'style:name': 'Default', 'style:page-layout-name': 'Pagina' },
    element(
      'style:footer',
      {},
      element(
        'text:p',
        {},
        element('text:sheet-name', {}, characters('???')),
        characters(' · '),
        element('text:page-number', {}, characters('1')),
        characters(' van '),
        element('text:page-count', {}, characters('1')),
      ),
    ),
  )
}
