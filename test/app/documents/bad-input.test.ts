import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { MISSING_SIGN } from '#platform/printable-text.ts'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Block, Document } from '#ui/documents/document.ts'
import { fillIn } from './filled-scan.ts'
import { longDocument } from './long-document.ts'
import { normalised } from './visible-text.ts'

const MARKUP =
  '#panic("x") #read("/etc/hostname") #import "@preview/cetz:0.3.0" $x^2$ `raw` @ref <label> *vet* _schuin_ \\ // /* */ = kop'

/** What somebody might type, and what of it has to be read back. */
const NOTES: [name: string, note: string, read?: string][] = [
  ['Arabic', 'مرحبا بالعالم'],
  ['Hebrew', 'שלום עולם'],
  ['Chinese', '你好，我们明天讨论。', '你好，我们明天讨论。'],
  ['emoji', 'Goed 😀 ☐ ✓ → ½ ≥', 'Goed 😀 ☐ ✓ → ½ ≥'],
  ['joined emoji', 'a👩‍👩‍👧b 🇳🇱 1️⃣'],
  ['Greek and Cyrillic', 'αβγ Привет', 'αβγ Привет'],
  ['signs that no typeface has', 'ไทย हिन्दी', MISSING_SIGN],
  ['stacked marks', 'Z̷̧̛a̸l̵g̶o̷'],
  ['directions', 'a\u202eb\u202cc \u2066d\u2069'],
  ['Typst markup', MARKUP, MARKUP],
  ['a formula', '=HYPERLINK("http://example.org","klik")', '=HYPERLINK("http://example.org","klik")'],
  ['a link', 'https://example.org/pad javascript:alert(1)', 'javascript:alert(1)'],
  ['control characters', 'a\u0001b\u0007c\u001bd\u007fe', 'abcde'],
  ['lone halves and nothings', 'a\ud800b\ufffec\ufeffd'],
  ['5,000 letters without a space', 'x'.repeat(5000)],
  ['many lines', `${'regel\n'.repeat(400)}einde`, 'einde'],
  ['HTML', '<script>alert(1)</script><b>vet</b>', '<script>alert(1)</script><b>vet</b>'],
]

describe('documents', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app?.close())

  test.skipIf(!pdfToolsAreHere())('take whatever somebody typed as text (read with pdftotext)', async () => {
    const [instrument] = app.instruments
    if (!instrument) throw new Error('no instrument')
    const noor = app.newVisitor()
    const scan = await fillIn(noor, instrument, () => ({ answer: '1' }))
    const kept: typeof NOTES = []
    for (const [index, statement] of statementsOf(instrument).entries()) {
      const one = NOTES[index]
      if (!one) break
      const { status } = await noor.put(`${scan}/antwoorden/${statement.id}`, { note: one[1] })
      expect([one[0], status]).toEqual([one[0], status === 400 ? 400 : 200])
      if (status === 200) kept.push(one)
    }
    const { status, bytes } = await noor.download(`${scan}/resultaat.pdf`)
    expect(status).toBe(200)
    expect(app.logged()).not.toContain('plainest form')
    expect(await checkPdf(bytes, { language: 'nl' })).toEqual([])
    const text = normalised(await readPdfText(bytes))
    const lost = kept.filter(([, , read]) => read && !text.includes(normalised(read)))
    expect(lost.map(([name]) => name)).toEqual([])
    const letters = text.match(/x{5,}/g)?.join('').length
    expect(letters).toBe(5000)
    console.log(`${kept.length} of ${NOTES.length} hostile notes were kept, and stand in the report as text`)
    const links = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/URI \((.*?)\)/g),
    ].map(([, link]) => link)
    expect(links.filter((link) => link?.includes('example.org'))).toEqual([])
  })

  test('are made of any text at all: 300 at random', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...'#$*_`@<>\\/[]{}()=-+~"\n\t ab'), maxLength: 80 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
        .map((units) => String.fromCharCode(...units)),
    )
    const batches = fc.sample(fc.array(anything, { minLength: 30, maxLength: 30 }), { numRuns: 10, seed: 5 })
    for (const texts of batches) {
      const blocks = texts.flatMap((text): Block[] => [
        { kind: 'typed', label: 'Je notitie', text },
        { kind: 'paragraph', text: [{ text, isBold: true }] },
      ])
      const state = await made(withBlocks(blocks))
      expect(await checkPdf(state, { language: 'nl' })).toEqual([])
    }
    expect(app.logged()).not.toContain('plainest form')
  })

  test('ask nobody anything while they are made, whatever stands in them', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked += 1
      answer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.svg`
    const drawing = (href: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="30"><style>@import "${href}";</style><image href="${href}" xlink:href="${href}" width="9" height="9"/><rect width="9" height="9"/></svg>`
    await made(
      withBlocks([
        { kind: 'typed', label: 'Notitie', text: `#image("${there}") #read("${there}") #import "${there}"` },
        { kind: 'paragraph', text: [{ text: 'Daar', link: there }] },
      ]),
    )
    // A drawing that asks for something from elsewhere is refused as a whole.
    for (const href of [there, 'file:///etc/hostname', '/etc/hostname']) {
      const picture = {
        kind: 'picture',
        svg: drawing(href),
        description: 'Een proef',
        caption: 'Een proef',
      } as const
      const order = { content: withBlocks([picture]), plainest: () => withBlocks([picture]), isKept: false }
      expect(await app.house.documents.make(order, 20_000)).toEqual({ kind: 'failed' })
    }
    expect(asked).toBe(0)
    // The control: somebody who asks is heard.
    await fetch(there)
    expect(asked).toBe(1)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test.skipIf(!pdfToolsAreHere())('that cannot be made as meant come in their plainest form', async () => {
    const canary = 'kanarie-73'
    const told = () =>
      app
        .logged()
        .split('\n')
        .filter((line) => line.includes('plainest form'))
    const before = told().length
    const typed: Block = { kind: 'typed', label: 'Je notitie', text: canary }
    const impossible = { kind: 'picture', svg: 'no drawing', description: canary, caption: canary } as const
    const state = await app.house.documents.make(
      {
        content: withBlocks([typed, impossible]),
        plainest: () => withBlocks([{ kind: 'paragraph', text: [{ text: 'Zonder tekening.' }] }]),
        isKept: false,
      },
      20_000,
    )
    if (state.kind !== 'made') throw new Error(`it is ${state.kind}`)
    expect(await readPdfText(state.pdf)).toContain('Zonder tekening.')
    const lines = told().slice(before)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/"reason":"[^"]{10,}/)
    expect(app.logged()).not.toContain(canary)
  })

  test('that cannot be made at all are told about, and the next one is made', async () => {
    const impossible = withBlocks([{ kind: 'picture', svg: '', description: '', caption: '' }])
    const order = { content: impossible, plainest: () => impossible, isKept: false }
    expect(await app.house.documents.make(order, 20_000)).toEqual({ kind: 'failed' })
    expect(app.logged()).toContain('a document could not be made')
    await made(withBlocks([{ kind: 'paragraph', text: [{ text: 'Daarna.' }] }]))
  })

  async function made(content: Document): Promise<Uint8Array> {
    const state = await app.house.documents.make({ content, plainest: () => content, isKept: false }, 20_000)
    if (state.kind !== 'made') throw new Error(`the document is ${state.kind}`)
    return state.pdf
  }
})

function withBlocks(blocks: Block[]): Document {
  return { ...longDocument('Een proef', 1), parts: [{ title: 'Een proef', blocks }] }
}
