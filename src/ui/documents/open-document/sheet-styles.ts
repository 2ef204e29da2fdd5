import type { PackedFile, Sheet } from '#ui/documents/document.ts'
import { COLOUR, lettering, TYPEFACE, typefaces } from './look.ts'
import { numberStyles } from './number.ts'
import { localeOf, packedXml } from './package.ts'
import { masterPageName, pagesAcross, sheetMasterPage, sheetPageLayout } from './sheet-pages.ts'
import { sheetWidths } from './sheet-widths.ts'
import { type Attributes, element, type Xml } from './xml.ts'

export function sheetStyleName(sheet: number): string {
  return `Blad_${sheet + 1}`
}

export function columnStyleName(sheet: number, column: number): string {
  return `Kolom_${sheet + 1}_${column + 1}`
}

/** The widths of columns and the forms of numbers: what differs from sheet to sheet. */
export function sheetContentStyles(sheets: Sheet[], language: string): Xml {
  const decimals = sheets.flatMap(({ columns }) => columns.flatMap((column) => column.decimals ?? []))
  const row = element('style:table-row-properties', { 'style:use-optimal-row-height': 'true' })
  return element(
    'office:automatic-styles',
    {},
    ...sheets.flatMap(tableStyles),
    element('style:style', { 'style:name': 'Rij', 'style:family': 'table-row' }, row),
    ...[...new Set(decimals)].flatMap((count) => numberStyles(count, language)),
  )
}

function tableStyles(sheet: Sheet, number: number): Xml[] {
  const table = {
    'style:name': sheetStyleName(number),
    'style:family': 'table',
    'style:master-page-name': masterPageName(pagesAcross(sheet)),
  }
  return [
    element('style:style', table, element('style:table-properties', { 'table:display': 'true' })),
    ...sheetWidths(sheet).map((width, index) =>
      element(
        'style:style',
        { 'style:name': columnStyleName(number, index), 'style:family': 'table-column' },
        element('style:table-column-properties', { 'style:column-width': `${width.toFixed(3)}cm` }),
      ),
    ),
  ]
}

/** The styles with a name, and the pages on which the sheets are printed. */
export function sheetStyles(sheets: Sheet[], language: string): PackedFile {
  const across = [...new Set([1, ...sheets.map(pagesAcross)])]
  return packedXml(
    'styles',
    typefaces(),
    element('office:styles', {}, defaultCell(language), ...cellStyles()),
    element('office:automatic-styles', {}, ...across.map(sheetPageLayout)),
    element('office:master-styles', {}, ...across.map(sheetMasterPage)),
  )
}

function defaultCell(language: string): Xml {
  const locale = localeOf(language)
  const text = {
    'style:font-name': TYPEFACE,
    'style:font-name-asian': TYPEFACE,
    'style:font-name-complex': TYPEFACE,
    ...lettering({ size: 10, colour: COLOUR.ink }),
    'fo:language': locale.language,
    'fo:country': locale.country,
  }
  return element(
    'style:default-style',
    { 'style:family': 'table-cell' },
    element('style:text-properties', text),
  )
}

const TEXT: Attributes = {
  'fo:wrap-option': 'wrap',
  'style:vertical-align': 'top',
  'fo:padding': '0.08cm',
  'fo:padding-left': '0.2cm',
  'fo:padding-right': '0.2cm',
}
const HEADING: Attributes = {
  'fo:background-color': COLOUR.wash,
  'fo:border-bottom': `1pt solid ${COLOUR.primary}`,
  'style:vertical-align': 'bottom',
}

function cellStyles(): Xml[] {
  const right = element('style:paragraph-properties', { 'fo:text-align': 'end' })
  const bold = element('style:text-properties', lettering({ isBold: true, colour: COLOUR.primary }))
  return [
    cellStyle('Default', undefined, {}),
    cellStyle('Tekst', 'Default', TEXT),
    // "fix": as the style says, and not by what stands in the cell.
    cellStyle('Getal', 'Tekst', { 'style:text-align-source': 'fix' }, right),
    cellStyle('Kop', 'Tekst', HEADING, bold),
    cellStyle('Getalkop', 'Kop', { 'style:text-align-source': 'fix' }, right),
  ]
}

function cellStyle(name: string, parent: string | undefined, cell: Attributes, ...more: Xml[]): Xml {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell', 'style:parent-style-name': parent },
    element('style:table-cell-properties', cell),
    ...more,
  )
}
