import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { BODY_LIMIT } from '#web/body.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes } from './routes.ts'

/** How much of a body is sent at once, in bytes. */
const PIECE = 100_000

/** What differs from one request to the next, and says nothing of safety. */
const PASSING = [
  'content-length',
  'date',
  'etag',
  'content-encoding',
  'location',
  'set-cookie',
  'last-modified',
]
/** May be kept by a browser: nothing on them is of anybody. */
const PUBLIC = [
  'home',
  'moreInformation',
  'privacy',
  'accessibility',
  'colophon',
  'contact',
  'instruments',
  'instrument',
  'statements',
  'library',
  'libraryEntry',
  'libraryChapter',
  'asset',
  'securityContact',
]

describe('the headers', () => {
  let app: TestApp
  let owner: Visitor
  let values: Record<string, string>
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    owner = await signUp(app, 'eigenaar@voorbeeld.nl')
    const scan = await startScan(owner, contentNames(app).instrument ?? '')
    values = { ...contentNames(app), scan: scan.split('/').at(-1) ?? '', passkey: 'geen' }
  }, 60_000)
  afterAll(() => app.close())

  test('of every page, for a visitor and for who is signed in, are these', async () => {
    const sets = new Map<string, string[]>()
    for (const { name } of listRoutes(createApp(app.house)).filter(({ method }) => method === 'GET')) {
      for (const [who, visitor] of [
        ['', app.newVisitor()],
        [' signed in', owner],
      ] as const) {
        const { headers, status } = await visitor.get(fillIn(name, values))
        const kept = [...headers].filter(([header]) => !PASSING.includes(header)).sort()
        const key = kept.map(([header, value]) => `${header}: ${value}`).join('\n')
        sets.set(key, [...(sets.get(key) ?? []), `${urls[name].pattern}${who} (${status})`])
        expect([...headers.keys()].filter((header) => header.startsWith('access-control-'))).toEqual([])
        if (!PUBLIC.includes(name)) expect([name, headers.get('cache-control')]).toEqual([name, 'no-store'])
      }
    }
    const listed = [...sets].map(
      ([headers, pages]) => `${pages.sort().join('\n')}\n  ${headers.replaceAll('\n', '\n  ')}`,
    )
    expect(`\n${listed.sort().join('\n\n')}\n`).toMatchSnapshot()
  })

  test('of a cookie: out of reach of scripts and other sites, and on https only there', async () => {
    for (const [publicUrl, prefix, isSecure] of [
      [undefined, '', false],
      ['https://quickscan.example', '__Host-', true],
    ] as const) {
      app.house.site.publicUrl = publicUrl
      const who = app.newVisitor()
      const post = (path: string, fields: Record<string, string>) =>
        who.request(path, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin: publicUrl ?? 'http://localhost',
          },
          body: new URLSearchParams(fields).toString(),
        })
      const started = await post('/scans', { instrument: values.instrument ?? '' })
      const signedIn = await post('/account/inloggen', {
        adres: 'eigenaar@voorbeeld.nl',
        wachtwoord: PASSWORD,
      })
      const cookies = [...started.headers.getSetCookie(), ...signedIn.headers.getSetCookie()]
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
        `${prefix}quickscan`,
        `${prefix}quickscan-account`,
      ])
      for (const cookie of cookies) {
        expect(cookie).toMatch(/; Path=\//)
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        expect(cookie.includes('; Secure')).toBe(isSecure)
        expect(cookie).not.toMatch(/Domain/i)
      }
    }
    app.house.site.publicUrl = undefined
  })

  test('of a request do not decide where a letter leads', async () => {
    const hostile = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-port': '81',
      forwarded: 'host=evil.example;proto=http',
      'x-original-url': 'http://evil.example/',
    }
    const asked = [
      ['/account/aanmelden', 'nieuw@voorbeeld.nl'],
      ['/account/aanmelden', 'eigenaar@voorbeeld.nl'],
      ['/account/wachtwoord-vergeten', 'eigenaar@voorbeeld.nl'],
      ['/account/wachtwoord-vergeten', 'niemand@voorbeeld.nl'],
      ['/account/e-mailadres', 'verhuisd@voorbeeld.nl'],
    ] as const
    await readMail(app)
    for (const [day, [path, adres]] of asked.entries()) {
      const letters: string[] = []
      for (const headers of [{}, hostile]) {
        app.setClock(`2026-11-${23 + day}T13:05:00Z`)
        const who = await signUpAgain()
        await who.request(path, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams({ adres }).toString(),
        })
        const [letter] = await readMail(app)
        if (!letter) throw new Error(`no letter came from ${path}`)
        expect(linkIn(letter)).toMatch(/^\/account/)
        letters.push(JSON.stringify(letter).replaceAll(/bewijs=(<wbr\/>)?[\w-]+/g, 'bewijs='))
      }
      expect(letters[1]).toBe(letters[0])
      expect(letters[1]).not.toContain('evil')
    }
    console.log(`${asked.length} ways to ask for a letter, with 6 hostile headers each: 0 letters differ`)
  })

  async function signUpAgain(): Promise<Visitor> {
    const who = app.newVisitor()
    await who.post('/account/inloggen', { adres: 'eigenaar@voorbeeld.nl', wachtwoord: PASSWORD })
    return who
  }

  test('of the length may lie: a body in pieces is cut off at the limit, over a real socket', async () => {
    const server = createServer(getRequestListener(app.fetch))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const send = (bytes: number) =>
      new Promise<number | 'cut off'>((resolve) => {
        const sending = request({
          port,
          method: 'POST',
          path: '/account/inloggen',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        })
        // Who goes on sending when the answer has been given may find the line cut before reading it.
        sending.on('error', () => resolve('cut off'))
        sending.on('response', (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        for (let left = bytes; left > 0; left -= PIECE) sending.write('a'.repeat(Math.min(left, PIECE)))
        sending.end()
      })
    expect([await send(BODY_LIMIT), await send(BODY_LIMIT + 1)]).toEqual([400, 413])
    expect([413, 'cut off']).toContain(await send(5 * BODY_LIMIT))
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('an address to go on to', () => {
  const hostile = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2f/evil.example',
    '/account/..//evil.example',
    '/account/../../evil',
    'javascript:alert(1)',
    ' /account',
    '/account\n//evil.example',
    '/\tevil.example',
    '/account@evil.example',
    '/account?next=//evil.example',
    '/account#//evil.example',
    'http:/evil.example',
    '/scans//evil.example',
    '/assets/x',
  ]

  test('is one of ours, whatever a form or a link says', async () => {
    const app = await startTestApp(await openTestDatabase('embedded'))
    const who = await signUp(app, 'eigenaar@voorbeeld.nl')
    const wrong: string[] = []
    for (const verder of hostile) {
      const answers = [
        await who.get(`/account/inloggen?${new URLSearchParams({ verder })}`),
        await who.post('/account/ben-jij-het', { wachtwoord: PASSWORD, verder }),
        await who.post('/account/inloggen', { adres: 'eigenaar@voorbeeld.nl', wachtwoord: PASSWORD, verder }),
        await app.newVisitor().post('/account/tweede-stap', { code: '123456', verder }),
        await app.newVisitor().get(`/account/tweede-stap?${new URLSearchParams({ verder })}`),
      ]
      for (const { location, text } of answers) {
        const leads = location ?? /name="verder" value="([^"]*)"/.exec(text)?.[1] ?? '/account'
        if (!/^\/(account|scans)(\/[a-z-]+)*(\?te-laat=ja)?$/.test(leads))
          wrong.push(`${JSON.stringify(verder)} → ${leads}`)
      }
    }
    console.log(`${hostile.length} hostile addresses at 5 doors: ${wrong.length} followed`)
    expect(wrong).toEqual([])
    const right = await who.post('/account/ben-jij-het', { wachtwoord: PASSWORD, verder: '/account/profiel' })
    expect(right.location).toBe('/account/profiel')
    await app.close()
  })
})
