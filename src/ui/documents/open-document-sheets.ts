import type { PackedFile, Sheet, SheetColumn } from './document.ts'
import { typefaces } from './open-document-look.ts'
import { numberStyleOf, shownNumber } from './open-document-number.ts'
import { type About, metaFile, openDocumentPackage, packedXml } from './open-document-package.ts'
import { inline, linesOf } from './open-document-runs.ts'
import { sheetNames } from './open-document-sheet-names.ts'
import {
  columnStyleName,
  sheetContentStyles,
  sheetStyleName,
  sheetStyles,
} from './open-document-sheet-styles.ts'
import { frozenHeadings } from './open-document-sheet-view.ts'
import { characters, element, type Xml } from './open-document-xml.ts'

/**
 * The files of a spreadsheet (ODF 1.3, ISO/IEC 26300), in the order in which they go into the package; the first is to
 * be stored without compression. A text is always a text, also when it begins as a formula does: nothing in these
 * files is ever reckoned out.
 */
export function openDocumentSheets(sheets: Sheet[], about: About): PackedFile[] {
  const names = sheetNames(sheets.map(({ name }) => name))
  return openDocumentPackage('spreadsheet', [
    packedXml(
      'content',
      typefaces(),
      sheetContentStyles(sheets, about.language),
      element(
        'office:body',
        {},
        element(
          'office:spreadsheet',
          {},
          ...sheets.map((sheet, index) => table(sheet, index, names[index] ?? '')),
        ),
      ),
    ),
    sheetStyles(sheets, about.language),
    metaFile(about),
    packedXml('settings', frozenHeadings(names)),
  ])
}

function table({ columns, rows }: Sheet, sheet: number, name: string): Xml {
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': sheetStyleName(sheet) },
    ...columns.map((_, index) =>
      element('table:table-column', {
        'table:style-name': columnStyleName(sheet, index),
        'table:default-cell-style-name': 'Tekst',
      }),
    ),
    element('table:table-header-rows', {}, row(columns.map(headerCell))),
    ...rows.map((cells) => row(columns.map((column, index) => cell(column, cells[index] ?? null)))),
  )
}

function row(cells: Xml[]): Xml {
  return element('table:table-row', { 'table:style-name': 'Rij' }, ...cells)
}

function headerCell({ label, decimals }: SheetColumn): Xml {
  return textCell(decimals === undefined ? 'Kop' : 'Getalkop', label)
}

/** A number that is none, such as the average of nothing, is an empty cell (ODF 1.3 part 3, 9.1.4). */
function cell(column: SheetColumn, value: string | number | null): Xml {
  if (typeof value === 'string') return textCell('Tekst', value)
  if (value === null || !Number.isFinite(value))
    return element('table:table-cell', { 'table:style-name': 'Tekst' })
  return element(
    'table:table-cell',
    {
      'table:style-name': numberStyleOf(column),
      'office:value-type': 'float',
      'office:value': String(value),
    },
    element('text:p', {}, characters(shownNumber(value, column.decimals))),
  )
}

function textCell(style: string, text: string): Xml {
  return element(
    'table:table-cell',
    { 'table:style-name': style, 'office:value-type': 'string' },
    ...linesOf(text).map((line) => element('text:p', {}, inline(line))),
  )
}
