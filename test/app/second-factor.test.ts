import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveAddressAndPassword, PASSWORD, signUp } from '../account-holder.ts'
import { readMail } from '../mail-reader.ts'
import { makeSoftwarePasskey, type SoftwarePasskey } from '../software-passkey.ts'
import { openTestDatabase } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import type { Answer, Visitor } from '../visitor.ts'

const APP = '/account/beveiliging/app'
const PASSKEYS = '/account/beveiliging/passkeys'
const STEP = '/account/tweede-stap'
const RECOVERY = '/account/tweede-stap/herstelcode'
const SECOND = 1000
const MINUTE = 60 * SECOND

describe('signing in with more than a password', () => {
  let app: TestApp
  let now: number
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app.close())
  let day = 0
  beforeEach(() => {
    // Each test on a day of its own, with all limits free again, exactly at the start of a half minute.
    day += 1
    setClock(Date.parse('2026-11-23T12:00:00Z') + day * 24 * 60 * MINUTE)
  })

  function setClock(moment: number): void {
    now = moment
    app.setClock(new Date(moment).toISOString())
  }

  function codeAt(secret: string, moment: number): string {
    return new TOTP({ secret }).generate({ timestamp: moment })
  }

  async function takeIn(who: Visitor): Promise<string> {
    await who.post(APP, { stap: 'begin' })
    const { text } = await who.get(APP)
    return /class="key">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
  }

  /** An account with an app that gives codes, its secret and its recovery codes. */
  async function withApp(address: string, signedIn?: Visitor) {
    const who = signedIn ?? (await signUp(app, address))
    const secret = await takeIn(who)
    const confirmed = await who.post(APP, { stap: 'bevestig', code: codeAt(secret, now) })
    expect(confirmed.status).toBe(200)
    await readMail(app)
    setClock(now + MINUTE)
    return { who, secret, codes: codesIn(confirmed) }
  }

  async function withPasskey(address: string, signedIn?: Visitor) {
    const who = signedIn ?? (await signUp(app, address))
    const { passkey, answer } = await addPasskey(who)
    expect(answer.status).toBe(200)
    await readMail(app)
    return { who, passkey, codes: codesIn(answer) }
  }

  async function addPasskey(who: Visitor, naam = 'Mijn telefoon') {
    const { challenge, user } = JSON.parse((await who.post(`${PASSKEYS}/vraag`)).text)
    const account = Buffer.from(user.id, 'base64url').toString()
    const passkey = makeSoftwarePasskey({ origin: 'http://localhost', relyingPartyId: 'localhost', account })
    const answer = await who.post(PASSKEYS, { passkey: JSON.stringify(passkey.create(challenge)), naam })
    return { passkey, answer }
  }

  async function useIt(who: Visitor, passkey: SoftwarePasskey, rest: Record<string, string> = {}) {
    const { challenge } = JSON.parse((await who.post('/account/passkey-vraag')).text)
    return who.post('/account/passkey-inloggen', {
      passkey: JSON.stringify(passkey.answer(challenge)),
      ...rest,
    })
  }

  async function firstStep(address: string, who = app.newVisitor()): Promise<Visitor> {
    const answer = await giveAddressAndPassword(who, address)
    expect([answer.status, answer.location]).toEqual([303, STEP])
    return who
  }

  async function isIn(who: Visitor): Promise<boolean> {
    return (await who.get('/account')).status === 200
  }

  describe('an app that gives codes', () => {
    test('is set up with a picture or a key, counts after the first right code, and gives recovery codes once', async () => {
      const who = await signUp(app, 'app@voorbeeld.nl')
      const secret = await takeIn(who)
      const page = await who.get(APP)
      expect(page.text).toContain('<svg')
      expect(page.text).toContain(
        `otpauth://totp/QuickScan:app%40voorbeeld.nl?issuer=QuickScan&amp;secret=${secret}`,
      )
      const wrong = await who.post(APP, { stap: 'bevestig', code: '000000' })
      expect([wrong.status, wrong.text.includes('Deze code klopt niet')]).toEqual([400, true])
      expect((await giveAddressAndPassword(app.newVisitor(), 'app@voorbeeld.nl')).location).toBe('/scans')

      const cookie = who.cookies.get('quickscan-account')
      const right = await who.post(APP, { stap: 'bevestig', code: codeAt(secret, now) })
      expect(new Set(codesIn(right)).size).toBe(10)
      expect(who.cookies.get('quickscan-account')).not.toBe(cookie)
      expect((await readMail(app)).map(({ subject }) => subject)).toEqual([
        'Je manier van inloggen is veranderd',
      ])
      const after = await who.get('/account/beveiliging')
      expect(after.text).toContain('Staat aan')
      expect(after.text).not.toContain(codesIn(right)[0])
      expect((await who.get(APP)).text).not.toContain(secret)
    })

    test('is asked for after the password, and lets in', async () => {
      const { secret } = await withApp('stap@voorbeeld.nl')
      const who = app.newVisitor()
      const asked = await giveAddressAndPassword(who, 'stap@voorbeeld.nl', PASSWORD, {
        verder: '/account/profiel',
      })
      expect(asked.location).toBe(`${STEP}?verder=%2Faccount%2Fprofiel`)
      expect(await isIn(who)).toBe(false)
      expect((await who.get(STEP)).text).toContain('Vul de code van je app in')
      const wrong = await who.post(STEP, { code: '123456', verder: '/account/profiel' })
      expect([wrong.status, wrong.text.includes('klopt niet')]).toEqual([400, true])
      expect(await isIn(who)).toBe(false)
      const right = await who.post(STEP, { code: codeAt(secret, now), verder: '/account/profiel' })
      expect([right.status, right.location]).toEqual([303, '/account/profiel'])
      expect(await isIn(who)).toBe(true)
    })

    test.each([
      ['a minute early', 60 * SECOND, false],
      ['one period early', 30 * SECOND, true],
      ['just now', 0, true],
      ['at the last moment of its period', 29.999 * SECOND, true],
      ['one period late', -30 * SECOND, true],
      ['a minute late', -60 * SECOND, false],
    ])('a code that comes %s', async (when, ahead, isRight) => {
      const address = `rand-${when.replaceAll(/[^a-z]/g, '')}@voorbeeld.nl`
      const { secret } = await withApp(address)
      setClock(now + 2 * MINUTE)
      const who = await firstStep(address)
      await who.post(STEP, { code: codeAt(secret, now + ahead) })
      expect(await isIn(who)).toBe(isRight)
    })

    test('of 20 browsers with one and the same code, one gets in; the same for a recovery code', async () => {
      const { secret, codes } = await withApp('twintig@voorbeeld.nl')
      for (const [page, code] of [
        [STEP, codeAt(secret, now)],
        [RECOVERY, codes[3] ?? ''],
      ] as const) {
        setClock(now + 20 * SECOND)
        const browsers: Visitor[] = []
        for (let count = 0; count < 20; count += 1) browsers.push(await firstStep('twintig@voorbeeld.nl'))
        const answers = await Promise.all(browsers.map((who) => who.post(page, { code })))
        const ins = await Promise.all(browsers.map(isIn))
        console.log(`20 at once with one code at ${page}: ${ins.filter(Boolean).length} in`)
        expect(ins.filter(Boolean).length).toBe(1)
        expect(answers.filter(({ status }) => status === 303).length).toBe(1)
      }
    })

    test('is guessed at ten times, and then not for a quarter of an hour', async () => {
      const { secret } = await withApp('raden@voorbeeld.nl')
      const who = await firstStep('raden@voorbeeld.nl')
      const statuses: number[] = []
      for (let guess = 0; guess < 12; guess += 1)
        statuses.push((await who.post(STEP, { code: '111111' })).status)
      expect(statuses).toEqual([...Array(10).fill(400), 429, 429])
      expect((await who.post(STEP, { code: codeAt(secret, now) })).status).toBe(429)
      setClock(now + 15 * MINUTE + SECOND)
      const later = await firstStep('raden@voorbeeld.nl')
      await later.post(STEP, { code: codeAt(secret, now) })
      expect(await isIn(later)).toBe(true)
    })

    test('has to follow within ten minutes, in the browser of the password', async () => {
      const { secret } = await withApp('telaat@voorbeeld.nl')
      const who = await firstStep('telaat@voorbeeld.nl')
      setClock(now + 10 * MINUTE + SECOND)
      const late = await who.post(STEP, { code: codeAt(secret, now) })
      expect(late.location).toBe('/account/inloggen?te-laat=ja')
      expect(await isIn(who)).toBe(false)
      const stranger = app.newVisitor()
      expect((await stranger.get(STEP)).location).toBe('/account/inloggen?te-laat=ja')
      expect((await stranger.post(STEP, { code: codeAt(secret, now) })).location).toBe(
        '/account/inloggen?te-laat=ja',
      )
    })

    test('a new password by mail ends what was waiting for a code, and does not open the account alone', async () => {
      const { secret } = await withApp('reset@voorbeeld.nl')
      const waiting = await firstStep('reset@voorbeeld.nl')
      const owner = app.newVisitor()
      await owner.post('/account/wachtwoord-vergeten', { adres: 'reset@voorbeeld.nl' })
      const [letter] = await readMail(app)
      const bewijs = /bewijs=(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
      await owner.post('/account/nieuw-wachtwoord', { bewijs, wachtwoord: 'koude soep onder de toren' })
      expect((await waiting.post(STEP, { code: codeAt(secret, now) })).location).toBe(
        '/account/inloggen?te-laat=ja',
      )
      const asked = await giveAddressAndPassword(owner, 'reset@voorbeeld.nl', 'koude soep onder de toren')
      expect(asked.location).toBe(STEP)
    })

    test('is taken away again, with its recovery codes; then the password is enough', async () => {
      const { who } = await withApp('uit@voorbeeld.nl')
      await who.post('/account/ben-jij-het', { wachtwoord: PASSWORD })
      await who.post(APP, { stap: 'weg' })
      expect((await readMail(app)).map(({ subject }) => subject)).toEqual([
        'Je manier van inloggen is veranderd',
      ])
      expect((await giveAddressAndPassword(app.newVisitor(), 'uit@voorbeeld.nl')).location).toBe('/scans')
      expect((await who.get('/account/beveiliging')).text).not.toContain('Herstelcodes')
    })

    test('is not changed by who was signed in long ago and does not prove who they are', async () => {
      const { who } = await withApp('weggelopen@voorbeeld.nl')
      setClock(now + 20 * MINUTE)
      for (const fields of [{ stap: 'weg' }, { stap: 'begin' }]) {
        expect((await who.post(APP, fields)).location).toBe(
          '/account/ben-jij-het?verder=%2Faccount%2Fbeveiliging%2Fapp',
        )
      }
      const codes = await who.post('/account/beveiliging/herstelcodes')
      expect(codes.location).toContain('/account/ben-jij-het')
      expect((await giveAddressAndPassword(app.newVisitor(), 'weggelopen@voorbeeld.nl')).location).toBe(STEP)
    })
  })

  test.each([
    ['an app for codes', 'app-elders@voorbeeld.nl', withApp],
    ['a passkey', 'sleutel-elders@voorbeeld.nl', withPasskey],
  ])(
    'with %s as the first, whoever got in elsewhere with the password alone is out',
    async (_, address, add) => {
      const elsewhere = await signUp(app, address)
      expect(await isIn(elsewhere)).toBe(true)
      const here = app.newVisitor()
      await giveAddressAndPassword(here, address)
      await add(address, here)
      expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
    },
  )

  describe('a recovery code', () => {
    test('lets in once, however it is typed, and the owner hears of it', async () => {
      const { codes } = await withApp('papier@voorbeeld.nl')
      const [code = ''] = codes
      const who = await firstStep('papier@voorbeeld.nl')
      const right = await who.post(RECOVERY, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })
      expect(right.status).toBe(303)
      expect(await isIn(who)).toBe(true)
      expect((await readMail(app)).map(({ subject }) => subject)).toEqual([
        'Er is ingelogd met een herstelcode',
      ])
      expect((await who.get('/account/beveiliging')).text).toContain('Nog 9,')
      const again = await firstStep('papier@voorbeeld.nl')
      expect((await again.post(RECOVERY, { code })).status).toBe(400)
      expect(await isIn(again)).toBe(false)
    })

    test('stops working when there are new ones, and another person’s opens nothing', async () => {
      const { who, codes } = await withApp('nieuwecodes@voorbeeld.nl')
      const other = await withApp('ander@voorbeeld.nl')
      await who.post('/account/ben-jij-het', { wachtwoord: PASSWORD })
      const fresh = codesIn(await who.post('/account/beveiliging/herstelcodes'))
      expect(fresh.filter((code) => codes.includes(code))).toEqual([])
      const asker = await firstStep('nieuwecodes@voorbeeld.nl')
      for (const code of [codes[0] ?? '', other.codes[0] ?? '', 'niet-een-code', '']) {
        expect((await asker.post(RECOVERY, { code })).status).toBe(400)
      }
      await asker.post(RECOVERY, { code: fresh[0] ?? '' })
      expect(await isIn(asker)).toBe(true)
    })
  })

  describe('a passkey', () => {
    test('is added, gives recovery codes, and signs in without a password', async () => {
      const { who, passkey, codes } = await withPasskey('sleutel@voorbeeld.nl')
      expect(codes.length).toBe(10)
      expect((await who.get(PASSKEYS)).text).toContain('Mijn telefoon')
      const elsewhere = app.newVisitor()
      const answer = await useIt(elsewhere, passkey, { verder: '/account/profiel' })
      expect([answer.status, answer.location]).toEqual([303, '/account/profiel'])
      expect(await isIn(elsewhere)).toBe(true)
      const withPassword = await firstStep('sleutel@voorbeeld.nl')
      expect((await withPassword.get(STEP)).text).toContain('Gebruik je passkey')
      await useIt(withPassword, passkey)
      expect(await isIn(withPassword)).toBe(true)
    })

    test('answers a question once: of 20 at the same time one gets in', async () => {
      const { passkey } = await withPasskey('eenkeer@voorbeeld.nl')
      const { challenge } = JSON.parse((await app.newVisitor().post('/account/passkey-vraag')).text)
      const sent = JSON.stringify(passkey.answer(challenge))
      const browsers = Array.from({ length: 20 }, () => app.newVisitor())
      await Promise.all(browsers.map((who) => who.post('/account/passkey-inloggen', { passkey: sent })))
      const ins = (await Promise.all(browsers.map(isIn))).filter(Boolean)
      console.log(`20 at once with one answer of a passkey: ${ins.length} in`)
      expect(ins.length).toBe(1)
    })

    test.each([
      ['an answer to a question that is too old', 6 * MINUTE, (sent: string) => sent],
      [
        'an answer to nobody’s question',
        0,
        (_: string, passkey: SoftwarePasskey) => JSON.stringify(passkey.answer('AAAA')),
      ],
      [
        'a page of another site',
        0,
        (_: string, passkey: SoftwarePasskey, challenge: string) =>
          JSON.stringify(passkey.answer(challenge, { origin: 'https://evil.example' })),
      ],
      [
        'a passkey that asked nobody for a finger',
        0,
        (_: string, passkey: SoftwarePasskey, challenge: string) =>
          JSON.stringify(passkey.answer(challenge, { isVerified: false })),
      ],
      ['no JSON', 0, () => '{'],
      ['nothing', 0, () => ''],
    ])('is refused after %s', async (what, wait, change) => {
      const { passkey } = await withPasskey(`nee-${what.replaceAll(/[^a-z]/g, '')}@voorbeeld.nl`)
      const who = app.newVisitor()
      const { challenge } = JSON.parse((await who.post('/account/passkey-vraag')).text)
      const sent = JSON.stringify(passkey.answer(challenge))
      setClock(now + wait)
      const answer = await who.post('/account/passkey-inloggen', {
        passkey: change(sent, passkey, challenge),
      })
      expect([answer.status, answer.text.includes('Met deze passkey lukte het niet')]).toEqual([400, true])
      expect(await isIn(who)).toBe(false)
    })

    test('proves who is signed in, and only that account', async () => {
      const noor = await withPasskey('bewijs@voorbeeld.nl')
      const sem = await withPasskey('sem@voorbeeld.nl')
      setClock(now + 20 * MINUTE)
      expect((await noor.who.get(PASSKEYS)).location).toBe(
        '/account/ben-jij-het?verder=%2Faccount%2Fbeveiliging%2Fpasskeys',
      )
      const byAnother = await useIt(noor.who, sem.passkey, { verder: PASSKEYS })
      expect(byAnother.status).toBe(400)
      expect((await noor.who.get(PASSKEYS)).status).toBe(303)
      const byOwn = await useIt(noor.who, noor.passkey, { verder: PASSKEYS })
      expect(byOwn.location).toBe(PASSKEYS)
      expect((await noor.who.get(PASSKEYS)).status).toBe(200)
    })

    test('gets another name, and is taken away: it opens nothing any more', async () => {
      const { who, passkey } = await withPasskey('weg@voorbeeld.nl')
      const page = `${PASSKEYS}/${passkey.id}`
      expect((await who.post(page, { naam: '  ' })).status).toBe(400)
      await who.post(page, { naam: 'Laptop <b>van</b> mij' })
      expect((await who.get(PASSKEYS)).text).toContain('Laptop &lt;b>van&lt;/b> mij')
      const stranger = await signUp(app, 'vreemde@voorbeeld.nl')
      expect((await stranger.get(page)).status).toBe(404)
      expect((await stranger.post(page, { wis: 'ja' })).status).toBe(404)
      await who.post(page, { wis: 'ja' })
      const later = app.newVisitor()
      expect((await useIt(later, passkey)).status).toBe(400)
      expect((await giveAddressAndPassword(later, 'weg@voorbeeld.nl')).location).toBe('/scans')
    })

    test('a question for adding one belongs to who asked it', async () => {
      const noor = await signUp(app, 'vraagster@voorbeeld.nl')
      const { challenge } = JSON.parse((await noor.post(`${PASSKEYS}/vraag`)).text)
      const sem = await signUp(app, 'dief@voorbeeld.nl')
      const passkey = makeSoftwarePasskey({
        origin: 'http://localhost',
        relyingPartyId: 'localhost',
        account: 'x',
      })
      const answer = await sem.post(PASSKEYS, {
        passkey: JSON.stringify(passkey.create(challenge)),
        naam: '',
      })
      expect([answer.status, answer.text.includes('niet bewaard')]).toEqual([400, true])
    })
  })
})

function codesIn({ text }: Answer): string[] {
  return [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)
}
