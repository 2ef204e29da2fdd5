import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { linkIn, readMail } from '../mail-reader.ts'
import { openTestDatabase } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import { startScan, type Visitor } from '../visitor.ts'

const PASSWORD = 'zeven paarse fietsen op zolder'
const OTHER_PASSWORD = 'koude soep onder de toren'

describe('an account of one’s own', () => {
  let app: TestApp
  let visitor: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app.close())

  async function signUp(address: string, who = app.newVisitor()): Promise<Visitor> {
    await who.post('/account/aanmelden', { adres: address })
    const [letter] = await readMail(app)
    if (!letter) throw new Error('no letter came')
    const link = linkIn(letter)
    const made = await who.post('/account/bevestigen', { ...proofIn(link), wachtwoord: PASSWORD })
    expect(made.status).toBe(303)
    return who
  }

  test('is made by a link in a mail, and a password', async () => {
    visitor = app.newVisitor()
    const asked = await visitor.post('/account/aanmelden', { adres: 'noor@voorbeeld.nl' })
    expect([asked.status, asked.location]).toEqual([303, '/account/kijk-in-je-mail'])
    const [letter] = await readMail(app)
    expect(letter?.to).toBe('noor@voorbeeld.nl')
    const link = linkIn(letter ?? fail())
    expect((await visitor.get(link)).text).toContain('Kies een wachtwoord')
    const weak = await visitor.post('/account/bevestigen', { ...proofIn(link), wachtwoord: 'wachtwoord123' })
    expect(weak.text).toContain('makkelijk te raden')
    const made = await visitor.post('/account/bevestigen', { ...proofIn(link), wachtwoord: PASSWORD })
    expect([made.status, made.location]).toEqual([303, '/account?nieuw=ja'])
    expect((await visitor.get('/account')).text).toContain('noor@voorbeeld.nl')
  })

  test('opens with the password, from another browser, in any letter case', async () => {
    const elsewhere = app.newVisitor()
    expect((await elsewhere.get('/account')).location).toBe('/account/inloggen?verder=%2Faccount')
    const wrong = await elsewhere.post('/account/inloggen', {
      adres: 'noor@voorbeeld.nl',
      wachtwoord: OTHER_PASSWORD,
    })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('horen niet bij elkaar')
    const right = await elsewhere.post('/account/inloggen', {
      adres: 'NOOR@Voorbeeld.nl',
      wachtwoord: PASSWORD,
      verder: '/account',
    })
    expect([right.status, right.location]).toEqual([303, '/account'])
    expect((await elsewhere.get('/account')).status).toBe(200)
  })

  test('is left by signing out: the old cookie opens nothing', async () => {
    const leaver = await signUp('leaver@voorbeeld.nl')
    const cookies = new Map(leaver.cookies)
    const left = await leaver.post('/account/uitloggen')
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    const thief = app.newVisitor()
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect((await thief.get('/account')).status).toBe(303)
  })

  test('gets a new password by mail, and every device is signed out', async () => {
    const forgetful = await signUp('vergeet@voorbeeld.nl')
    const elsewhere = app.newVisitor()
    await elsewhere.post('/account/wachtwoord-vergeten', { adres: 'vergeet@voorbeeld.nl' })
    const [letter] = await readMail(app)
    const link = linkIn(letter ?? fail())
    expect((await elsewhere.get(link)).text).toContain('Kies een nieuw wachtwoord')
    const changed = await elsewhere.post('/account/nieuw-wachtwoord', {
      ...proofIn(link),
      wachtwoord: OTHER_PASSWORD,
    })
    expect(changed.location).toBe('/account/beveiliging?bewaard=wachtwoord')
    expect((await elsewhere.get('/account/beveiliging?bewaard=wachtwoord')).text).toContain(
      'Je nieuwe wachtwoord',
    )
    expect((await forgetful.get('/account')).status).toBe(303)
    expect(await signsIn('vergeet@voorbeeld.nl', PASSWORD)).toBe(false)
    expect(await signsIn('vergeet@voorbeeld.nl', OTHER_PASSWORD)).toBe(true)
    expect((await readMail(app)).map(({ subject }) => subject)).toEqual(['Je wachtwoord is veranderd'])
  })

  test('takes the scans of this browser, once, when asked; on a shared computer nobody gets them after', async () => {
    const person = app.newVisitor()
    const scan = await startScan(person, app.instruments[0]?.id ?? '')
    const made = await signUpIn(person, 'bewaar@voorbeeld.nl')
    expect(made.location).toBe('/account/scans-overnemen')
    const question = await person.get('/account/scans-overnemen')
    expect(question.text).toContain('Is deze scan van jou?')
    const id = scan.split('/').at(-1) ?? ''
    const claimed = await person.post('/account/scans-overnemen', { [`scan-${id}`]: 'ja' })
    expect(claimed.location).toBe('/scans?overgenomen=ja')
    expect((await person.get(scan)).status).toBe(200)
    await person.post('/account/uitloggen')
    expect((await person.get(scan)).status).toBe(404)
    const next = await signUpIn(person, 'volgende@voorbeeld.nl')
    expect(next.location).toBe('/account?nieuw=ja')
    expect((await person.get(scan)).status).toBe(404)
    expect((await person.get('/scans')).text).toContain('In je account staat nog geen scan')
  })

  test('moves to another address by a mail to that address; the old one is told', async () => {
    const mover = await signUp('oud@voorbeeld.nl')
    await mover.post('/account/e-mailadres', { adres: 'nieuw@voorbeeld.nl' })
    const [letter] = await readMail(app)
    expect(letter?.to).toBe('nieuw@voorbeeld.nl')
    expect(await signsIn('nieuw@voorbeeld.nl', PASSWORD)).toBe(false)
    const confirmed = await mover.post('/account/nieuw-e-mailadres', {
      bewijs: proofIn(linkIn(letter ?? fail())).bewijs,
    })
    expect(confirmed.location).toBe('/account?bewaard=adres')
    expect(await signsIn('nieuw@voorbeeld.nl', PASSWORD)).toBe(true)
    expect(await signsIn('oud@voorbeeld.nl', PASSWORD)).toBe(false)
    expect((await readMail(app)).map(({ to, subject }) => [to, subject])).toEqual([
      ['oud@voorbeeld.nl', 'Het adres van je account is veranderd'],
    ])
  })

  test('shows where one is signed in, and signs out there', async () => {
    const here = await signUp('overal@voorbeeld.nl')
    const there = app.newVisitor()
    await there.post('/account/inloggen', { adres: 'overal@voorbeeld.nl', wachtwoord: PASSWORD })
    const page = await here.get('/account/apparaten')
    const other = /name="apparaat" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    await here.post('/account/apparaten', { apparaat: other })
    expect((await there.get('/account')).status).toBe(303)
    expect((await here.get('/account')).status).toBe(200)
  })

  test('asks for the password again before what matters, once a quarter of an hour has passed', async () => {
    const person = await signUp('later@voorbeeld.nl')
    app.setClock('2026-11-23T13:25:00Z')
    const asked = await person.get('/account/wissen')
    expect(asked.location).toBe('/account/ben-jij-het?verder=%2Faccount%2Fwissen')
    expect((await person.post('/account/wissen')).location).toContain('ben-jij-het')
    const before = person.cookies.get('quickscan-account')
    const proven = await person.post('/account/ben-jij-het', {
      wachtwoord: PASSWORD,
      verder: '/account/wissen',
    })
    expect(proven.location).toBe('/account/wissen')
    expect(person.cookies.get('quickscan-account')).not.toBe(before)
    expect((await person.get('/account/wissen')).status).toBe(200)
    app.setClock('2026-11-23T13:05:00Z')
  })

  test('keeps a profile, and a new scan knows it', async () => {
    const person = await signUp('profiel@voorbeeld.nl')
    const [instrument] = app.instruments
    const role = instrument?.roles[0]?.id ?? ''
    const saved = await person.post('/account/profiel', {
      functie: role,
      organisatie: ' Gemeente  Voorbeeld ',
    })
    expect(saved.location).toBe('/account?bewaard=profiel')
    expect((await person.get('/account/profiel')).text).toContain('value="Gemeente Voorbeeld"')
    const scan = await startScan(person, instrument?.id ?? '')
    expect((await person.get(scan)).text).not.toContain('Twee vragen vooraf')
    expect((await person.post('/account/profiel', { functie: 'directeur' })).status).toBe(400)
  })

  test('that ends while somebody writes says so, and after signing in the text can be saved', async () => {
    const person = await signUp('halverwege@voorbeeld.nl')
    const [instrument] = app.instruments
    if (!instrument) throw new Error('there is no instrument')
    const scan = await startScan(person, instrument.id)
    const [statement] = statementsOf(instrument)
    const note = { answer: null, note: 'een lange notitie', was: { answer: null, note: '' } }
    const save = () => person.put(`${scan}/antwoorden/${statement?.id}`, note)

    app.setClock('2026-11-24T13:05:00Z')
    const late = await save()
    expect([late.status, JSON.parse(late.text).title]).toEqual([401, 'Je bent niet meer ingelogd'])
    expect((await person.post(`${scan}/naam`, { naam: 'Najaar' })).status).toBe(401)
    expect((await person.post('/account/profiel', {})).status).toBe(401)
    expect((await person.get(scan)).location).toBe(`/account/inloggen?verder=${encodeURIComponent(scan)}`)

    await person.post('/account/inloggen', { adres: 'halverwege@voorbeeld.nl', wachtwoord: PASSWORD })
    expect((await save()).status).toBe(200)
    app.setClock('2026-11-23T13:05:00Z')
  })

  test('is erased at once, with everything', async () => {
    const person = await signUp('weg@voorbeeld.nl')
    const scan = await startScan(person, app.instruments[0]?.id ?? '')
    const erased = await person.post('/account/wissen')
    expect(erased.text).toContain('Je account is gewist')
    expect((await person.get(scan)).status).toBe(404)
    expect(await signsIn('weg@voorbeeld.nl', PASSWORD)).toBe(false)
    expect((await readMail(app)).map(({ subject }) => subject)).toEqual([
      'Je account bij QuickScan is gewist',
    ])
  })

  async function signsIn(address: string, password: string): Promise<boolean> {
    const answer = await app.newVisitor().post('/account/inloggen', { adres: address, wachtwoord: password })
    return answer.status === 303
  }

  async function signUpIn(who: Visitor, address: string) {
    await who.post('/account/aanmelden', { adres: address })
    const [letter] = await readMail(app)
    return who.post('/account/bevestigen', { ...proofIn(linkIn(letter ?? fail())), wachtwoord: PASSWORD })
  }
})

function proofIn(link: string): { bewijs: string } {
  return { bewijs: new URL(link, 'http://localhost').searchParams.get('bewijs') ?? '' }
}

function fail(): never {
  throw new Error('no letter came')
}
