import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { signUp } from '#test/account-holder.ts'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import {
  fillInAndSend,
  instrumentOf,
  joinGroup,
  makeGroup,
  makeToldGroup,
  type TestGroup,
} from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

onEachStore('preparing the conversation', (kind) => {
  let app: TestApp
  let organiser: Visitor
  let told: TestGroup
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
    told = await makeToldGroup(app, organiser, 'organisator@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  test('waits until the group was told something', async () => {
    const group = await makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
    expect((await organiser.get(`${group.path}/gesprek`)).text).toContain('Nog even wachten')
    expect((await organiser.get(`${group.path}/gesprek.pdf`)).location).toBe(`${group.path}/gesprek`)
  })

  test('proposes three topics with a reason and a question, and an agenda that fits', async () => {
    const { text } = await organiser.get(`${told.path}/gesprek`)
    expect(text.match(/id="onderwerp-kop-\d"/g)).toHaveLength(3)
    expect(text).toContain('De agenda voor 45 minuten')
    const minutes = [...text.matchAll(/<td>(\d+) minuten<\/td>/g)].map(([, many]) => Number(many))
    expect(minutes.reduce((total, one) => total + one, 0)).toBe(45)
    const questions = [...text.matchAll(/<b>Begin met:<\/b> ([^<]+)/g)].map(([, question]) => question)
    expect(new Set(questions).size).toBe(3)
    expect((await organiser.get(`${told.path}/gesprek?minuten=-1`)).text).toContain('voor 45 minuten')
  })

  test('keeps what the group chose, in its order, and refuses what there is not', async () => {
    const [first, second] = statementsOf(instrumentOf(app)).map(({ id }) => id)
    const path = `${told.path}/gesprek`
    const choose = (one = '', other = '') =>
      organiser.post(path, { 'onderwerp-1': one, 'onderwerp-2': other })
    expect((await choose(second, first)).status).toBe(303)
    const { text } = await organiser.get(path)
    const topics = statementsOf(instrumentOf(app))
      .slice(0, 2)
      .map(({ topic }) => topic)
    expect(text.indexOf(`1. ${topics[1]}`)).toBeGreaterThan(0)
    expect(text.indexOf(`1. ${topics[1]}`)).toBeLessThan(text.indexOf(`2. ${topics[0]}`))
    expect((await choose('onzin')).status).toBe(400)
    expect((await choose()).text).toContain('Kies ten minste één onderwerp')
    expect((await choose(first, first)).status).toBe(303)
    expect((await organiser.get(path)).text.match(/id="onderwerp-kop-\d"/g)).toHaveLength(1)
  })

  test('goes along as one sheet of paper for on the table', async () => {
    const statements = statementsOf(instrumentOf(app)).map(({ id }) => id)
    await organiser.post(`${told.path}/gesprek`, {
      'onderwerp-1': statements[1] ?? '',
      'onderwerp-2': statements[3] ?? '',
      'onderwerp-3': statements[7] ?? '',
    })
    const { bytes, headers } = await organiser.download(`${told.path}/gesprek.pdf`)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(await checkPdf(bytes, { language: 'nl' })).toEqual([])
    if (pdfToolsAreHere())
      expect((await readPdfText(bytes)).split('\f').filter((page) => page.trim())).toHaveLength(1)
  })

  test('of an open group begins when two share, for whoever takes part', async () => {
    const open = await makeGroup(app, { kind: 'open', organiser, address: 'organisator@voorbeeld.nl' })
    const one = await joinGroup(app, open, `een${kind}@voorbeeld.nl`)
    await fillInAndSend(app, open, one, '1', { name: 'Noor' })
    expect((await one.get(`${open.path}/gesprek`)).text).toContain('Zodra twee mensen')
    const other = await joinGroup(app, open, `twee${kind}@voorbeeld.nl`)
    await fillInAndSend(app, open, other, '5', { name: 'Sem' })
    expect((await one.get(`${open.path}/gesprek`)).text).toContain('Jullie zien dit verschillend')
    // An organiser who does not take part sees nothing of what they share.
    expect((await organiser.get(`${open.path}/gesprek`)).text).toContain('Nog even wachten')
  })
})
