import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccountByAddress } from '#database/accounts.ts'
import { savePasskey } from '#database/passkeys.ts'
import { confirmAuthenticator, startAuthenticator } from '#database/second-factors.ts'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { closeRound, createApp } from '#src/app.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { administrator } from '#test/administrator.ts'
import { makeDraft } from '#test/draft.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { type DishonestProvider, startDishonestProvider } from '#test/organisation-provider.ts'
import { dump, readCatalogue } from '#test/stores/personal-tables.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { addToPlan, agree, beginNextRound, makeBusyGroup, makeToldGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes, type Route } from './routes.ts'
import { cookiesOf, send, type ValidRequest, validRequests } from './valid-requests.ts'

/** Say how strong a password is, or to which room a code belongs, and keep nothing. */
const KEEPS_NOTHING: Route['name'][] = ['passwordStrength', 'enterRoom']
/** What there is only once a round is closed. */
const NEEDS_TOLD: Route['name'][] = [
  'groupRoundPdf',
  'groupRoundCsv',
  'groupRoundSheets',
  'groupNextRound',
  'groupTalk',
  'groupTalkPdf',
  'groupSinceLastTimePdf',
]
/** OpenID Connect sends people back with GET. What this writes was asked for with POST, and is done once. */
const LOOKING_IS_DOING: Route['name'][] = ['organisationAnswer']
/** For a browser that goes on listening; whoever just looks is sent to the page, or is not in the room. */
const FOR_LISTENERS: Route['name'][] = ['groupRoomLive', 'roomLive']

const STRANGERS: [whence: string, headers: Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a site that begins as ours', { origin: 'http://localhost.evil.example' }],
  ['a site that ends as ours', { origin: 'http://evil-localhost' }],
  ['a part of our site', { origin: 'http://x.localhost' }],
  ['another port', { origin: 'http://localhost:81' }],
  ['another scheme', { origin: 'https://localhost' }],
  ['nowhere', { origin: 'null' }],
  ['nowhere at all', { origin: '' }],
  ['two places', { origin: 'http://localhost http://evil.example' }],
  ['another site, with our name', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
  ['another site that says it is ours', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ['a neighbour', { 'sec-fetch-site': 'same-site' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['who has only a referrer', { referer: 'http://localhost/account' }],
  ['who says nothing', {}],
]

const BOUNDARY = 'grens'
const FORM = 'application/x-www-form-urlencoded'

describe('what changes things', () => {
  let app: TestApp
  let provider: DishonestProvider
  let requests: ReturnType<typeof validRequests>
  let routes: Route[]
  let everything: () => Promise<string[]>

  beforeAll(async () => {
    provider = await startDishonestProvider({
      sub: 'nr-1',
      email: 'iemand@school.example',
      email_verified: true,
    })
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn({ ...provider, allowInsecure: true }),
    })
    app.house.log.level = 'silent'
    requests = validRequests(app)
    routes = listRoutes(createApp(app.house))
    const catalogue = await readCatalogue(app.house.db)
    everything = () => dump(app.house.db, catalogue)
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await provider.leave()
  })

  test('comes from a page of ours and in its form; control: then every one of them is done', async () => {
    const wrong: string[] = []
    const counts = { addresses: 0, strangers: 0, forms: 0 }
    for (const { name, method } of routes.filter((route) => route.method !== 'GET')) {
      const about = `${method} ${urls[name].pattern}`
      const request = await requests[name]?.()
      if (!request) throw new Error(`say what a right request to ${about} is`)
      counts.addresses += 1
      const before = await everything()
      for (const [whence, headers] of STRANGERS) {
        const { status } = await send(app, request, { headers })
        counts.strangers += 1
        if (status !== 403) wrong.push(`${about} from ${whence}: ${status}`)
      }
      for (const [type, body] of otherForms(request)) {
        const status = await sendAs(request, type, body)
        counts.forms += 1
        if (status !== 400) wrong.push(`${about} as ${type}: ${status}`)
      }
      if ((await everything()).join() !== before.join()) wrong.push(`${about} was done all the same`)

      const { status } = await send(app, request, { headers: { 'sec-fetch-site': 'same-origin' } })
      const isDone = (await everything()).join() !== before.join()
      if (status >= 400 || isDone === KEEPS_NOTHING.includes(name))
        wrong.push(`control: ${about} from our own page: ${status}`)
    }
    const { addresses, strangers, forms } = counts
    console.log(
      `${addresses} addresses that change things: ${strangers} requests from elsewhere and ${forms} in another form, ${wrong.length} taken`,
    )
    expect(wrong).toEqual([])
  }, 120_000)

  /** The same fields as no page of ours sends them. */
  function otherForms({ method, fields }: ValidRequest): [type: string, body: string][] {
    const form = new URLSearchParams(
      Object.entries(fields).map(([name, value]) => [name, String(value)]),
    ).toString()
    const json = JSON.stringify(fields)
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const right = method === 'PUT' ? json : form
    return [
      ['text/plain', right],
      ['text/html', right],
      ['application/xml', right],
      [`${FORM}-not`, right],
      ['application/json-not', right],
      [`multipart/form-data; boundary=${BOUNDARY}`, `${parts.join('')}--${BOUNDARY}--\r\n`],
      method === 'PUT' ? [FORM, form] : ['application/json', json],
      ['', right || 'iets=1'],
    ]
  }

  async function sendAs({ who, method, path }: ValidRequest, type: string, body: string): Promise<number> {
    const headers = { cookie: cookiesOf(who), origin: 'http://localhost', 'content-type': type }
    const answer = await app.fetch(
      new Request(`http://localhost${path}`, { method, headers, body: new TextEncoder().encode(body) }),
    )
    await answer.arrayBuffer()
    return answer.status
  }

  describe('is never looking', () => {
    type Looker = { name: string; who: Visitor; query?: Partial<Record<Route['name'], string>> }
    let lookers: Looker[]
    let traveller: { who: Visitor; back: string }
    let values: Record<string, string>
    let pages: Route['name'][]
    let ofTold: Record<string, string>
    let ownAction: string

    beforeAll(async () => {
      pages = routes.filter(({ method }) => method === 'GET').map(({ name }) => name)
      const { instrument = '' } = contentNames(app)
      const old = await signUp(app, 'lang-geleden@voorbeeld.nl')
      // Moves the clock: what the others are given has to be fresh still.
      const halfway = await requests.secondStep?.()
      if (!halfway) throw new Error('nobody is between two steps')

      const unclaimed = app.newVisitor()
      await startScan(unclaimed, instrument)
      const owner = await signUp(app, 'eigenaar@voorbeeld.nl')
      const scan = await startScan(owner, instrument)
      // Without an answer there is no result to take along.
      await owner.put(`${scan}/antwoorden/${contentNames(app).statement}`, { answer: '1' })
      ownAction = await addToPlan(app, `${scan}/plan`, owner, { wat: 'Een tolk regelen' })
      for (const [name, value] of unclaimed.cookies) owner.cookies.set(name, value)
      const account = await findAccountByAddress(app.house.db, 'eigenaar@voorbeeld.nl')
      const passkey = 'passkey-of-the-owner'
      const key = { id: passkey, accountId: account?.id ?? '', publicKey: 'key', counter: 0, transports: [] }
      await savePasskey(app.house.db, { ...key, name: 'Mijn telefoon', createdAt: app.house.clock() })
      await owner.post('/account/beveiliging/app', { stap: 'begin' })
      const query = {
        confirmSignUp: await linkAfter(owner, '/account/aanmelden', 'straks@voorbeeld.nl'),
        resetPassword: await linkAfter(owner, '/account/wachtwoord-vergeten', 'eigenaar@voorbeeld.nl'),
        confirmAddress: await linkAfter(owner, '/account/e-mailadres', 'verhuisd@voorbeeld.nl'),
      }
      const { names } = await makeBusyGroup(app, owner, 'eigenaar@voorbeeld.nl')
      const told = await makeToldGroup(app, owner, 'eigenaar@voorbeeld.nl')
      // A second round, closed as well: there is something to look back on, and a third can begin.
      await agree(app, told, owner, { wat: 'Een tolk regelen' })
      await closeRound(app.house, (await beginNextRound(app, told)).round)
      ofTold = { ...names, group: told.id }
      values = {
        ...contentNames(app),
        ...(await makeDraft(app)),
        ...names,
        scan: scan.split('/').at(-1) ?? '',
        passkey,
      }
      traveller = await travel()
      lookers = [
        { name: 'nobody', who: app.newVisitor(), query },
        { name: 'the owner', who: owner, query },
        { name: 'who runs the place', who: await functionalAdministrator() },
        { name: 'who keeps the content', who: await administrator(app, 'inhoud@voorbeeld.nl') },
        { name: 'who gave a password', who: halfway.who },
        { name: 'who proved it long ago', who: old },
      ]
    }, 60_000)

    /** What stands behind the address of the link in the letter. */
    async function linkAfter(who: Visitor, path: string, adres: string): Promise<string> {
      await readMail(app)
      await who.post(path, { adres })
      const [letter] = await readMail(app)
      if (!letter) throw new Error(`no letter came after ${path}`)
      return new URL(linkIn(letter), 'http://localhost').search
    }

    /** Somebody who signed in at the organisation, and is about to come back. */
    async function travel(): Promise<{ who: Visitor; back: string }> {
      const who = app.newVisitor()
      const { text } = await who.post('/account/organisatie')
      const [, away = ''] = /href="(http:[^"]+)"[^>]*>Ga verder naar je organisatie/.exec(text) ?? []
      const answer = await fetch(away.replaceAll('&amp;', '&'), { redirect: 'manual' })
      return { who, back: new URL(answer.headers.get('location') ?? '').search }
    }

    async function functionalAdministrator(): Promise<Visitor> {
      const address = 'beheer@voorbeeld.nl'
      const who = await signUp(app, address)
      const { db, clock, secrets, authenticator } = app.house
      const desk = { createId: secrets.createId, now: clock() }
      await changePermission(db, { address, key: address }, 'functional-administrator', desk)
      await giveAddressAndPassword(who, address)
      const { id = '' } = (await findAccountByAddress(db, address)) ?? {}
      const secret = authenticator.createSecret()
      await startAuthenticator(db, id, secret, clock())
      await confirmAuthenticator(db, id, { secret, step: 1 }, clock())
      return who
    }

    test('every page and every link in a mail, opened twice, leaves the database as it was', async () => {
      const wrong: string[] = []
      const shown = new Set<string>()
      let looked = 0
      for (const { name: looker, who, query } of lookers) {
        const before = await everything()
        for (const name of pages) {
          const others = NEEDS_TOLD.includes(name)
            ? ofTold
            : name === 'scanAction'
              ? { action: ownAction }
              : {}
          const path = `${fillIn(name, { ...values, ...others })}${query?.[name] ?? ''}`
          const seen = [await who.request(path, { method: 'HEAD' }), await who.get(path)]
          looked += seen.length
          const [first, second] = seen.map(({ status, location }) => `${status} ${location}`)
          if (first !== second) wrong.push(`HEAD ${path} for ${looker}: ${first}, and GET ${second}`)
          if (seen[1]?.status === 200) shown.add(name)
        }
        if ((await everything()).join() !== before.join()) wrong.push(`${looker} changed something`)
      }
      const unseen = pages.filter((name) => !shown.has(name))
      console.log(
        `${pages.length} pages × ${lookers.length} visitors: ${looked} times looked, ${wrong.length} otherwise; never shown: ${unseen.join(', ')}`,
      )
      expect(wrong).toEqual([])
      expect(unseen.sort()).toEqual([...LOOKING_IS_DOING, ...FOR_LISTENERS].sort())
    }, 60_000)

    test('but for the one way back from an organisation, once; control: that is noticed', async () => {
      const visit = () => traveller.who.get(`/account/organisatie/terug${traveller.back}`)
      const before = await everything()
      expect((await visit()).location).toBe('/account?nieuw=ja')
      const after = await everything()
      expect(after.join()).not.toBe(before.join())
      expect((await visit()).status).toBe(400)
      expect(await everything()).toEqual(after)
    })
  })
})
