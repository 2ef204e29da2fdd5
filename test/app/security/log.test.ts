import { sql } from 'kysely'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { createLog } from '#platform/log.ts'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { writeLetter } from '#src/app.ts'
import { createPostman } from '#src/deliver-mails.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { type MailServer, startMailServer } from '#test/smtp.ts'
import { mailboxOf } from '#test/stores/postman.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const ADDRESS = 'geheimadres@voorbeeld.nl'
const NOTE = 'dit schreef ik alleen voor mijzelf'
const MINUTE = 60 * 1000

onEachStore('the log', (kind) => {
  let app: TestApp
  let server: MailServer
  let who: Visitor
  let scan: string
  const secrets: Record<string, string> = {
    address: ADDRESS,
    password: PASSWORD,
    note: NOTE,
    client: '203.0.113.77',
    'client by IPv6': '2001:db8:77:1:2:3:4:5',
  }
  const networks = [secrets.client ?? '', secrets['client by IPv6'] ?? '']

  beforeAll(async () => {
    const provider = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'quickscan',
      clientSecret: 'geheim',
      allowInsecure: true,
    }
    app = await startTestApp(await openTestDatabase(kind), {
      organisationSignIn: createOrganisationSignIn(provider),
    })
    app.house.site.trustedProxies = 1
    server = await startMailServer()
    who = await signUp(app, ADDRESS)
    const [instrument] = app.instruments
    if (!instrument) throw new Error('there is no instrument')
    scan = await startScan(who, instrument.id)
  }, 60_000)
  afterAll(async () => {
    await server.leave()
    await app.close()
  })

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    who.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': networks.reverse()[0] ?? '',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    })

  const saveNote = (note: string, before = '') => {
    const [statement] = app.instruments.slice(0, 1).flatMap(statementsOf)
    const was = { answer: null, note: before }
    return who.put(`${scan}/antwoorden/${statement?.id}`, { answer: null, note, was })
  }

  const remember = () => {
    for (const [name, value] of who.cookies) {
      if (value) secrets[`the cookie ${name} of ${value.slice(0, 4)}`] = value
    }
  }

  test('of everything that can be done with an account holds nothing of it', async () => {
    expect((await saveNote(NOTE)).status).toBe(200)
    await post(`${scan}/naam`, { naam: NOTE })
    await post('/account/profiel', { organisatie: NOTE })
    await post('/account/inloggen', { adres: ADDRESS, wachtwoord: `${PASSWORD}!` })
    remember()
    await giveAddressAndPassword(who, ADDRESS)
    remember()
    await post('/account/wachtwoord-vergeten', { adres: ADDRESS })
    const letters = await readMail(app)
    const token = /bewijs=(\S+)/.exec(letters.map(({ text }) => text).join())?.[1] ?? ''
    const withToken = `/account/nieuw-wachtwoord?bewijs=${token}`
    await who.get(withToken)
    await post('/account/nieuw-wachtwoord', { bewijs: token, wachtwoord: PASSWORD }, { referer: withToken })
    await giveAddressAndPassword(who, ADDRESS)
    remember()
    const paths = ['/account', '/account/gegevens', '/account/gegevens.json', '/scans', scan]
    for (const path of [...paths, `/scans/${ADDRESS}`, `/${token}`, `${scan}?adres=${ADDRESS}`])
      await who.get(path)
    await who.request(`/account?wie=${ADDRESS}`, { method: 'DELETE', headers: { 'user-agent': ADDRESS } })
    await post('/account/passkey-inloggen', { passkey: JSON.stringify({ id: token, note: NOTE }) })
    await post('/account/aanmelden', { adres: `${ADDRESS}, ${ADDRESS}` })
    Object.assign(secrets, { token })
  })

  test('of a second step holds no key and no code', async () => {
    await post('/account/beveiliging/app', { stap: 'begin' })
    const { text } = await who.get('/account/beveiliging/app')
    const key = /class="key">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
    const code = new TOTP({ secret: key }).generate({ timestamp: app.house.clock().getTime() })
    const confirmed = await post('/account/beveiliging/app', { stap: 'bevestig', code })
    const recovery = /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/.exec(confirmed.text)?.[0] ?? ''
    await giveAddressAndPassword(who, ADDRESS)
    remember()
    await post('/account/tweede-stap', { code })
    await post('/account/tweede-stap/herstelcode', { code: recovery })
    remember()
    expect((await who.get('/account')).status).toBe(200)
    Object.assign(secrets, { key, code, 'recovery code': recovery })
  })

  test('of letters that a mail server refuses holds no address and no link', async () => {
    const mailbox = mailboxOf(server.url, 2)
    const { db, log } = app.house
    let now = app.house.clock()
    const write = (request: Parameters<typeof writeLetter>[1]) => writeLetter(app.house, request)
    const postman = createPostman({ db, write, mailbox, clock: () => now, log, isStopping: () => false })
    await post('/account/wachtwoord-vergeten', { adres: ADDRESS })
    for (const mood of ['defers', 'refuses', 'takes'] as const) {
      server.behave(mood)
      await postman.deliverDue()
      now = new Date(now.getTime() + 20 * MINUTE)
    }
    mailbox.close()
    const raw = server.received
      .map((letter) => letter.raw)
      .join()
      .replaceAll('=\r\n', '')
    secrets['link in a letter'] = /bewijs=(?:3D)?([\w-]{43})/.exec(raw)?.[1] ?? ''
    expect(app.logged()).toContain('a letter did not go out')
  })

  test('of an organisation that is away, or an answer that nobody asked for, holds nothing that was sent', async () => {
    expect((await post('/account/organisatie', {})).status).toBe(503)
    await who.get(`/account/organisatie/terug?state=${secrets.token}&error=${encodeURIComponent(NOTE)}`)
    await who.get(`/account/organisatie/terug?state=x&code=${secrets.token}`)
    expect(app.logged()).toContain('no sign-in by the organisation')
  })

  test('of what goes wrong in the database holds neither the row nor the values', async () => {
    const { db } = app.house
    // As if a rule of the database was broken, whatever is saved: its answer holds the whole row.
    await sql`alter table scan_answers add constraint never check (false) not valid`.execute(db)
    await sql`alter table accounts add constraint never check (false) not valid`.execute(db)
    await sql`alter table attempts add constraint never check (false) not valid`.execute(db)
    const failed = [
      await saveNote(`Voor de zekerheid: ${NOTE}`, NOTE),
      await post(`${scan}/${app.instruments[0]?.clusters[0]?.id}`, { daarna: 'volgende' }),
      await post('/account/profiel', { organisatie: NOTE }),
      await post('/account/inloggen', { adres: ADDRESS, wachtwoord: PASSWORD }),
      await post('/account/wachtwoord-vergeten', { adres: ADDRESS }),
    ]
    expect(failed.filter(({ status }) => status === 500).length).toBeGreaterThanOrEqual(4)
    expect(app.logged()).toContain('violates check constraint')
    await expect(sql`select cast(${ADDRESS} as integer)`.execute(db).catch(logged)).resolves.toBe('22P02')
  })

  const logged = (error: Error & { code?: string }) => {
    app.house.log.error({ err: error }, 'request failed')
    return error.code
  }

  test('was searched for all of it', () => {
    const lines = app.logged().trim().split('\n')
    const found = Object.entries(secrets).filter(([, secret]) => isIn(app.logged(), secret))
    const unknown = Object.keys(secrets).filter((what) => (secrets[what] ?? '').length < 6)
    console.log(
      `${lines.length} lines of the log on ${kind}, searched for ${Object.keys(secrets).length} secrets: ${found.length} found`,
    )
    expect(found.map(([what]) => what)).toEqual([])
    expect(unknown).toEqual([])
    expect(lines.length).toBeGreaterThan(40)
    expect(app.logged().replaceAll('127.0.0.1', '')).not.toMatch(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/)
    expect(app.logged()).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/)
  })
})

describe('the same search', () => {
  test('control: finds a line that does hold one', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line: string) => void lines.push(line) })
    log.info({ body: { adres: ADDRESS } }, 'careless')
    log.info(`careless: ${encodeURIComponent(NOTE)}`)
    expect([ADDRESS, NOTE, PASSWORD].map((secret) => isIn(lines.join(''), secret))).toEqual([
      true,
      true,
      false,
    ])
  })
})

/** As it is, and as it stands in an address. */
function isIn(text: string, secret: string): boolean {
  return secret !== '' && (text.includes(secret) || text.includes(encodeURIComponent(secret)))
}
