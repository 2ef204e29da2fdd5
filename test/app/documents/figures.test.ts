import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { writeCsv } from '#platform/csv.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { finish, inTurn } from './filled-scan.ts'

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

describe('the figures of a result', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app?.close())

  test('as CSV have a row for each statement, with its ids, text, answer, level, score and version', async () => {
    for (const instrument of app.instruments) {
      const noor = app.newVisitor()
      const scan = await finish(noor, instrument, inTurn(instrument, '=HYPERLINK("http://example.org")'))
      const csv = await noor.download(`${scan}/resultaat.csv`)
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
      const text = Buffer.from(csv.bytes).toString('utf8')
      expect(text.startsWith('\ufeff')).toBe(true)
      const [header = [], ...rows] = readCsv(text)
      expect(rows).toHaveLength(statementsOf(instrument).length)
      expect(new Set([header, ...rows].map(({ length }) => length))).toEqual(new Set([header.length]))
      const column = (name: string) => rows.map((row) => row[header.indexOf(name)])
      expect(column('stelling-id')).toEqual(statementsOf(instrument).map(({ id }) => id))
      expect(new Set(column('instrument'))).toEqual(new Set([instrument.id]))
      expect(new Set(column('versie'))).toEqual(new Set([instrument.version]))
      expect(column('score onderdeel').join()).toMatch(/\d,\d/)
      expect(column('notitie')).toContain(`'=HYPERLINK("http://example.org")`)
      expect([header, ...rows].flat().filter((cell) => FORMULA.test(cell))).toEqual([])
    }
  })

  test('as a sheet have the same answers, as texts and numbers and never as a formula', async () => {
    const [instrument] = app.instruments
    if (!instrument) throw new Error('no instrument')
    const noor = app.newVisitor()
    const scan = await finish(noor, instrument, inTurn(instrument, '=1+1'))
    const { bytes } = await noor.download(`${scan}/resultaat.ods`)
    const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
    expect(content).not.toContain('table:formula')
    expect(content).toContain('=1+1')
    expect(content.match(/<table:table /g)).toHaveLength(2)
    for (const { id } of statementsOf(instrument)) expect(content).toContain(`>${id}<`)
  })
})

test('no cell of any text can start a formula, and every cell is read back as it was', () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', '"', ';', '\n', "'")
  const cell = fc.tuple(start, fc.string({ unit: 'grapheme', maxLength: 20 })).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const read = readCsv(writeCsv(rows))
      expect(read.flat().filter((one) => FORMULA.test(one))).toEqual([])
      expect(read).toEqual(rows.map((row) => row.map((one) => (FORMULA.test(one) ? `'${one}` : one))))
    }),
    { numRuns: 500, seed: 13 },
  )
})

test('control: a cell that is written as it is would start one', () => {
  expect(
    readCsv('\ufeff"=1+1";"goed"\r\n')
      .flat()
      .filter((one) => FORMULA.test(one)),
  ).toEqual(['=1+1'])
})

/** As RFC 4180 has it, with semicolons; every cell stands between quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
