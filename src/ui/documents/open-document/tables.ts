import type { Block, DocumentColumn } from '#ui/documents/document.ts'
import { type Keep, paragraph } from './keep.ts'
import { COLOUR, PAGE } from './look.ts'
import { inline } from './runs.ts'
import { element, type Xml } from './xml.ts'

export type TableBlock = Extract<Block, { kind: 'table' }>

/**
 * A table with its caption above. The columns' names return on every page that it runs on to, and a row is not cut in
 * two (ODF 1.3 part 3, 9.1). `name` is unique in the document.
 */
export function showTable({ caption, columns, rows }: TableBlock, name: string, keep: Keep): Xml[] {
  return [
    paragraph('Table', inline(caption)),
    element(
      'table:table',
      { 'table:name': name, 'table:style-name': keep === 'with-next' ? 'Tabel_kept' : 'Tabel' },
      ...columns.map((_, index) =>
        element('table:table-column', { 'table:style-name': columnName(name, index) }),
      ),
      element('table:table-header-rows', {}, headerRow(columns)),
      ...rows.map((row, index) => bodyRow(columns, row, keep !== 'free' && index < rows.length - 1)),
    ),
  ]
}

function headerRow(columns: DocumentColumn[]): Xml {
  return row(
    columns.map(({ label, isNumber }) =>
      cell('Kopcel', paragraph(isNumber ? 'Getalkop' : 'Table Heading', inline(label), true)),
    ),
  )
}

function bodyRow(columns: DocumentColumn[], cells: string[], isKept: boolean): Xml {
  return row(
    columns.map(({ isNumber }, index) => {
      const style = isNumber ? 'Getal' : index === 0 ? 'Table Heading' : 'Table Contents'
      return cell('Cel', paragraph(style, inline(cells[index] ?? ''), isKept))
    }),
  )
}

function row(cells: Xml[]): Xml {
  return element('table:table-row', { 'table:style-name': 'Rij' }, ...cells)
}

function cell(style: string, content: Xml): Xml {
  return element('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, content)
}

function columnName(table: string, index: number): string {
  return `${table}_${index + 1}`
}

/** In centimetres: of one bold letter, and of the room beside the text. */
const LETTER = 0.235
const BESIDE = 0.35
/** Longer texts than this, in letters, may as well run over lines. */
const LONG = 40

/** The widths of one table's columns, together as wide as the text. A word is not broken while there is room. */
export function columnStyles(table: TableBlock, name: string): Xml[] {
  return columnWidths(table).map((width, index) =>
    element(
      'style:style',
      { 'style:name': columnName(name, index), 'style:family': 'table-column' },
      element('style:table-column-properties', {
        'style:column-width': `${width.toFixed(3)}cm`,
        'style:rel-column-width': `${Math.round((65535 * width) / PAGE.text)}*`,
      }),
    ),
  )
}

function columnWidths({ columns, rows }: TableBlock): number[] {
  const needs = columns.map(({ label }, index) => {
    const texts = [label, ...rows.map((row) => row[index] ?? '')]
    const least = widthOf(texts.flatMap((text) => text.split(/\s/)))
    return { least, more: 0.2 + Math.max(0, widthOf(texts) - least) }
  })
  const least = sum(needs.map((need) => need.least))
  const more = sum(needs.map((need) => need.more))
  if (least >= PAGE.text) return needs.map((need) => (PAGE.text * need.least) / least)
  return needs.map((need) => need.least + ((PAGE.text - least) * need.more) / more)
}

function widthOf(texts: string[]): number {
  return (
    BESIDE +
    LETTER *
      Math.min(
        LONG,
        texts.reduce((most, { length }) => Math.max(most, length), 0),
      )
  )
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** How every table looks: a strong line under the names of the columns, a thin one under each row. */
export function tableStyles(): Xml[] {
  const table = (name: string, isKept: boolean) =>
    element(
      'style:style',
      { 'style:name': name, 'style:family': 'table' },
      element('style:table-properties', {
        'style:width': `${PAGE.text}cm`,
        'table:align': 'margins',
        'fo:margin-bottom': '14pt',
        'table:border-model': 'collapsing',
        'style:may-break-between-rows': 'true',
        'fo:keep-with-next': isKept ? 'always' : undefined,
      }),
    )
  const row = element(
    'style:style',
    { 'style:name': 'Rij', 'style:family': 'table-row' },
    element('style:table-row-properties', { 'fo:keep-together': 'always' }),
  )
  return [
    table('Tabel', false),
    table('Tabel_kept', true),
    row,
    cellStyle('Kopcel', `1pt solid ${COLOUR.ink}`),
    cellStyle('Cel', `0.5pt solid ${COLOUR.hairline}`),
  ]
}

function cellStyle(name: string, below: string): Xml {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell' },
    element('style:table-cell-properties', {
      'fo:border-top': 'none',
      'fo:border-left': 'none',
      'fo:border-right': 'none',
      'fo:border-bottom': below,
      'fo:padding-top': '0.12cm',
      'fo:padding-bottom': '0.12cm',
      'fo:padding-left': '0cm',
      'fo:padding-right': '0.3cm',
      'style:vertical-align': 'top',
    }),
  )
}
