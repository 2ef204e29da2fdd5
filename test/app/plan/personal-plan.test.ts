import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccountData } from '#database/account-data.ts'
import { findAccountByAddress } from '#database/accounts.ts'
import { statementsOf } from '#domain/instrument.ts'
import { keepNothingTooLong } from '#src/keep-nothing-too-long.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { readPackage } from '#test/app/documents/visible-text.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { addToPlan, agree, instrumentOf, makeGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const NOW = '2026-11-23T13:05:00Z'

onEachStore('a plan of somebody by themselves', (kind) => {
  let app: TestApp
  let sem: Visitor
  let scan: string
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    sem = app.newVisitor()
    scan = await startScan(sem, instrumentOf(app).id)
  }, 60_000)
  afterAll(() => app.close())

  const countActions = async () =>
    (await app.house.db.selectFrom('planActions').select('id').execute()).length

  test('is reached from the result, and says what to do while there is nothing in it', async () => {
    const [statement] = statementsOf(instrumentOf(app))
    await sem.put(`${scan}/antwoorden/${statement?.id}`, { answer: instrumentOf(app).answers[0]?.id })
    const result = (await sem.get(`${scan}/resultaat`)).text
    expect(result).toContain(`href="${scan}/plan"`)
    expect(result).toContain(`href="${scan}/plan/nieuw?stelling=${statement?.id}"`)
    const { text } = await sem.get(`${scan}/plan`)
    expect(text).toContain('Er staat nog niets in je plan')
    expect(text).toContain(`href="${scan}/resultaat"`)
    expect((await sem.get(`${scan}/plan.ics`)).location).toBe(`${scan}/plan`)
  })

  test('asks one person, and not a team', async () => {
    const [statement] = statementsOf(instrumentOf(app))
    const [tip] = statement?.tips ?? []
    const form = (await sem.get(`${scan}/plan/nieuw?stelling=${statement?.id}`)).text
    expect(form).toContain('Wat ga je doen?')
    expect(form).not.toMatch(/jullie/)
    const wrong = await sem.post(`${scan}/plan/nieuw`, { wat: ' ', wie: 'Blijft staan' })
    expect([wrong.status, wrong.text.includes('Vul in wat je gaat doen.')]).toEqual([400, true])
    expect(wrong.text).toContain('Blijft staan')
    await addToPlan(app, `${scan}/plan`, sem, { stelling: statement?.id ?? '', tip: tip?.id ?? '' })
    const { text } = await sem.get(`${scan}/plan?gelukt=afgesproken`)
    expect(text).toContain('De afspraak staat in het plan.')
    expect(text).toContain(`${statement?.number}: ${statement?.topic}`)
    expect(text).toContain('Nog doen · Jij')
    expect((await sem.get(`${scan}/resultaat`)).text).toContain('In je plan: 1 afspraak.')
  })

  test('keeps both when two windows change the same action, and erases what has to go', async () => {
    const action = await addToPlan(app, `${scan}/plan`, sem, { wat: 'Iets kleins' })
    const path = `${scan}/plan/${action}`
    expect((await sem.post(path, { wat: 'Eerst dit', status: 'busy', versie: '1' })).status).toBe(303)
    const behind = await sem.post(path, { wat: 'Liever dat', status: 'busy', versie: '1' })
    expect(behind.status).toBe(409)
    for (const words of ['Dit is net in een ander venster aangepast', 'Eerst dit', 'Liever dat'])
      expect(behind.text).toContain(words)
    expect((await sem.post(path, { versie: '2', doe: 'wissen' })).status).toBe(303)
    expect((await sem.get(path)).status).toBe(404)
  })

  test('goes along as PDF, text, list and calendar', async () => {
    await addToPlan(app, `${scan}/plan`, sem, {
      wat: 'Een tolk regelen',
      'eerste-stap': 'Bellen',
      'eerste-stap-op': '2026-12-01',
    })
    const calendar = await sem.get(`${scan}/plan.ics`)
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(calendar.text).toContain('SUMMARY:Eerste stap: Bellen')
    expect((await sem.get(`${scan}/plan.csv`)).text).toContain('Een tolk regelen')
    const { text } = readPackage((await sem.download(`${scan}/plan.odt`)).bytes)
    expect(text).toContain('Dit sprak je met jezelf af')
    expect(text).not.toMatch(/jullie/)
    const report = await sem.download(`${scan}/plan.pdf`)
    expect(report.headers.get('content-type')).toBe('application/pdf')
  })

  test('is of nobody else, and an action of another plan opens nothing in one’s own', async () => {
    const stranger = await signUp(app, `vreemd${kind}@voorbeeld.nl`)
    const own = await startScan(stranger, instrumentOf(app).id)
    const action = await addToPlan(app, `${scan}/plan`, sem, { wat: 'Van mij' })
    const group = await makeGroup(app, { organiser: stranger, address: `vreemd${kind}@voorbeeld.nl` })
    const ofGroup = await agree(app, group, stranger, { wat: 'Van ons' })
    const change = { wat: 'Gekaapt', status: 'busy', versie: '1' }
    expect((await stranger.get(`${scan}/plan`)).status).toBe(404)
    expect((await stranger.post(`${scan}/plan/nieuw`, { wat: 'Gekaapt' })).status).toBe(404)
    for (const path of [
      `${scan}/plan/${action}`,
      `${own}/plan/${action}`,
      `${own}/plan/${ofGroup}`,
      `${group.path}/plan/${action}`,
    ]) {
      expect((await stranger.get(path)).status).toBe(404)
      expect((await stranger.post(path, change)).status).toBe(404)
    }
    expect((await sem.get(`${scan}/plan`)).text).not.toContain('Gekaapt')
  })

  test('goes with its scan to an account, is in what that account may ask for, and no longer says until when', async () => {
    const noor = app.newVisitor()
    const path = await startScan(noor, instrumentOf(app).id)
    await addToPlan(app, `${path}/plan`, noor, { wat: 'Een tolk regelen', 'klaar-op': '2027-03-01' })
    // Ninety days after it was begun: it is not finished.
    expect((await noor.get(`${path}/plan`)).text).toContain('Die bewaren we tot 21 februari 2027')
    const address = `noor${kind}@voorbeeld.nl`
    await signUp(app, address, noor)
    const claimed = { [`scan-${path.split('/').at(-1)}`]: 'ja' }
    expect((await noor.post('/account/scans-overnemen', claimed)).status).toBe(303)
    const { text } = await noor.get(`${path}/plan`)
    expect(text).toContain('Een tolk regelen')
    expect(text).not.toContain('Die bewaren we tot')
    const elsewhere = app.newVisitor()
    await giveAddressAndPassword(elsewhere, address)
    expect((await elsewhere.get(`${path}/plan`)).text).toContain('Een tolk regelen')
    const account = await findAccountByAddress(app.house.db, address)
    const { planActions } = await readAccountData(app.house.db, account?.id ?? '')
    expect(planActions).toMatchObject([{ what: 'Een tolk regelen', dueOn: '2027-03-01' }])
    const file = JSON.parse((await noor.get('/account/gegevens.json')).text)
    expect(file.scans[0].plan).toMatchObject([{ what: 'Een tolk regelen', statusLabel: 'Nog doen' }])
    expect((await noor.get('/account/gegevens')).text).toContain('Plan: 1 afspraak')
  })

  test('is erased with its scan, by hand or by itself, and takes no other plan along', async () => {
    const who = app.newVisitor()
    const path = await startScan(who, instrumentOf(app).id)
    const before = await countActions()
    await addToPlan(app, `${path}/plan`, who, { wat: 'Een tolk regelen' })
    expect((await who.get(`${path}/wissen`)).text).toContain('je plan')
    expect((await who.post(`${path}/wissen`)).status).toBe(303)
    expect(await countActions()).toBe(before)
    const other = await startScan(who, instrumentOf(app).id)
    await addToPlan(app, `${other}/plan`, who, { wat: 'Een tolk regelen' })
    const later = new Date(new Date(NOW).getTime() + 91 * 24 * 60 * 60 * 1000)
    await keepNothingTooLong(app.house.db, later, app.house.secrets)
    const left = await app.house.db.selectFrom('planActions').select(['scanId', 'groupId']).execute()
    expect(left.some(({ scanId }) => other.endsWith(String(scanId)))).toBe(false)
    expect(left.filter(({ groupId }) => groupId !== null)).toHaveLength(1)
  })
})
