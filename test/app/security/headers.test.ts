import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { makeDraft } from '#test/draft.ts'
import { type DishonestProvider, startDishonestProvider } from '#test/organisation-provider.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { addToPlan, makeBusyGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { BODY_LIMIT } from '#web/body.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes } from './routes.ts'
import { cookiesOf, send, validRequests } from './valid-requests.ts'

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
  'statementsPdf',
  'explainedPdf',
  'tipsPdf',
  'instrumentFile',
  'library',
  'libraryEntry',
  'libraryChapter',
  'comparisons',
  'comparison',
  'comparisonJson',
  'comparisonCsv',
  'asset',
  'securityContact',
]

describe('the headers', () => {
  let app: TestApp
  let owner: Visitor
  let values: Record<string, string>
  let provider: DishonestProvider
  let requests: ReturnType<typeof validRequests>
  beforeAll(async () => {
    provider = await startDishonestProvider({ sub: 'nr-1' })
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn({ ...provider, allowInsecure: true }),
    })
    requests = validRequests(app)
    owner = await signUp(app, 'eigenaar@voorbeeld.nl')
    const scan = await startScan(owner, contentNames(app).instrument ?? '')
    // Without an answer there is no result to take along.
    await owner.put(`${scan}/antwoorden/${contentNames(app).statement}`, { answer: '1' })
    await addToPlan(app, `${scan}/plan`, owner, { wat: 'Een tolk regelen' })
    const { names } = await makeBusyGroup(app, owner, 'eigenaar@voorbeeld.nl')
    values = {
      ...contentNames(app),
      ...(await makeDraft(app)),
      ...names,
      scan: scan.split('/').at(-1) ?? '',
      passkey: 'geen',
    }
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await provider.leave()
  })

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

  test('of an answer to another site tell it nothing, also when it asks beforehand', async () => {
    const routes = listRoutes(createApp(app.house))
    const told: string[] = []
    for (const { name, method } of routes) {
      const headers = {
        origin: 'https://evil.example',
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      }
      for (const asked of ['OPTIONS', method]) {
        const answer = await owner.request(fillIn(name, values), { method: asked, headers })
        const found = [...answer.headers.keys()].filter((header) => header.startsWith('access-control-'))
        if (found.length > 0) told.push(`${asked} ${urls[name].pattern}: ${found}`)
        if (asked === 'OPTIONS') expect([name, answer.status]).toEqual([name, 405])
      }
    }
    console.log(
      `${routes.length} routes, asked beforehand and asked by another site: ${told.length} told it anything`,
    )
    expect(told).toEqual([])
  })

  test('of a refusal are as strict as of any page', async () => {
    const strict = withoutPassing((await owner.get('/account')).headers)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const refusals = [
      [400, await owner.post('/account/profiel', { onbekend: 'ja' })],
      [401, await app.newVisitor().post('/account/profiel')],
      [
        403,
        await owner.request('/account/profiel', { method: 'POST', headers: { origin: 'null', ...form } }),
      ],
      [404, await owner.get('/bestaat-niet')],
      [405, await owner.request('/account', { method: 'DELETE' })],
      [413, await owner.post('/account/profiel', { organisatie: 'a'.repeat(BODY_LIMIT) })],
      [500, await whileBroken(() => owner.get('/account'))],
    ] as const
    for (const [status, answer] of refusals) {
      expect(answer.status).toBe(status)
      expect([status, withoutPassing(answer.headers)]).toEqual([status, strict])
    }
    console.log(`${refusals.length} kinds of refusal: all with the headers of a page of one's own`)
  })

  function withoutPassing(headers: Headers): Record<string, string> {
    const more = [...PASSING, 'allow', 'www-authenticate']
    return Object.fromEntries([...headers].filter(([header]) => !more.includes(header)))
  }

  /** With a database that fails at everything. */
  async function whileBroken<T>(ask: () => Promise<T>): Promise<T> {
    const { db } = app.house
    app.house.db = new Proxy(db, {
      get: () => () => {
        throw new Error('the database said no')
      },
    })
    return ask().finally(() => {
      app.house.db = db
    })
  }

  test('of an address on https keep a browser there', async () => {
    const asked = () => app.newVisitor().get('/scans')
    expect((await asked()).headers.get('strict-transport-security')).toBeNull()
    app.house.site.publicUrl = 'https://quickscan.example'
    expect((await asked()).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    app.house.site.publicUrl = undefined
  })

  test.each([
    ['http', undefined, ''],
    ['https', 'https://quickscan.example', '__Host-'],
  ])('of a cookie on %s: out of reach of scripts and of other sites', async (_, publicUrl, prefix) => {
    const given: string[] = []
    const refused: string[] = []
    const moment = app.house.clock().toISOString()
    for (const make of Object.values(requests)) {
      const request = await make()
      const cookie = [...request.who.cookies].map(([name, value]) => `${prefix}${name}=${value}`).join('; ')
      app.house.site.publicUrl = publicUrl
      const answer = await send(app, request, { headers: { 'sec-fetch-site': 'same-origin', cookie } })
      app.house.site.publicUrl = undefined
      if (answer.status >= 400) refused.push(`${request.path}: ${answer.status}`)
      given.push(...answer.headers.getSetCookie())
    }
    app.setClock(moment)
    expect(refused).toEqual([])
    const names = [...new Set(given.map((cookie) => cookie.split('=')[0]))].sort()
    console.log(`${given.length} cookies given: ${names.join(', ')}`)
    const all = [
      'quickscan',
      'quickscan-account',
      'quickscan-gesprek',
      'quickscan-organisatie',
      'quickscan-stap',
    ]
    expect(names).toEqual(all.map((name) => `${prefix}${name}`))
    const { text } = await app.newVisitor().get(urls.privacy.to())
    const told = [...text.matchAll(/>(quickscan[a-z-]*)</g)].map(([, name]) => name)
    expect(told.sort(), 'the cookies that the privacy page tells of').toEqual(all)
    for (const cookie of given) {
      const [value = '', ...attributes] = cookie.split('; ')
      expect(value).toMatch(/=([A-Za-z0-9_-]{43})?$/)
      expect(attributes.filter((one) => !/^Max-Age=/.test(one)).sort()).toEqual(
        ['HttpOnly', 'Path=/', 'SameSite=Lax', ...(publicUrl ? ['Secure'] : [])].sort(),
      )
    }
  })

  test('of a cookie on https: one without the prefix, which a neighbour could have set, opens nothing', async () => {
    app.house.site.publicUrl = 'https://quickscan.example'
    const answers = [await owner.get('/account'), await owner.get(fillIn('scan', values))]
    app.house.site.publicUrl = undefined
    expect(answers.map(({ status }) => status)).toEqual([303, 404])
    expect((await owner.get('/account')).status).toBe(200)
  })

  describe('of the length', () => {
    let server: Server
    let port: number
    beforeAll(async () => {
      server = createServer(getRequestListener(app.fetch))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      // A server that listens at a port has an address with one.
      port = (server.address() as AddressInfo).port
    })
    afterAll(() => server.closeAllConnections())

    test('may be absent: a body in pieces is cut off at the limit', async () => {
      expect([await sendPieces(BODY_LIMIT), await sendPieces(BODY_LIMIT + 1)]).toEqual([400, 413])
      expect([413, 'cut off']).toContain(await sendPieces(5 * BODY_LIMIT))
    })

    function sendPieces(bytes: number): Promise<number | 'cut off'> {
      return new Promise((resolve) => {
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
    }

    const BODY = 'organisatie=Gemeente+Leugen'
    test.each<[what: string, lines: string[], body: string, status: number]>([
      ['is true', [`content-length: ${BODY.length}`], BODY, 303],
      ['is over the limit, before the body comes', [`content-length: ${BODY_LIMIT + 1}`], BODY, 413],
      ['is shorter: the rest is a request that is none', ['content-length: 5'], BODY, 400],
      ['is longer, and the line is broken off', [`content-length: ${BODY.length + 9}`], BODY, 400],
      ['is given twice', ['content-length: 5', `content-length: ${BODY.length}`], BODY, 400],
      ['is no number', ['content-length: 0x1B'], BODY, 400],
      ['is below nothing', ['content-length: -1'], BODY, 400],
      [
        'is given, and the body comes in pieces',
        ['content-length: 5', 'transfer-encoding: chunked'],
        `1b\r\n${BODY}\r\n0\r\n\r\n`,
        400,
      ],
      ['of a piece is no number', ['transfer-encoding: chunked'], `zz\r\n${BODY}\r\n0\r\n\r\n`, 400],
      ['of a piece is endless', ['transfer-encoding: chunked'], `fffffffffffffffff\r\n${BODY}`, 400],
    ])('that %s', async (_, lines, body, status) => {
      await owner.post('/account/profiel', { organisatie: 'Gemeente Eerlijk' })
      expect([...new Set(await sendRaw(lines, body))]).toEqual([status])
      const { text } = await owner.get('/account/profiel')
      expect(text.includes('Gemeente Leugen')).toBe(status === 303)
      expect(text.includes('Gemeente Eerlijk')).toBe(status !== 303)
    })

    /** Says exactly this over a line of its own, and gives the status of every answer that came back. */
    function sendRaw(lines: string[], body: string): Promise<number[]> {
      return new Promise((resolve, reject) => {
        const head = [
          'POST /account/profiel HTTP/1.1',
          'host: localhost',
          `cookie: ${cookiesOf(owner)}`,
          'sec-fetch-site: same-origin',
          'content-type: application/x-www-form-urlencoded',
          ...lines,
        ]
        let said = ''
        const socket = connect(port, '127.0.0.1', () => socket.end(`${head.join('\r\n')}\r\n\r\n${body}`))
        socket.setEncoding('utf8')
        socket.on('data', (piece) => {
          said += piece
        })
        socket.on('error', reject)
        socket.on('close', () =>
          resolve([...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))),
        )
      })
    }
  })
})
