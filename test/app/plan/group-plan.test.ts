import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { signUp } from '#test/account-holder.ts'
import { readPackage } from '#test/app/documents/visible-text.ts'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { agree, instrumentOf, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

const NASTY = 'Regel 1;\nBEGIN:VEVENT\r\nSUMMARY:<script>alert(1)</script>, "aanhaling" \\ =1+1'

onEachStore('the plan of a group', (kind) => {
  let app: TestApp
  let organiser: Visitor
  let member: Visitor
  let group: TestGroup
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
    group = await makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
    member = await joinGroup(app, group, 'lid@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  const plan = () => `${group.path}/plan`

  test('says what to do while there is nothing in it', async () => {
    const { text } = await member.get(plan())
    expect(text).toContain('Er staat nog niets in het plan')
    expect((await member.get(`${plan()}.ics`)).location).toBe(plan())
  })

  test('gets what was agreed, by whoever is in the group', async () => {
    const [statement] = statementsOf(instrumentOf(app))
    const page = await member.get(`${plan()}/nieuw?stelling=${statement?.id}`)
    expect(page.text).toContain(statement?.statement)
    expect(page.text).toContain('value="2026-12-07"')
    const [tip] = statement?.tips ?? []
    await agree(app, group, member, { stelling: statement?.id ?? '', tip: tip?.id ?? '', wie: 'beleid' })
    const { text } = await organiser.get(plan())
    expect(text).toContain('beleid')
    expect(text).toContain(`${statement?.number}: ${statement?.topic}`)
  })

  test.each<[string, Record<string, string>, number, string]>([
    ['nothing to do', { wat: ' ' }, 400, 'Vul in wat jullie gaan doen'],
    ['a day that does not exist', { wat: 'Iets', 'klaar-op': '2027-02-30' }, 400, 'Vul een dag in'],
    ['a statement that there is not', { wat: 'Iets', stelling: 'onzin' }, 400, ''],
    ['a status that there is not', { wat: 'Iets', status: 'misschien' }, 400, ''],
    ['a field that there is not', { wat: 'Iets', groep: 'x' }, 400, ''],
    ['a text without end', { wat: 'x'.repeat(501) }, 400, 'Maak het korter'],
  ])('refuses %s, and keeps what was typed', async (_, fields, status, words) => {
    const answer = await member.post(`${plan()}/nieuw`, { wie: 'Blijft staan', ...fields })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(words)
    if (words) expect(answer.text).toContain('Blijft staan')
  })

  test('of two who change the same action at once, the second sees what the first made of it, and loses nothing', async () => {
    const action = await agree(app, group, organiser, { wat: 'Samen iets doen', wie: 'Noor' })
    const path = `${plan()}/${action}`
    const change = (who: Visitor, wat: string) =>
      who.post(path, { wat, wie: 'Noor', status: 'busy', versie: '1' })
    const answers = await Promise.all([change(organiser, 'Eerste versie'), change(member, 'Tweede versie')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const behind = answers.find(({ status }) => status === 409)
    expect(behind?.text).toContain('Iemand anders paste dit net aan')
    expect(behind?.text).toContain('Eerste versie')
    expect(behind?.text).toContain('Tweede versie')
    expect(behind?.text).toContain('name="versie" value="2"')
    const again = await member.post(path, { wat: 'Samengevoegd', wie: 'Noor', status: 'busy', versie: '2' })
    expect(again.status).toBe(303)
    expect((await organiser.get(plan())).text).toContain('Samengevoegd')
  })

  test('an action that does not go on says why; one that is erased is gone for everybody', async () => {
    const action = await agree(app, group, member, { wat: 'Een busje huren' })
    const path = `${plan()}/${action}`
    const without = await member.post(path, { wat: 'Een busje huren', status: 'dropped', versie: '1' })
    expect(without.text).toContain('Schrijf op waarom het niet doorgaat')
    const why = { wat: 'Een busje huren', status: 'dropped', opmerking: 'Te duur.', versie: '1' }
    expect((await member.post(path, why)).status).toBe(303)
    expect((await member.post(path, { versie: '1', doe: 'wissen' })).status).toBe(409)
    expect((await organiser.post(path, { versie: '2', doe: 'wissen' })).status).toBe(303)
    expect((await member.get(path)).status).toBe(404)
  })

  test('goes along as PDF, text, list and calendar, with whatever was typed as plain text', async () => {
    await agree(app, group, member, {
      wat: NASTY,
      wie: 'Sem & Noor',
      'eerste-stap': 'Een datum prikken',
      'eerste-stap-op': '2026-12-07',
      'klaar-op': '2027-03-28',
    })
    const calendar = await member.get(`${plan()}.ics`)
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(calendar.text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    const mine = events.filter(({ description }) => description?.includes('Sem & Noor'))
    expect(mine.map(({ startDate, summary }) => [startDate.toString(), startDate.isDate, summary])).toEqual([
      ['2026-12-07', true, 'Eerste stap: Een datum prikken'],
      ['2027-03-28', true, `Klaar: ${NASTY.replace(/\s+/g, ' ')}`],
    ])
    // What looks like an event in a text is no event.
    expect(events.filter(({ summary }) => summary.startsWith('<script'))).toEqual([])
    expect((await member.get(`${plan()}.ics`)).text).toBe(calendar.text)

    expect((await member.get(`${plan()}.csv`)).text).toContain('Sem & Noor')
    const text = await member.download(`${plan()}.odt`)
    expect(readPackage(text.bytes).text).toContain('Een datum prikken')
    const report = await member.download(`${plan()}.pdf`)
    expect(report.headers.get('content-type')).toBe('application/pdf')
    expect(await checkPdf(report.bytes, { language: 'nl' })).toEqual([])
    if (pdfToolsAreHere()) expect(await readPdfText(report.bytes)).toContain('Een datum prikken')
  })

  test('is of nobody outside the group', async () => {
    const stranger = await signUp(app, `vreemd${kind}@voorbeeld.nl`)
    const other = await makeGroup(app, { organiser: stranger, address: `vreemd${kind}@voorbeeld.nl` })
    const action = await agree(app, group, organiser, { wat: 'Van ons' })
    expect((await stranger.get(plan())).status).toBe(404)
    // The id of an action of another group opens nothing in one's own.
    expect((await stranger.get(`${other.path}/plan/${action}`)).status).toBe(404)
    expect(
      (await stranger.post(`${other.path}/plan/${action}`, { wat: 'Van mij', versie: '1' })).status,
    ).toBe(404)
  })
})
