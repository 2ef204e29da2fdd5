import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#ui/documents/document.ts'
import { openDocumentSheets } from '#ui/documents/open-document/sheets.ts'
import { undeclaredStyles } from './open-document-names.ts'
import { everyNode, findAll, type Node, readXml, visibleText } from './open-document-reader.ts'
import { packed, readContent, readPackage } from './open-document-samples.ts'
import { anyText, asRead } from './open-document-texts.ts'

const about = {
  title: 'Antwoorden',
  author: 'Iemand',
  language: 'nl',
  day: { year: 2026, month: 11, day: 23 },
}

const filesOf = (...sheets: Sheet[]) => openDocumentSheets(sheets, about)

function sheetOf(...rows: Sheet['rows']): Sheet {
  return { name: 'Scores', columns: [{ label: 'onderdeel' }, { label: 'score', decimals: 1 }], rows }
}

function cellsOf(content: Node): Node[] {
  return findAll(content, 'table:table-cell')
}

const shownIn = (cell: Node) => findAll(cell, 'text:p').map(visibleText).join('\n')

/** A cell that a program would reckon out (ODF 1.3 part 3, 19.646). */
function formulasIn(content: Node): string[] {
  return everyNode(content).flatMap(({ attributes }) =>
    Object.keys(attributes).filter((name) => /formula/.test(name)),
  )
}

describe('a spreadsheet', () => {
  test('says in its first bytes what it is, and asks for no style that it does not have', () => {
    const files = filesOf(sheetOf(['Proces', 3.25]))
    const bytes = Buffer.from(packed(files))
    expect(bytes.subarray(38, 38 + 46).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet')
    expect(undeclaredStyles(readPackage(files).values())).toEqual([])
  })

  test('keeps numbers as numbers, with their decimals, and an empty cell empty', () => {
    const content = readContent(filesOf(sheetOf(['Proces', 3.25], ['Methoden', null], ['Leeg', Number.NaN])))
    const cells = cellsOf(content).slice(2)
    expect(cells.map(({ attributes }) => attributes['office:value'])).toEqual([
      undefined,
      '3.25',
      ...Array(4).fill(undefined),
    ])
    expect(cells.map(shownIn)).toEqual(['Proces', '3,3', 'Methoden', '', 'Leeg', ''])
    expect(findAll(content, 'number:number-style')[0]?.attributes).toMatchObject({
      'number:language': 'nl',
      'number:country': 'NL',
    })
    expect(findAll(content, 'number:number')[0]?.attributes['number:decimal-places']).toBe('1')
  })

  test('keeps the names of its columns in sight', () => {
    const settings = readPackage(filesOf(sheetOf())).get('settings.xml')
    const items =
      settings &&
      findAll(settings, 'config:config-item').map((one) => [one.attributes['config:name'], one.children[0]])
    expect(items).toContainEqual(['VerticalSplitMode', '2'])
    expect(items).toContainEqual(['VerticalSplitPosition', '1'])
    const [heading] = findAll(readContent(filesOf(sheetOf())), 'table:table-header-rows')
    expect(heading && cellsOf(heading).map(shownIn)).toEqual(['onderdeel', 'score'])
  })

  test('has columns as wide as their texts, and no wider than can be read', () => {
    const widths = findAll(
      readContent(filesOf(sheetOf(['x'.repeat(5000), 1]))),
      'style:table-column-properties',
    )
    expect(widths.map(({ attributes }) => attributes['style:column-width'])).toEqual(['12.000cm', '1.800cm'])
  })
})

describe('a text in a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x";"y")', 'of:=1+1', '\t=1', '1e5', "'x"])(
    '%j stays a text',
    (text) => {
      const content = readContent(filesOf(sheetOf([text, text])))
      const cells = cellsOf(content).slice(2)
      expect(cells.map(({ attributes }) => attributes['office:value-type'])).toEqual(['string', 'string'])
      expect(cells.map(shownIn)).toEqual(Array(2).fill(text.replace('\t', ' ')))
      expect(formulasIn(content)).toEqual([])
    },
  )

  test('is read back as it was, whatever it was, and is never a formula', () => {
    const value = fc.oneof(anyText(), fc.double(), fc.constant(null))
    let cells = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 4 }), anyText(), (rows, label) => {
        const sheet = { name: label, columns: [{ label }, { label: '', decimals: 2 }], rows }
        const files = filesOf(sheet, sheet)
        readPackage(files)
        const content = readContent(files)
        expect(formulasIn(content)).toEqual([])
        const [table] = findAll(content, 'table:table')
        const found = table ? cellsOf(table).slice(2) : []
        cells += found.length
        expect(found.map(valueIn)).toEqual(rows.flat().map(expected))
      }),
      { numRuns: 300 },
    )
    console.log(`300 sheets, ${cells} cells, read back as they were`)
  })

  test('would be caught being a formula', () => {
    const cell = '<table:table-cell table:formula="of:=1+1"/>'
    expect(formulasIn(readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${cell}`))).toEqual(['table:formula'])
  })

  function valueIn(cell: Node): string | number | null {
    const { 'office:value-type': type, 'office:value': value } = cell.attributes
    if (type === 'float') return Number(value)
    return type === 'string' ? shownIn(cell) : null
  }

  function expected(value: string | number | null): string | number | null {
    if (typeof value === 'string') return asRead(value).replaceAll('\t', ' ')
    return value === null || !Number.isFinite(value) ? null : value + 0
  }
})

describe('the name of a sheet', () => {
  const namesOf = (...names: string[]) => {
    const content = readContent(filesOf(...names.map((name) => ({ name, columns: [], rows: [] }))))
    return findAll(content, 'table:table').map(({ attributes }) => attributes['table:name'] ?? '')
  }

  test('is one that every program takes', () => {
    expect(
      namesOf('Antwoorden: [1/2]*?\\', "'Team'", '', ' antwoorden 1 2', 'n'.repeat(40), 'N'.repeat(40)),
    ).toEqual(['Antwoorden 1 2', 'Team', 'Blad', 'antwoorden 1 2 2', 'n'.repeat(31), `${'N'.repeat(29)} 2`])
  })

  test('is safe and unique, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { maxLength: 5 }), (wanted) => {
        const names = namesOf(...wanted, ...wanted)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2 * wanted.length)
        expect(
          names.filter(
            (name) => name.length > 31 || !/^[^[\]*?:/\\']([^[\]*?:/\\]*[^[\]*?:/\\'])?$/.test(name),
          ),
        ).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
