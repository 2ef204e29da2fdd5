import type { PackedFile, Sheet, SheetColumn } from '#ui/documents/document.ts'
import { typefaces } from './look.ts'
import { numberStyleOf, shownNumber } from './number.ts'
import { type About, metaFile, openDocumentPackage, packedXml } from './package.ts'
import { inline, linesOf } from './runs.ts'
import { sheetNames } from './sheet-names.ts'
import { columnStyleName, sheetContentStyles, sheetStyleName, sheetStyles } from './sheet-styles.ts'
import { frozenHeadings } from './sheet-view.ts'
import { characters, element, type Xml } from './xml.ts'

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
    ...columns.map((column, index) =>
      element('table:table-column', {
        'table:style-name': columnStyleName(sheet, index),
        'table:default-cell-style-name': numberStyleOf(column),
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
    return element('table:table-cell', { 'table:style-name': numberStyleOf(column) })
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

/** A tab becomes a space: LibreOffice would leave it out of a cell, and two words would be one. */
function textCell(style: string, text: string): Xml {
  return element(
    'table:table-cell',
    { 'table:style-name': style, 'office:value-type': 'string' },
    ...linesOf(text.replaceAll('\t', ' ')).map((line) => element('text:p', {}, inline(line))),
  )
}
