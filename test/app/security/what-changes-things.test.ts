import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccountByAddress } from '#database/accounts.ts'
import { savePasskey } from '#database/passkeys.ts'
import { createApp } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { type Catalogue, dump, readCatalogue } from '#test/stores/personal-tables.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes, type Route } from './routes.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

/** What each address takes, so that nothing but the thing under test is wrong with what is sent. */
const BODIES: Partial<Record<Route['name'], Record<string, string>>> = {
  resume: { code: '7K2M-9QXD-4HTA-WB3E-M4PX-2CJ8' },
  signUp: { adres: 'nieuw@voorbeeld.nl' },
  signIn: { adres: 'eigenaar@voorbeeld.nl', wachtwoord: 'koude soep onder de toren' },
  forgotPassword: { adres: 'eigenaar@voorbeeld.nl' },
  accountPassword: { wachtwoord: 'koude soep onder de toren' },
  accountAddress: { adres: 'ander@voorbeeld.nl' },
  accountProfile: { organisatie: 'Gemeente Voorbeeld' },
  accountSessions: { apparaat: 'alle-andere' },
  accountAuthenticator: { stap: 'begin' },
  accountPasskey: { naam: 'Mijn laptop' },
  scanName: { naam: 'Najaar' },
  prove: { wachtwoord: 'koude soep onder de toren' },
  secondStep: { code: '123456' },
}

describe('what changes things', () => {
  let app: TestApp
  let owner: Visitor
  let routes: Route[]
  let values: Record<string, string>
  let catalogue: Catalogue
  let tokens: Partial<Record<Route['name'], string>>

  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    routes = listRoutes(createApp(app.house))
    catalogue = await readCatalogue(app.house.db)
    owner = await signUp(app, 'eigenaar@voorbeeld.nl')
    const scan = await startScan(owner, contentNames(app).instrument ?? '')
    const account = await findAccountByAddress(app.house.db, 'eigenaar@voorbeeld.nl')
    const passkey = 'passkey-of-the-owner'
    await savePasskey(app.house.db, {
      id: passkey,
      accountId: account?.id ?? '',
      publicKey: 'key',
      counter: 0,
      transports: [],
      name: 'Mijn telefoon',
      createdAt: app.house.clock(),
    })
    values = { ...contentNames(app), scan: scan.split('/').at(-1) ?? '', passkey }
    tokens = {
      confirmSignUp: await tokenAfter(() =>
        owner.post('/account/aanmelden', { adres: 'straks@voorbeeld.nl' }),
      ),
      resetPassword: await tokenAfter(() =>
        owner.post('/account/wachtwoord-vergeten', { adres: 'eigenaar@voorbeeld.nl' }),
      ),
      confirmAddress: await tokenAfter(() =>
        owner.post('/account/e-mailadres', { adres: 'verhuisd@voorbeeld.nl' }),
      ),
    }
  }, 60_000)
  afterAll(() => app.close())

  async function tokenAfter(ask: () => Promise<unknown>): Promise<string> {
    await ask()
    const [letter] = await readMail(app)
    return letter ? (new URL(linkIn(letter), 'http://localhost').searchParams.get('bewijs') ?? '') : ''
  }

  /** Everything that is kept, but for the counts of tries: those are there to change. */
  const kept = async () =>
    (await dump(app.house.db, catalogue)).filter((row) => !row.startsWith('attempts: '))

  const writing = () => routes.filter(({ method }) => method !== 'GET')
  const bodyOf = ({ name }: Route): Record<string, string> => ({
    ...BODIES[name],
    ...(name === 'scans' && { instrument: values.instrument ?? '' }),
    ...(tokens[name] && { bewijs: tokens[name], wachtwoord: 'koude soep onder de toren' }),
  })

  async function send(route: Route, headers: Record<string, string>, body: string) {
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.fetch(
      new Request(`http://localhost${fillIn(route.name, values)}`, {
        method: route.method,
        headers: { cookie, ...headers },
        body,
      }),
    )
    await response.arrayBuffer()
    return response
  }

  const encoded = (route: Route, more: Record<string, string> = {}): [string, string] =>
    route.method === 'PUT'
      ? [JSON_TYPE, JSON.stringify({ answer: null, note: 'x', was: { answer: null, note: '' }, ...more })]
      : [FORM, new URLSearchParams({ ...bodyOf(route), ...more }).toString()]

  const strangers: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example' }],
    ['a site that looks like ours', { origin: 'http://localhost.evil.example' }],
    ['another port', { origin: 'http://localhost:81' }],
    ['another scheme', { origin: 'https://localhost' }],
    ['nowhere', { origin: 'null' }],
    ['another site, with our name', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['who says nothing', {}],
  ]

  test('is refused when it comes from elsewhere, at every address', async () => {
    const before = await kept()
    const open: string[] = []
    for (const route of writing()) {
      const [type, body] = encoded(route)
      for (const [whence, headers] of strangers) {
        const { status } = await send(route, { 'content-type': type, ...headers }, body)
        if (status !== 403) open.push(`${route.method} ${urls[route.name].pattern} from ${whence}: ${status}`)
      }
    }
    console.log(
      `${writing().length} addresses that change things × ${strangers.length} strangers: ${open.length} let in`,
    )
    expect(open).toEqual([])
    expect(await kept()).toEqual(before)
  })

  test('is refused in another form than ours', async () => {
    const before = await kept()
    const open: string[] = []
    for (const route of writing()) {
      const [right, body] = encoded(route)
      const types = [
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/xml',
        'text/html',
        right === FORM ? JSON_TYPE : FORM,
      ]
      for (const type of types) {
        const { status } = await send(
          route,
          { 'content-type': type, origin: 'http://localhost' },
          body || 'x=1',
        )
        if (status < 400 && status !== 303)
          open.push(`${route.method} ${urls[route.name].pattern} as ${type}: ${status}`)
      }
    }
    expect(open).toEqual([])
    expect(await kept()).toEqual(before)
  })

  test('is refused with one field too many: no column of the database can be set from outside', async () => {
    const columns = [...new Set(catalogue.columns.map(({ column }) => column))]
    const names = [
      ...new Set([
        ...columns,
        ...columns.map(camel),
        'isAdmin',
        'ownerId',
        'groupId',
        'verifiedAt',
        'completedAt',
        '__proto__',
        'constructor',
      ]),
    ]
    const before = await kept()
    const open: string[] = []
    let requests = 0
    for (const route of writing()) {
      const mine = route.method === 'PUT' ? ['answer', 'note', 'was'] : []
      for (const name of names.filter((one) => !mine.includes(one))) {
        const [type, body] = encoded(route, { [name]: 'functional-administrator' })
        const { status } = await send(route, { 'content-type': type, origin: 'http://localhost' }, body)
        requests += 1
        if (status < 400 && status !== 303)
          open.push(`${route.method} ${urls[route.name].pattern} with ${name}: ${status}`)
      }
    }
    console.log(
      `${writing().length} addresses × ${names.length} names of columns: ${requests} requests, ${open.length} taken`,
    )
    expect(open).toEqual([])
    expect(await kept()).toEqual(before)
  }, 120_000)

  test('is never looking: every page and every link in a mail, opened twice, leaves the database as it was', async () => {
    const before = await dump(app.house.db, catalogue)
    let requests = 0
    for (const { name } of routes.filter(({ method }) => method === 'GET')) {
      const query = tokens[name] ? `?bewijs=${tokens[name]}` : ''
      for (const method of ['GET', 'HEAD', 'GET']) {
        await owner.request(`${fillIn(name, values)}${query}`, { method })
        requests += 1
      }
    }
    console.log(
      `${requests} times looked: ${(await dump(app.house.db, catalogue)).length - before.length} rows more or less`,
    )
    expect(await dump(app.house.db, catalogue)).toEqual(before)
  })

  test('control: the same bodies, from our own pages, do change the database', async () => {
    const unchanged: string[] = []
    for (const name of [
      'scanName',
      'accountProfile',
      'accountPasskey',
      'accountAuthenticator',
      'scanAnswer',
      'scans',
    ] as const) {
      const route = { name, method: name === 'scanAnswer' ? 'PUT' : 'POST' }
      const before = await kept()
      const [type, body] = encoded(route)
      await send(route, { 'content-type': type, origin: 'http://localhost' }, body)
      if (JSON.stringify(await kept()) === JSON.stringify(before)) unchanged.push(name)
    }
    expect(unchanged).toEqual([])
  })
})

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
