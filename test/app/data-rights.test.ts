import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccountData } from '#database/account-data.ts'
import { findAccountByAddress } from '#database/accounts.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { dump, readCatalogue } from '#test/stores/personal-tables.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const ADDRESS = 'Noor@voorbeeld.nl'
const NOTE = 'Hier weet <b>Sem</b> meer van & ik niet'

onEachStore('what somebody may ask about their own data', (kind) => {
  let app: TestApp
  let noor: Visitor
  let id: string
  let scan: string
  let instrument: Instrument
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    noor = await signUp(app, ADDRESS)
    id = (await findAccountByAddress(app.house.db, ADDRESS.toLowerCase()))?.id ?? ''
    instrument = app.instruments[0] ?? fail('there is no instrument')
    await fillIn()
    const sem = await signUp(app, 'sem@voorbeeld.nl')
    await startScan(sem, instrument.id)
  }, 60_000)
  afterAll(() => app.close())

  /** A profile, a finished scan with a name, three answers and notes, and an app for codes that is half set up. */
  async function fillIn(): Promise<void> {
    const functie = instrument.roles[0]?.id ?? ''
    await noor.post('/account/profiel', { functie, organisatie: 'Gemeente Voorbeeld' })
    await noor.post('/account/beveiliging/app', { stap: 'begin' })
    scan = await startScan(noor, instrument.id)
    await noor.post(`${scan}/naam`, { naam: 'Najaar' })
    const answer = instrument.answers[0]?.id
    for (const { id: statement } of statementsOf(instrument).slice(0, 3)) {
      const saved = await noor.put(`${scan}/antwoorden/${statement}`, {
        answer,
        note: NOTE,
        was: { answer: null, note: '' },
      })
      expect(saved.status).toBe(200)
    }
  }

  const everything = async () => dump(app.house.db, await readCatalogue(app.house.db))
  const traces = async (...marks: string[]) =>
    (await everything()).filter((row) => marks.some((mark) => row.toLowerCase().includes(mark.toLowerCase())))
  const sees = async (who: Visitor) => (await who.get('/account')).status === 200

  test('is to have all of it as a file, that nobody keeps on the way', async () => {
    const { status, headers, text } = await noor.get('/account/gegevens.json')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="quickscan-mijn-gegevens.json"')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const file = JSON.parse(text)
    expect(file).toMatchObject({
      format: 'quickscan-account',
      version: 1,
      madeAt: '2026-11-23T13:05:00.000Z',
      account: {
        address: ADDRESS,
        organisation: 'Gemeente Voorbeeld',
        roleLabel: instrument.roles[0]?.label,
      },
      scans: [{ name: 'Najaar', instrumentTitle: instrument.texts.shortTitle }],
      authenticators: [{ confirmedAt: null }],
      recoveryCodes: { left: 0 },
    })
    const [statement] = statementsOf(instrument)
    expect(file.scans[0].answers).toHaveLength(3)
    expect(file.scans[0].answers[0]).toMatchObject({
      statement: statement?.id,
      number: 1,
      statementText: statement?.statement,
      answerLabel: instrument.answers[0]?.label,
      note: NOTE,
    })
    const kept = valuesIn(JSON.parse(JSON.stringify(await readAccountData(app.house.db, id))))
    const written = new Set(valuesIn(file))
    expect(kept.filter((value) => !written.has(value))).toEqual([])
    console.log(`${kept.length} values are kept of somebody, and 0 are missing in the file, on ${kind}`)
    expect(text).not.toContain('sem@voorbeeld.nl')
  })

  test('is to read it on a page, in words', async () => {
    const { text, headers } = await noor.get('/account/gegevens')
    expect(headers.get('cache-control')).toContain('no-store')
    const [statement] = statementsOf(instrument)
    for (const words of [
      ADDRESS,
      'Gemeente Voorbeeld',
      instrument.roles[0]?.label,
      'Scans: 1',
      'Najaar',
      `1. ${statement?.topic}`,
      instrument.answers[0]?.label,
      'Hier weet &lt;b>Sem&lt;/b> meer van &amp; ik niet',
      'App voor codes, begonnen op 23 november 2026, 14.05 en nog niet aan.',
      'Ingelogd met Onbekend apparaat op 23 november 2026, 14.05',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('<b>Sem</b>')
  })

  test('is to see as well what an instrument no longer knows', async () => {
    const row = { scan_id: scan.split('/').at(-1), statement: 'stelling-van-vroeger' }
    await sql`insert into scan_answers (scan_id, statement, answer, note, changed_at)
      values (${row.scan_id}, ${row.statement}, 'antwoord-van-vroeger', 'mijn notitie van toen', now())`.execute(
      app.house.db,
    )
    const shown = (await noor.get('/account/gegevens')).text
    for (const words of Object.values({ ...row, scan_id: 'antwoord-van-vroeger', note: 'notitie van toen' }))
      expect(shown).toContain(words)
    expect((await noor.get('/account/gegevens.json')).text).toContain('mijn notitie van toen')
  })

  test('is not for somebody else, nor for who did not prove a moment ago who they are', async () => {
    const paths = ['/account/gegevens', '/account/gegevens.json', '/account/wissen']
    const stranger = app.newVisitor()
    for (const path of paths) expect((await stranger.get(path)).location).toContain('/account/inloggen')
    app.setClock('2026-11-23T13:25:00Z')
    for (const path of paths) {
      const asked = await noor.get(path)
      expect([asked.status, asked.location]).toEqual([
        303,
        `/account/ben-jij-het?verder=${encodeURIComponent(path.replace('.json', ''))}`,
      ])
    }
    const before = await everything()
    expect((await noor.post('/account/wissen')).location).toContain('/account/ben-jij-het')
    expect(await everything()).toEqual(before)
    app.setClock('2026-11-23T13:05:00Z')
  })

  test('changes nothing when it is only looked at, or sent by another page or with something else in it', async () => {
    const before = await everything()
    expect((await noor.get('/account/wissen')).text).toContain('Wil je je account wissen?')
    expect(await everything()).toEqual(before)
    expect((await noor.post('/account/wissen', { account: 'een ander' })).status).toBe(400)
    expect(await everything()).toEqual(before)
    const headers = { origin: 'https://kwaad.voorbeeld' }
    expect((await noor.request('/account/wissen', { method: 'POST', headers })).status).toBe(403)
    expect(await everything()).toEqual(before)
    expect((await app.newVisitor().post('/account/wissen')).status).toBe(401)
    expect(await everything()).toEqual(before)
    expect(await readMail(app)).toEqual([])
  })

  test('is to be forgotten: at once, on every device, with nothing left once the last letter is gone', async () => {
    const elsewhere = app.newVisitor()
    await giveAddressAndPassword(elsewhere, ADDRESS)
    const forgetful = app.newVisitor()
    await forgetful.post('/account/wachtwoord-vergeten', { adres: ADDRESS })
    expect([await sees(noor), await sees(elsewhere)]).toEqual([true, true])
    const before = await everything()

    const erased = await noor.post('/account/wissen')
    expect(erased.text).toContain('Je account is gewist')
    expect(erased.headers.get('clear-site-data')).toBe('"cache", "storage"')

    expect([await sees(noor), await sees(elsewhere)]).toEqual([false, false])
    expect((await elsewhere.get(scan)).status).not.toBe(200)
    expect((await noor.get(scan)).status).toBe(404)
    const again = await giveAddressAndPassword(app.newVisitor(), ADDRESS)
    const unknown = await giveAddressAndPassword(app.newVisitor(), 'niemand@voorbeeld.nl', PASSWORD)
    expect([again.status, wordsOf(again.text, ADDRESS)]).toEqual([
      unknown.status,
      wordsOf(unknown.text, 'niemand@voorbeeld.nl'),
    ])

    const scanId = scan.split('/').at(-1) ?? ''
    const left = await traces(ADDRESS, id, scanId, 'Hier weet', 'Gemeente Voorbeeld')
    expect(left).toHaveLength(1)
    expect(left[0]).toContain('"kind": "account-erased"')
    expect((await readMail(app)).map(({ to, subject }) => [to, subject])).toEqual([
      [ADDRESS, 'Je account bij QuickScan is gewist'],
    ])
    expect(await traces(ADDRESS, id, scanId, 'Hier weet', 'Gemeente Voorbeeld')).toEqual([])
    const after = await everything()
    expect(after.filter((row) => row.includes('sem@'))).toEqual(before.filter((row) => row.includes('sem@')))
    console.log(`erased at the front door: ${before.length} rows before, ${after.length} after, on ${kind}`)
  })

  test('is to begin anew with the same address, from nothing', async () => {
    const anew = await signUp(app, ADDRESS)
    const file = JSON.parse((await anew.get('/account/gegevens.json')).text)
    expect(file.scans).toEqual([])
    expect(file.account).toMatchObject({ address: ADDRESS, organisation: '', role: null })
    expect(file.account.id).not.toBe(id)
  })
})

/** Every text, number and date in it, however deep. */
function valuesIn(data: unknown): unknown[] {
  if (data === null || typeof data === 'boolean') return []
  return typeof data === 'object' ? Object.values(data).flatMap(valuesIn) : [data]
}

/** A page without the address that was typed: that is the only difference there may be. */
function wordsOf(page: string, address: string): string {
  return page.replaceAll(address, '…')
}

function fail(message: string): never {
  throw new Error(message)
}
