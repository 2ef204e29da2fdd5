import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccountByAddress } from '#database/accounts.ts'
import { savePasskey } from '#database/passkeys.ts'
import { lockScan } from '#database/scans.ts'
import { confirmAuthenticator, startAuthenticator } from '#database/second-factors.ts'
import type { Permission } from '#domain/permissions.ts'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { createVisitor, startScan, type Visitor } from '#test/visitor.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes, type Route } from './routes.ts'

/** Who may open an address. */
type Rule =
  /** Anybody; what somebody has of their own is the only difference. */
  | 'everybody'
  | 'owner of the scan'
  | 'owner of the passkey'
  | 'whoever is signed in'
  /** Only between the password and the second step. */
  | 'whoever gave a password'
  | 'functional administrator'

/** Every address has its rule: one that is missing here does not compile. */
const RULES: Record<keyof typeof urls, Rule> = {
  home: 'everybody',
  moreInformation: 'everybody',
  privacy: 'everybody',
  accessibility: 'everybody',
  colophon: 'everybody',
  contact: 'everybody',
  instruments: 'everybody',
  instrument: 'everybody',
  statements: 'everybody',
  library: 'everybody',
  libraryEntry: 'everybody',
  libraryChapter: 'everybody',
  scans: 'everybody',
  resume: 'everybody',
  scanTrend: 'everybody',
  scan: 'owner of the scan',
  scanBackground: 'owner of the scan',
  scanAnswer: 'owner of the scan',
  scanCheck: 'owner of the scan',
  scanFinish: 'owner of the scan',
  scanReopen: 'owner of the scan',
  scanResumeCode: 'owner of the scan',
  scanErase: 'owner of the scan',
  scanAgain: 'owner of the scan',
  scanName: 'owner of the scan',
  scanResult: 'owner of the scan',
  scanCluster: 'owner of the scan',
  signUp: 'everybody',
  confirmSignUp: 'everybody',
  signIn: 'everybody',
  secondStep: 'whoever gave a password',
  secondStepRecovery: 'whoever gave a password',
  passkeyQuestion: 'everybody',
  passkeySignIn: 'everybody',
  organisationSignIn: 'everybody',
  organisationAnswer: 'everybody',
  signOut: 'everybody',
  forgotPassword: 'everybody',
  resetPassword: 'everybody',
  mailSent: 'everybody',
  passwordStrength: 'everybody',
  prove: 'whoever is signed in',
  account: 'whoever is signed in',
  accountPassword: 'whoever is signed in',
  accountAddress: 'whoever is signed in',
  // Whoever has the token of the letter: the address is proven on whatever device it is read.
  confirmAddress: 'everybody',
  accountSecurity: 'whoever is signed in',
  accountAuthenticator: 'whoever is signed in',
  accountRecoveryCodes: 'whoever is signed in',
  accountPasskeys: 'whoever is signed in',
  accountPasskeyQuestion: 'whoever is signed in',
  accountPasskey: 'owner of the passkey',
  accountOrganisation: 'whoever is signed in',
  accountProfile: 'whoever is signed in',
  accountSessions: 'whoever is signed in',
  accountClaim: 'whoever is signed in',
  accountData: 'whoever is signed in',
  accountDataFile: 'whoever is signed in',
  accountErase: 'whoever is signed in',
  asset: 'everybody',
  live: 'everybody',
  ready: 'everybody',
  securityContact: 'everybody',
  operation: 'functional administrator',
  components: 'everybody',
}

const ROLES = [
  'nobody',
  'participant without account',
  'participant in another browser',
  'owner',
  'another account',
  'content administrator',
  'functional administrator',
  'functional administrator without second step',
  'somebody whose session ended',
  'somebody whose account was erased',
] as const
type Role = (typeof ROLES)[number]

const SIGNED_IN: readonly Role[] = [
  'owner',
  'another account',
  'content administrator',
  'functional administrator',
  'functional administrator without second step',
]
const SIGNED_OUT_BEHIND_THEIR_BACK: readonly Role[] = [
  'somebody whose session ended',
  'somebody whose account was erased',
]

type Outcome = 'open' | 'sign in first' | 'missing' | 'forbidden'

/** Whose thing stands in the address: scans and a passkey of two people, and one that nobody has. */
const TARGETS = ['participant without account', 'owner', 'no one'] as const
type Target = (typeof TARGETS)[number]

function expected(rule: Rule, role: Role, target: Target): Outcome {
  const isIn = SIGNED_IN.includes(role)
  const wasIn = SIGNED_OUT_BEHIND_THEIR_BACK.includes(role)
  if (rule === 'everybody') return 'open'
  if (rule === 'whoever gave a password') return 'sign in first'
  if (rule === 'owner of the scan') {
    if (role === target) return 'open'
    return wasIn ? 'sign in first' : 'missing'
  }
  if (!isIn) return 'sign in first'
  if (rule === 'owner of the passkey') return role === 'owner' && target === 'owner' ? 'open' : 'missing'
  if (rule === 'whoever is signed in') return 'open'
  if (role === 'functional administrator') return 'open'
  return role === 'functional administrator without second step' ? 'forbidden' : 'missing'
}

/** A word in a note of each scan, which nobody else may ever get to see. */
const MARKS: Record<Target, string> = {
  'participant without account': 'merk-van-de-deelnemer',
  owner: 'merk-van-de-eigenaar',
  'no one': 'merk-van-niemand',
}

describe('who may open what', () => {
  let app: TestApp
  let jars: Map<Role, Map<string, string>>
  let scans: Record<Target, string>
  let names: Record<string, string>

  beforeAll(async () => {
    // A provider that is away: whether somebody gets as far as going there is the question.
    const provider = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'quickscan',
      clientSecret: 'geheim',
      allowInsecure: true,
    }
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn(provider),
    })
    names = contentNames(app)
    const participant = app.newVisitor()
    const outsider = app.newVisitor()
    await startScan(outsider, names.instrument ?? '')
    const owner = await signUp(app, 'eigenaar@voorbeeld.nl')
    const erased = await signUp(app, 'gewist@voorbeeld.nl')
    await erased.post('/account/wissen')
    erased.cookies.set('quickscan-account', app.house.secrets.createToken())
    const ended = app.newVisitor()
    ended.cookies.set('quickscan-account', app.house.secrets.createToken())

    scans = {
      'participant without account': await startMarkedScan(participant, MARKS['participant without account']),
      owner: await startMarkedScan(owner, MARKS.owner),
      'no one': app.house.secrets.createId(),
    }
    const account = await idOf('eigenaar@voorbeeld.nl')
    await savePasskey(app.house.db, {
      id: 'passkey-of-the-owner',
      accountId: account,
      publicKey: 'key',
      counter: 0,
      transports: [],
      name: MARKS.owner,
      createdAt: app.house.clock(),
    })
    jars = new Map<Role, Map<string, string>>([
      ['nobody', new Map()],
      ['participant without account', participant.cookies],
      ['participant in another browser', outsider.cookies],
      ['owner', owner.cookies],
      ['another account', (await signUp(app, 'ander@voorbeeld.nl')).cookies],
      [
        'content administrator',
        (await administrator('content-administrator', 'inhoud@voorbeeld.nl', true)).cookies,
      ],
      [
        'functional administrator',
        (await administrator('functional-administrator', 'beheer@voorbeeld.nl', true)).cookies,
      ],
      [
        'functional administrator without second step',
        (await administrator('functional-administrator', 'zonder@voorbeeld.nl', false)).cookies,
      ],
      ['somebody whose session ended', ended.cookies],
      ['somebody whose account was erased', erased.cookies],
    ])
  }, 60_000)
  afterAll(() => app.close())

  async function startMarkedScan(who: Visitor, mark: string): Promise<string> {
    const scan = await startScan(who, names.instrument ?? '')
    await who.put(`${scan}/antwoorden/${names.statement}`, {
      answer: null,
      note: mark,
      was: { answer: null, note: '' },
    })
    return scan.split('/').at(-1) ?? ''
  }

  async function idOf(address: string): Promise<string> {
    const account = await findAccountByAddress(app.house.db, address)
    if (!account) throw new Error(`there is no account ${address}`)
    return account.id
  }

  async function administrator(
    permission: Permission,
    address: string,
    hasSecondStep: boolean,
  ): Promise<Visitor> {
    const who = await signUp(app, address)
    const { db, clock, secrets, authenticator } = app.house
    await changePermission(db, { address, key: address }, permission, {
      createId: secrets.createId,
      now: clock(),
    })
    await giveAddressAndPassword(who, address)
    if (hasSecondStep) {
      const secret = authenticator.createSecret()
      await startAuthenticator(db, await idOf(address), secret, clock())
      await confirmAuthenticator(db, await idOf(address), { secret, step: 1 }, clock())
    }
    return who
  }

  function pathOf(name: keyof typeof urls, target: Target): string {
    const passkey = target === 'owner' ? 'passkey-of-the-owner' : `passkey-of-${target.replaceAll(' ', '-')}`
    return fillIn(name, { ...names, scan: scans[target], passkey })
  }

  /** Sends nothing that could be carried out: an address is open when it gets as far as reading what was sent. */
  async function ask(who: Visitor, method: string, path: string, isAllowed: boolean) {
    if (method === 'GET') return who.get(path)
    if (method === 'PUT') return who.put(path, {})
    const body = isAllowed ? 'onbekend=1' : ''
    return who.request(path, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  }

  function outcomeOf({
    status,
    location,
    text,
  }: {
    status: number
    location: string | null
    text: string
  }): Outcome {
    if (status === 401 || location?.startsWith('/account/inloggen')) return 'sign in first'
    if (status === 404) return 'missing'
    if (status === 403) return text.includes('Zet eerst een tweede stap aan') ? 'forbidden' : 'open'
    return 'open'
  }

  type Served = { fetch: ReturnType<typeof createApp>; routes: Route[] }

  function serve(): Served {
    const fetch = createApp(app.house)
    return { fetch, routes: listRoutes(fetch) }
  }

  /** Everything that is otherwise than the rules say. */
  async function inspect({ fetch, routes }: Served) {
    const wrong: string[] = []
    let requests = 0
    for (const { name, method } of routes) {
      // Leaving ends the session that the next question needs; its own test shows what it does.
      if (name === 'signOut') continue
      const rule = RULES[name]
      const targets = rule.startsWith('owner') ? TARGETS : (['owner'] as const)
      for (const role of ROLES) {
        const missing = new Set<string>()
        for (const target of targets) {
          const who = createVisitor(fetch)
          for (const [cookie, value] of jars.get(role) ?? []) who.cookies.set(cookie, value)
          const wanted = expected(rule, role, target)
          const answer = await ask(who, method, pathOf(name, target), wanted === 'open')
          requests += 1
          const found = outcomeOf(answer)
          const about = `${method} ${urls[name].pattern} of ${target}, for ${role}`
          if (found !== wanted) wrong.push(`${about}: ${found} (${answer.status}), and not ${wanted}`)
          if (found === 'missing') missing.add(answer.text)
          const foreign = TARGETS.filter((one) => one !== role && answer.text.includes(MARKS[one]))
          if (foreign.length > 0) wrong.push(`${about}: holds what is of ${foreign.join()}`)
        }
        if (missing.size > 1)
          wrong.push(`${method} ${urls[name].pattern}: what is of others and what is not there differ`)
      }
    }
    return { wrong, requests }
  }

  test('every address is one that the table knows, and every one in the table is answered', () => {
    const { fetch, routes } = serve()
    const patterns = new Set(Object.values(urls).map(({ pattern }) => pattern as string))
    const unknown = fetch.routes.filter(({ path, method }) => method !== 'ALL' && !patterns.has(path))
    expect(unknown.map(({ path, method }) => `${method} ${path}`)).toEqual([])
    const answered = new Set(routes.map(({ name }) => name))
    expect(Object.keys(urls).filter((name) => !answered.has(name as keyof typeof urls))).toEqual([])
  })

  test('for every kind of visitor, everything is as the rules say', async () => {
    const served = serve()
    const { wrong, requests } = await inspect(served)
    console.log(
      `${served.routes.length} routes × ${ROLES.length} kinds of visitor: ${requests} requests, ${wrong.length} otherwise than the rules`,
    )
    expect(wrong).toEqual([])
  }, 120_000)

  test('control: a page that forgets to ask whose it is, is caught', async () => {
    const served = serve()
    const open: Served['fetch'] = new Hono()
    open.get(urls.scanResult.pattern, async (c) => {
      const id = c.req.param('scan') ?? ''
      const anybody = { browser: null, account: await idOf('eigenaar@voorbeeld.nl') }
      const scan = await app.house.db.transaction().execute((trx) => lockScan(trx, id, anybody))
      return scan ? c.text(JSON.stringify(scan.answers)) : c.text('weg', 404)
    })
    const { wrong } = await inspect({
      fetch: open,
      routes: served.routes.filter(({ name }) => name === 'scanResult'),
    })
    console.log(`control, a page that forgets to ask: ${wrong.length} caught`)
    expect(wrong.some((line) => line.includes('holds what is of owner'))).toBe(true)
  })
})
