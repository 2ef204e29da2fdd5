import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { checkWithQpdf, pdfToolsAreHere, readPdfInfo, readPdfTags } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { fillIn, finish, inTurn } from './filled-scan.ts'

/** A document by what it is, and the one who may have it. */
type Made = { name: string; bytes: Uint8Array; fileName: string }

describe('every kind of document, of every instrument', () => {
  let app: TestApp
  const made: Made[] = []

  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    for (const instrument of app.instruments) {
      const noor = app.newVisitor()
      const fetchAs = async (name: string, path: string) => {
        const { status, headers, bytes } = await noor.download(path)
        if (status !== 200) throw new Error(`${path} gave ${status}`)
        const fileName = /filename="(.*)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? ''
        made.push({ name: `${instrument.id}: ${name}`, bytes, fileName })
      }
      app.setClock('2026-11-23T13:05:00Z')
      await finish(noor, instrument, () => ({ answer: instrument.answers[1]?.id ?? null }))
      app.setClock('2027-05-11T09:30:00Z')
      const scan = await finish(noor, instrument, inTurn(instrument))
      await fetchAs('report with a trend', `${scan}/resultaat.pdf`)
      const top = await fillIn(noor, instrument, () => ({ answer: instrument.answers.at(-2)?.id ?? null }))
      await fetchAs('report of a scan that is not finished', `${top}/resultaat.pdf`)
      const unknown = instrument.answers.find(({ level }) => level === null)?.id ?? null
      const little = await fillIn(noor, instrument, (number) => ({ answer: number < 9 ? unknown : null }))
      await fetchAs('report in which hardly anything is known', `${little}/resultaat.pdf`)
      for (const kind of ['stellingen', 'stellingen-met-toelichting', 'tips']) {
        await fetchAs(kind, `/instrumenten/${instrument.id}/${kind}.pdf`)
      }
    }
  })
  afterAll(() => app?.close())

  test('is there, in its full form', () => {
    expect(made).toHaveLength(6 * app.instruments.length)
    expect(app.logged()).not.toContain('plainest form')
  })

  test('is right by our own checker: PDF/UA-1, tags, headings, lists, tables, pictures, links, typefaces', async () => {
    for (const { name, bytes } of made) {
      const start = performance.now()
      expect(await checkPdf(bytes, { language: 'nl' }), name).toEqual([])
      console.log(`checked ${name}: ${bytes.length} bytes, ${Math.round(performance.now() - start)} ms`)
    }
  })

  test.skipIf(!pdfToolsAreHere())('is right by qpdf and Poppler', async () => {
    for (const { name, bytes } of made) {
      expect(await checkWithQpdf(bytes), name).toBe('')
      const info = await readPdfInfo(bytes)
      expect(info.get('Tagged'), name).toBe('yes')
      expect(info.get('JavaScript'), name).toBe('no')
      expect(info.get('Page size'), name).toContain('A4')
      const { outline, complaints } = await readPdfTags(bytes)
      expect(complaints, name).toBe('')
      expect(outline, name).toMatch(/H1[\s\S]*H2/)
      if (name.endsWith('report with a trend')) {
        const pages = Number(info.get('Pages'))
        console.log(`${name}: ${pages} pages`)
        expect(pages).toBeGreaterThanOrEqual(12)
        expect(pages).toBeLessThanOrEqual(25)
      }
    }
  })

  test('has a name that says what it is', () => {
    for (const { fileName } of made) expect(fileName).toMatch(/^[a-z0-9][a-z0-9.-]+\.pdf$/)
    const [first] = app.instruments
    expect(made.map(({ fileName }) => fileName)).toContain(`${first?.id}-resultaat-2027-05-11.pdf`)
    expect(made.map(({ fileName }) => fileName)).toContain(`${first?.id}-tips-${first?.version}.pdf`)
  })
})
