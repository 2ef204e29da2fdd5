import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/instrument.ts'
import { addressesIn } from '#test/pdf/addresses.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { finish, inTurn } from './filled-scan.ts'
import { readPackage, sourceLinksOf, textsOf, withoutFeet } from './visible-text.ts'

/** Words of a page that are about the page itself: where to go, what to unfold. */
const ABOUT_THE_PAGE = [
  /^Naar de stellingen van /,
  /^Bekijk wat opvalt/,
  /^Ga verder met invullen/,
  /^(?:Stelling|Punt) \d+$/,
]

describe.skipIf(!pdfToolsAreHere())('the report (read with pdftotext)', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app?.close())

  const both = async (instrument: Instrument) => {
    const noor = app.newVisitor()
    const scan = await finish(noor, instrument, inTurn(instrument))
    const page = await noor.get(`${scan}/resultaat`)
    const report = await noor.download(`${scan}/resultaat.pdf`)
    const text = await noor.download(`${scan}/resultaat.odt`)
    expect([report.status, text.status]).toEqual([200, 200])
    return {
      said: textsOf(page.text).filter((text) => !ABOUT_THE_PAGE.some((about) => about.test(text))),
      report: withoutFeet(await readPdfText(report.bytes)),
      editable: readPackage(text.bytes),
      page: page.text,
      pdf: report.bytes,
    }
  }

  test('says everything that the page of the result says, in the same words and figures', async () => {
    for (const instrument of app.instruments) {
      const { said, report } = await both(instrument)
      expect(said.filter((text) => !report.includes(text))).toEqual([])
      expect(said.length).toBeGreaterThan(150)
      console.log(`same words: ${said.length} texts of the page of ${instrument.id} stand in its report`)
    }
  })

  test('leads where the page leads, to the letter', async () => {
    for (const instrument of app.instruments) {
      const { page, pdf } = await both(instrument)
      const wanted = sourceLinksOf(page).map((href) => new URL(href, 'http://localhost').href)
      const found = await addressesIn(pdf)
      expect(wanted.length).toBeGreaterThan(20)
      expect(wanted.filter((href) => !found.includes(href))).toEqual([])
      console.log(`same links: ${new Set(wanted).size} of the page of ${instrument.id} stand in its report`)
    }
  })

  test('has an editable twin that says the same, and leads to the same', async () => {
    for (const instrument of app.instruments) {
      const { said, page, editable } = await both(instrument)
      expect(said.filter((one) => !editable.text.includes(one))).toEqual([])
      const wanted = sourceLinksOf(page).map((href) => new URL(href, 'http://localhost').href)
      expect(wanted.filter((href) => !editable.links.includes(href))).toEqual([])
    }
  })

  test('one other word on the page would be noticed', async () => {
    const [instrument] = app.instruments
    if (!instrument) throw new Error('no instrument')
    const { said, report } = await both(instrument)
    const changed = said.map((text, index) => (index === 20 ? `${text.slice(0, -1)}?` : text))
    expect(changed.filter((text) => !report.includes(text))).toEqual([changed[20]])
  })
})
