import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/instrument.ts'
import { createLog } from '#platform/log.ts'
import { openDocuments } from '#src/open-documents.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { fillIn, inTurn } from './filled-scan.ts'
import { keepBusy, longDocument } from './long-document.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const MOST_WAITING = 2

describe('a document', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-waiting-'))
  const documents = openDocuments({
    dataDir,
    log: createLog('silent'),
    mostWaiting: MOST_WAITING,
  })
  let app: TestApp
  let instrument: Instrument
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'), { documents })
    const [first] = app.instruments
    if (!first) throw new Error('no instrument')
    instrument = first
  })
  afterAll(async () => {
    await app?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('about an instrument is made once and kept, and is not sent again to who has it', async () => {
    const visitor = app.newVisitor()
    const address = `/instrumenten/${instrument.id}/stellingen.pdf`
    const first = await visitor.download(address)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(readdirSync(join(dataDir, 'documents'))).toEqual([`${tag.slice(1, -1)}.pdf`])

    const again = await visitor.download(address, { 'if-none-match': `"other", W/${tag}` })
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, tag])
    const other = await visitor.download(address, { 'if-none-match': '"other"' })
    expect(other.status).toBe(200)
    expect(Buffer.from(other.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })

  test('of every version can be had, and one that never was cannot', async () => {
    const visitor = app.newVisitor()
    const address = `/instrumenten/${instrument.id}/tips.pdf?versie=`
    const { status, headers } = await visitor.download(address + instrument.version)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain(`${instrument.id}-tips-${instrument.version}.pdf`)
    for (const wrong of ['9.9.9', '../1.0.0', '%00']) {
      expect((await visitor.download(address + wrong)).status, wrong).toBe(404)
    }
  })

  test('of a person is never kept on disk, nor by a browser', async () => {
    const noor = app.newVisitor()
    const scan = await fillIn(noor, instrument, inTurn(instrument))
    const before = readdirSync(join(dataDir, 'documents'))
    for (const form of ['pdf', 'odt', 'ods', 'csv']) {
      const { status, headers } = await noor.download(`${scan}/resultaat.${form}`)
      expect([form, status]).toEqual([form, 200])
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('etag')).toBeNull()
      expect(headers.get('content-disposition')).toContain(`resultaat-2026-11-23.${form}"`)
    }
    expect(readdirSync(join(dataDir, 'documents'))).toEqual(before)
  })

  test('is not made of a scan without an answer: the page says what to do', async () => {
    const noor = app.newVisitor()
    const scan = await fillIn(noor, instrument, () => ({ answer: null }))
    for (const form of ['pdf', 'odt', 'ods', 'csv']) {
      const { status, location } = await noor.get(`${scan}/resultaat.${form}`)
      expect([status, location]).toEqual([303, `${scan}/resultaat`])
    }
  })

  test('that takes longer than a second brings a page with how long, and is there when it is asked for again', async () => {
    const noor = app.newVisitor()
    const scan = await fillIn(noor, instrument, inTurn(instrument, 'Hier moet ik even op wachten.'))
    const finished = keepBusy(documents, 'lang')
    const waiting = await noor.request(`${scan}/resultaat.pdf`, { method: 'GET', headers: BROWSER })
    expect(waiting.status).toBe(202)
    expect(waiting.headers.get('content-type')).toContain('text/html')
    expect(waiting.text).toMatch(/Het duurt nog ongeveer \d+ seconden?\. Er gaat nog 1 document voor\./)
    expect(waiting.text).toContain(`href="${scan}/resultaat.pdf"`)
    expect(await stateOf()).toMatchObject({ kind: 'waiting' })
    await finished
    for (let round = 0; round < 50 && (await stateOf()).kind === 'waiting'; round++) await pause(100)
    expect(await stateOf()).toMatchObject({ kind: 'made', text: expect.stringContaining('klaar') })
    const there = await noor.download(`${scan}/resultaat.pdf`, BROWSER)
    expect([there.status, there.headers.get('content-type')]).toEqual([200, 'application/pdf'])

    async function stateOf(): Promise<{ kind: string; text: string }> {
      const init = { method: 'GET', headers: { accept: 'application/json' } }
      return JSON.parse((await noor.request(`${scan}/resultaat.pdf`, init)).text)
    }
  })

  test('is refused in words when too many wait, with what can be had at once; asked for later it comes', async () => {
    const noor = app.newVisitor()
    const scan = await fillIn(noor, instrument, inTurn(instrument, 'Het is druk vandaag.'))
    const finished = Promise.all(
      Array.from({ length: MOST_WAITING + 1 }, (_, index) => keepBusy(documents, `druk ${index}`, 4_000)),
    )
    const refused = await noor.request(`${scan}/resultaat.pdf`, { method: 'GET', headers: BROWSER })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(refused.text).toContain('Het is nu druk')
    expect(refused.text).toContain(`href="${scan}/resultaat.odt"`)
    expect((await noor.download(`${scan}/resultaat.odt`)).status).toBe(200)
    await finished
    expect((await noor.download(`${scan}/resultaat.pdf`)).status).toBe(200)
  })

  test.skipIf(!pdfToolsAreHere())(
    'of one person is never given to another who asks at the same moment',
    async () => {
      const names = ['Amber', 'Bilal', 'Chen']
      const people = await Promise.all(
        names.map(async (name) => {
          const visitor = app.newVisitor()
          const note = `Dit schreef ${name} op.`
          return { name, visitor, scan: await fillIn(visitor, instrument, inTurn(instrument, note)) }
        }),
      )
      const texts = await Promise.all(
        people.map(async ({ visitor, scan }) => {
          // More than two at once is too busy here: then one asks again.
          for (;;) {
            const { status, bytes } = await visitor.download(`${scan}/resultaat.pdf`)
            if (status === 200) return readPdfText(bytes)
            await pause(100)
          }
        }),
      )
      for (const [index, text] of texts.entries()) {
        expect(names.filter((name) => text.includes(name))).toEqual([names[index]])
      }
    },
  )

  test('that several people ask for at the same moment is made once', async () => {
    const document = longDocument('samen', 50)
    const order = { content: document, plainest: () => document, isKept: false }
    const states = await Promise.all(Array.from({ length: 20 }, () => documents.make(order, 20_000)))
    expect(states.every((state) => state.kind === 'made')).toBe(true)
    expect(new Set(states.map((state) => state.kind === 'made' && state.pdf)).size).toBe(1)
  })
})
