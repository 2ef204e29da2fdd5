import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { createLog } from '#platform/log.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan } from '#test/visitor.ts'

const ADDRESS = 'geheimadres@voorbeeld.nl'
const NOTE = 'dit schreef ik alleen voor mijzelf'
const CLIENT = '203.0.113.77'

describe('the log', () => {
  let app: TestApp
  const secrets: Record<string, string> = { address: ADDRESS, password: PASSWORD, note: NOTE, client: CLIENT }
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    app.house.site.trustedProxies = 1
  })
  afterAll(() => app.close())

  test('of everything that can be done with an account holds no address, password, token, note or client', async () => {
    const who = await signUp(app, ADDRESS)
    const post = (path: string, fields: Record<string, string>) =>
      who.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': CLIENT },
        body: new URLSearchParams(fields).toString(),
      })
    const [instrument] = app.instruments
    if (!instrument) throw new Error('there is no instrument')
    const scan = await startScan(who, instrument.id)
    const [statement] = statementsOf(instrument)
    await who.put(`${scan}/antwoorden/${statement?.id}`, {
      answer: null,
      note: NOTE,
      was: { answer: null, note: '' },
    })
    await post(`${scan}/naam`, { naam: NOTE })
    await post('/account/profiel', { organisatie: NOTE })
    await post('/account/inloggen', { adres: ADDRESS, wachtwoord: `${PASSWORD}!` })
    await giveAddressAndPassword(who, ADDRESS)
    await post('/account/wachtwoord-vergeten', { adres: ADDRESS })
    const letters = await readMail(app)
    const token = /bewijs=(\S+)/.exec(letters.map(({ text }) => text).join())?.[1] ?? ''
    await who.get(`/account/nieuw-wachtwoord?bewijs=${token}`)
    await post('/account/nieuw-wachtwoord', { bewijs: token, wachtwoord: PASSWORD })
    await giveAddressAndPassword(who, ADDRESS)
    for (const path of [
      '/account',
      '/account/gegevens',
      '/account/gegevens.json',
      '/scans',
      scan,
      `/scans/${ADDRESS}`,
      `/${token}`,
    ]) {
      await who.get(path)
    }
    await post('/account/passkey-inloggen', { passkey: JSON.stringify({ id: token, note: NOTE }) })
    await post('/account/tweede-stap', { code: '123456' })

    // What goes wrong inside is logged with its reason: that may not hold what somebody sent either.
    const { db } = app.house
    app.house.db = new Proxy(db, {
      get: () => () => {
        throw new Error('the database said no')
      },
    })
    expect((await post('/account/inloggen', { adres: ADDRESS, wachtwoord: PASSWORD })).status).toBe(500)
    app.house.db = db

    Object.assign(secrets, {
      token,
      session: who.cookies.get('quickscan-account') ?? '',
      browser: who.cookies.get('quickscan') ?? '',
    })
    const logged = app.logged()
    const lines = logged.trim().split('\n')
    const found = Object.entries(secrets).filter(([, secret]) => isIn(logged, secret))
    console.log(
      `${lines.length} lines of the log, searched for ${Object.keys(secrets).length} secrets: ${found.length} found`,
    )
    expect(lines.length).toBeGreaterThan(20)
    expect(logged).toContain('request failed')
    expect(found.map(([what]) => what)).toEqual([])
    expect(logged).not.toMatch(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/)
  })

  test('control: a line that does hold one is found by the same search', () => {
    const lines: string[] = []
    createLog('info', { write: (line: string) => void lines.push(line) }).info(
      { body: { adres: ADDRESS } },
      'careless',
    )
    expect(isIn(lines.join(''), ADDRESS)).toBe(true)
  })
})

/** As it is, and as it stands in an address. */
function isIn(text: string, secret: string): boolean {
  return secret !== '' && (text.includes(secret) || text.includes(encodeURIComponent(secret)))
}
