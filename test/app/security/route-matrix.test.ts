import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccountByAddress } from '#database/accounts.ts'
import { savePasskey } from '#database/passkeys.ts'
import { lockScan } from '#database/scans.ts'
import { confirmAuthenticator, startAuthenticator } from '#database/second-factors.ts'
import { MEETING_CODE_BYTES, meetingCodeFrom } from '#domain/meeting.ts'
import type { Permission } from '#domain/permissions.ts'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { makeDraft } from '#test/draft.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { addToPlan, invite, makeBusyGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { type Answer, createVisitor, startScan, type Visitor } from '#test/visitor.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes, type Route } from './routes.ts'

/** Who may open an address. */
type Rule =
  /** Anybody; what somebody has of their own is the only difference. */
  | 'everybody'
  | 'owner of the scan'
  | 'owner of the passkey'
  | 'whoever is signed in'
  /** Signed in, and not longer ago than a moment: for what an absent owner would regret. */
  | 'whoever just proved it'
  /** Only between the password and the second step. */
  | 'whoever gave a password'
  | 'functional administrator'
  | 'content administrator'
  | 'any administrator'
  /** Whoever organises the group or takes part in it. */
  | 'member of the group'
  | 'organiser of the group'
  /** Whoever proved to have the address; who is not signed in sees one page, whatever the address says. */
  | 'whoever is invited'
  /** The same for whoever has the link. */
  | 'whoever has the link'
  /** No account is asked: the code of a running conversation is enough. */
  | 'whoever has the code'
  /** A phone that came in with that code; nobody here did. */
  | 'phone in the room'

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
  statementsPdf: 'everybody',
  explainedPdf: 'everybody',
  tipsPdf: 'everybody',
  instrumentFile: 'everybody',
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
  scanResultPdf: 'owner of the scan',
  scanResultText: 'owner of the scan',
  scanResultSheets: 'owner of the scan',
  scanResultCsv: 'owner of the scan',
  scanPlan: 'owner of the scan',
  scanPlanPdf: 'owner of the scan',
  scanPlanText: 'owner of the scan',
  scanPlanCsv: 'owner of the scan',
  scanPlanCalendar: 'owner of the scan',
  scanNewAction: 'owner of the scan',
  scanAction: 'owner of the scan',
  scanCluster: 'owner of the scan',
  groups: 'whoever is signed in',
  newGroup: 'whoever is signed in',
  group: 'member of the group',
  groupInvite: 'organiser of the group',
  groupInvitations: 'organiser of the group',
  groupInvitation: 'organiser of the group',
  groupLink: 'organiser of the group',
  groupRequest: 'organiser of the group',
  groupRemind: 'organiser of the group',
  groupClose: 'organiser of the group',
  groupNextRound: 'organiser of the group',
  groupFillIn: 'member of the group',
  groupSend: 'member of the group',
  groupTakeBack: 'member of the group',
  groupLeave: 'member of the group',
  groupTalk: 'member of the group',
  groupTalkPdf: 'member of the group',
  groupRoom: 'member of the group',
  groupRoomLive: 'member of the group',
  groupRecord: 'member of the group',
  groupPlan: 'member of the group',
  groupPlanPdf: 'member of the group',
  groupPlanText: 'member of the group',
  groupPlanCsv: 'member of the group',
  groupPlanCalendar: 'member of the group',
  groupNewAction: 'member of the group',
  groupAction: 'member of the group',
  groupSinceLastTime: 'member of the group',
  groupSinceLastTimePdf: 'member of the group',
  groupRound: 'member of the group',
  groupRoundPdf: 'member of the group',
  groupRoundCsv: 'member of the group',
  groupRoundSheets: 'member of the group',
  enterRoom: 'everybody',
  room: 'whoever has the code',
  roomLive: 'phone in the room',
  invitation: 'whoever is invited',
  joinByLink: 'whoever has the link',
  comparisons: 'everybody',
  comparison: 'everybody',
  comparisonJson: 'everybody',
  comparisonCsv: 'everybody',
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
  accountPassword: 'whoever just proved it',
  accountAddress: 'whoever just proved it',
  // The token of the letter decides; with a live one the page asks for the session of its account too.
  confirmAddress: 'everybody',
  // Says what is on; every change has a page that asks for a proof.
  accountSecurity: 'whoever is signed in',
  accountAuthenticator: 'whoever just proved it',
  accountRecoveryCodes: 'whoever just proved it',
  accountPasskeys: 'whoever just proved it',
  accountPasskeyQuestion: 'whoever just proved it',
  accountPasskey: 'owner of the passkey',
  accountOrganisation: 'whoever just proved it',
  accountProfile: 'whoever is signed in',
  accountSessions: 'whoever is signed in',
  accountClaim: 'whoever is signed in',
  accountData: 'whoever just proved it',
  accountDataFile: 'whoever just proved it',
  accountErase: 'whoever just proved it',
  asset: 'everybody',
  live: 'everybody',
  ready: 'everybody',
  securityContact: 'everybody',
  operation: 'functional administrator',
  overview: 'any administrator',
  auditLog: 'any administrator',
  content: 'content administrator',
  contentVersions: 'content administrator',
  contentImport: 'content administrator',
  draft: 'content administrator',
  draftPart: 'content administrator',
  draftText: 'content administrator',
  draftNewTip: 'content administrator',
  draftTip: 'content administrator',
  draftSources: 'content administrator',
  draftSource: 'content administrator',
  draftPublish: 'content administrator',
  draftUpdate: 'content administrator',
  draftRemove: 'content administrator',
  components: 'everybody',
}

const ROLES = [
  'nobody',
  'participant without account',
  'participant in another browser',
  'owner',
  'owner who proved it long ago',
  'another account',
  'member of the group',
  'content administrator',
  'functional administrator',
  'functional administrator without second step',
  'somebody between two steps',
  'somebody whose session ended',
  'somebody whose account was erased',
] as const
type Role = (typeof ROLES)[number]

const SIGNED_IN: readonly Role[] = [
  'owner',
  'owner who proved it long ago',
  'another account',
  'member of the group',
  'content administrator',
  'functional administrator',
  'functional administrator without second step',
]
const SIGNED_OUT_BEHIND_THEIR_BACK: readonly Role[] = [
  'somebody whose session ended',
  'somebody whose account was erased',
]

type Outcome = 'open' | 'sign in first' | 'prove it first' | 'missing' | 'forbidden' | 'not answered'

/** Whose thing stands in the address: scans and a passkey of two people, and one that nobody has. */
const TARGETS = ['participant without account', 'owner', 'no one'] as const
type Target = (typeof TARGETS)[number]

function isOf(role: Role, target: Target): boolean {
  return role === target || (role === 'owner who proved it long ago' && target === 'owner')
}

function expected(name: keyof typeof urls, role: Role, target: Target, method: string): Outcome {
  const rule = RULES[name]
  if (rule === 'everybody') return 'open'
  if (rule === 'whoever has the code') return target === 'owner' ? 'open' : 'missing'
  if (rule === 'phone in the room') return 'missing'
  if (rule === 'whoever is invited' || rule === 'whoever has the link') {
    if (!SIGNED_IN.includes(role)) return method === 'GET' ? 'open' : 'sign in first'
    const isMeant = rule === 'whoever has the link' || role === 'another account'
    return target === 'owner' && isMeant ? 'open' : 'missing'
  }
  if (rule === 'member of the group' || rule === 'organiser of the group') {
    if (!SIGNED_IN.includes(role)) return 'sign in first'
    const isIn = rule === 'member of the group' && role === 'member of the group'
    return target === 'owner' && (isOf(role, 'owner') || isIn) ? 'open' : 'missing'
  }
  if (rule === 'whoever gave a password')
    return role === 'somebody between two steps' ? 'open' : 'sign in first'
  const isLongAgo = role === 'owner who proved it long ago'
  if (rule === 'owner of the scan') {
    if (isOf(role, target)) return 'open'
    return SIGNED_OUT_BEHIND_THEIR_BACK.includes(role) ? 'sign in first' : 'missing'
  }
  if (!SIGNED_IN.includes(role)) return 'sign in first'
  if (rule === 'whoever is signed in') return 'open'
  if (rule === 'functional administrator') {
    if (role === 'functional administrator') return 'open'
    return role === 'functional administrator without second step' ? 'forbidden' : 'missing'
  }
  if (rule === 'content administrator' || rule === 'any administrator') {
    if (role === 'content administrator') return isThere(name, target) ? 'open' : 'missing'
    const isEither = rule === 'any administrator'
    if (role === 'functional administrator') return isEither ? 'open' : 'missing'
    return isEither && role === 'functional administrator without second step' ? 'forbidden' : 'missing'
  }
  if (isLongAgo) return 'prove it first'
  return rule === 'whoever just proved it' || role === target ? 'open' : 'missing'
}

/** Of a set of changes there is one, that every content administrator works on. */
function isThere(name: keyof typeof urls, target: Target): boolean {
  return target === 'owner' || !urls[name].pattern.includes(':draft')
}

function targetsOf(name: keyof typeof urls): readonly Target[] {
  const rule = RULES[name]
  if (rule.startsWith('owner')) return TARGETS
  if (urls[name].pattern.includes(':draft')) return ['owner', 'no one']
  return /group|invited|link|code|room/.test(rule) ? ['owner', 'no one'] : ['owner']
}

/** Data has no page for what is not there; an invitation says which address was looked for, and a room what to do. */
function saysItItself(rule: Rule, method: string): boolean {
  return method === 'PUT' || /invited|code|phone/.test(rule)
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
  let ownActions: Record<Target, string>
  let names: Record<string, string>
  let groups: Record<Target, Record<string, string>>

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
    const changes = await makeDraft(app)
    names = { ...contentNames(app), ...changes }
    const participant = app.newVisitor()
    const outsider = app.newVisitor()
    await startScan(outsider, names.instrument ?? '')
    const owner = await signUp(app, 'eigenaar@voorbeeld.nl')
    const ownerBefore = await ownerOfLongAgo()
    // Thieves of a cookie: what they have was a session once, and belongs to an account that is gone or signed out.
    const erased = await signUp(app, 'gewist@voorbeeld.nl')
    const keptOfErased = new Map(erased.cookies)
    expect((await erased.post('/account/wissen')).status).toBe(200)
    const ended = await signUp(app, 'uitgelogd@voorbeeld.nl')
    const keptOfEnded = new Map(ended.cookies)
    expect((await ended.post('/account/uitloggen')).status).toBe(303)

    scans = {
      'participant without account': await startMarkedScan(participant, MARKS['participant without account']),
      owner: await startMarkedScan(owner, MARKS.owner),
      'no one': app.house.secrets.createId(),
    }
    ownActions = {
      'participant without account': await planMarked(participant, 'participant without account'),
      owner: await planMarked(owner, 'owner'),
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
    const member = await signUp(app, 'lid@voorbeeld.nl')
    const busy = await makeBusyGroup(app, owner, 'eigenaar@voorbeeld.nl')
    await member.post(await invite(app, busy, 'lid@voorbeeld.nl'))
    const invitation = (await invite(app, busy, 'ander@voorbeeld.nl')).split('/').at(-1) ?? ''
    groups = {
      owner: { ...busy.names, invitation },
      'participant without account': noGroup(),
      'no one': noGroup(),
    }
    await administrator('participant', 'tussen@voorbeeld.nl', true)
    const between = app.newVisitor()
    await giveAddressAndPassword(between, 'tussen@voorbeeld.nl')
    jars = new Map<Role, Map<string, string>>([
      ['nobody', new Map()],
      ['participant without account', participant.cookies],
      ['participant in another browser', outsider.cookies],
      ['owner', owner.cookies],
      ['owner who proved it long ago', ownerBefore.cookies],
      ['another account', (await signUp(app, 'ander@voorbeeld.nl')).cookies],
      ['member of the group', member.cookies],
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
      ['somebody between two steps', between.cookies],
      ['somebody whose session ended', keptOfEnded],
      ['somebody whose account was erased', keptOfErased],
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

  function planMarked(who: Visitor, target: Target): Promise<string> {
    return addToPlan(app, `/scans/${scans[target]}/plan`, who, { wat: MARKS[target] })
  }

  function noGroup(): Record<string, string> {
    const { createId, createToken } = app.house.secrets
    return {
      group: createId(),
      invitation: createId(),
      link: createToken(),
      request: createId(),
      action: createId(),
      round: '1',
      code: meetingCodeFrom(app.house.secrets.randomBytes(MEETING_CODE_BYTES)),
    }
  }

  async function idOf(address: string): Promise<string> {
    const account = await findAccountByAddress(app.house.db, address)
    if (!account) throw new Error(`there is no account ${address}`)
    return account.id
  }

  /** Signed in, in a second browser, since long before the last quarter of an hour. */
  async function ownerOfLongAgo(): Promise<Visitor> {
    const who = app.newVisitor()
    await giveAddressAndPassword(who, 'eigenaar@voorbeeld.nl')
    const { db, clock, secrets } = app.house
    await db
      .updateTable('sessions')
      .set({ provedAt: new Date(clock().getTime() - 60 * 60 * 1000) })
      .where('tokenHash', '=', secrets.hash(who.cookies.get('quickscan-account') ?? ''))
      .execute()
    return who
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
    const ofDraft = target === 'owner' ? {} : { draft: app.house.secrets.createId() }
    const ofScan = { scan: scans[target], ...(name === 'scanAction' && { action: ownActions[target] }) }
    return fillIn(name, { ...names, ...groups[target], ...ofScan, ...ofDraft, passkey })
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

  function outcomeOf({ status, location, text }: Answer): Outcome {
    if (status === 401 || location?.startsWith('/account/inloggen')) return 'sign in first'
    if (location?.startsWith('/account/ben-jij-het')) return 'prove it first'
    if (status === 404) return 'missing'
    if (status === 403 && text.includes('Zet eerst een tweede stap aan')) return 'forbidden'
    return [200, 303, 400, 503].includes(status) ? 'open' : 'not answered'
  }

  type Served = { fetch: ReturnType<typeof createApp>; routes: Route[] }

  function serve(): Served {
    const fetch = createApp(app.house)
    return { fetch, routes: listRoutes(fetch) }
  }

  /** Everything that is otherwise than the rules say. */
  async function inspect({ fetch, routes }: Served) {
    const wrong: string[] = []
    const nothingThere = (await app.newVisitor().get('/bestaat-niet')).text
    let requests = 0
    for (const { name, method } of routes) {
      const rule = RULES[name]
      const targets = targetsOf(name)
      for (const role of ROLES) {
        const missing = new Set<string>(saysItItself(rule, method) ? [] : [nothingThere])
        for (const target of targets) {
          const who = createVisitor(fetch)
          for (const [cookie, value] of jars.get(role) ?? []) who.cookies.set(cookie, value)
          const wanted = expected(name, role, target, method)
          const answer = await ask(who, method, pathOf(name, target), wanted === 'open')
          requests += 1
          const found = outcomeOf(answer)
          const about = `${method} ${urls[name].pattern} of ${target}, for ${role}`
          if (found !== wanted) wrong.push(`${about}: ${found} (${answer.status}), and not ${wanted}`)
          if (found === 'missing') missing.add(answer.text)
          const foreign = TARGETS.filter((one) => !isOf(role, one) && answer.text.includes(MARKS[one]))
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

  test('for nobody, and for the owner, an address takes no other method than its own', async () => {
    const { fetch, routes } = serve()
    const wrong: string[] = []
    let requests = 0
    for (const name of new Set(routes.map((route) => route.name))) {
      const own = routes.filter((route) => route.name === name).map(({ method }) => method)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const path = pathOf(name, 'owner')
        // "/scans/x/afronden" is also the address of a part of a scan: then that one answers, by its own rule.
        if (routes.some((route) => route.method === method && isAddressOf(route.name, path))) continue
        for (const role of ['nobody', 'owner'] as const) {
          const who = createVisitor(fetch)
          for (const [cookie, value] of jars.get(role) ?? []) who.cookies.set(cookie, value)
          const { status, headers } = await who.request(path, { method })
          requests += 1
          const allowed = own.includes('GET') ? [...own, 'HEAD'] : own
          if (status !== 405 || headers.get('allow') !== allowed.sort().join(', '))
            wrong.push(`${method} ${urls[name].pattern} for ${role}: ${status} ${headers.get('allow')}`)
        }
      }
    }
    console.log(`${requests} requests by a method that an address does not have: ${wrong.length} answered`)
    expect(wrong).toEqual([])
  })

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

  test('control: a page of an administrator that forgets to ask who comes is caught, for everybody else', async () => {
    const served = serve()
    const open: Served['fetch'] = new Hono()
    open.get(urls.operation.pattern, (c) => c.text('Scans begonnen'))
    const routes = served.routes.filter(({ name }) => name === 'operation')
    const { wrong } = await inspect({ fetch: open, routes })
    expect(wrong.length).toBe(ROLES.length - 1)
  })

  describe('an id in a form', () => {
    const as = (role: Role): Visitor => {
      const who = app.newVisitor()
      for (const [name, value] of jars.get(role) ?? []) who.cookies.set(name, value)
      return who
    }
    const said = ({ status, location, text }: Answer) => [status, location, text]

    test('of somebody else’s scan begins no new one, and says the same as of none', async () => {
      const from = (role: Role, scan: string) =>
        as(role).post('/scans', { instrument: names.instrument ?? '', vanuit: scan })
      const unknown = await from('another account', scans['no one'])
      expect(unknown.status).toBe(404)
      for (const target of ['owner', 'participant without account'] as const) {
        for (const role of ['another account', 'participant in another browser', 'nobody'] as const) {
          expect(said(await from(role, scans[target]))).toEqual(said(unknown))
        }
      }
      expect((await from('owner', scans.owner)).status).toBe(303)
    })

    test('of a scan in another browser or account takes nothing over, and says the same as of none', async () => {
      const claim = (scan: string) =>
        as('another account').post('/account/scans-overnemen', { [`scan-${scan}`]: 'ja' })
      const unknown = await claim(scans['no one'])
      for (const target of ['owner', 'participant without account'] as const) {
        expect(said(await claim(scans[target]))).toEqual(said(unknown))
        expect((await as(target).get(`/scans/${scans[target]}`)).status).toBe(200)
        expect((await as('another account').get(`/scans/${scans[target]}`)).status).toBe(404)
      }
    })

    test('of somebody else’s session ends nothing, and says the same as of none', async () => {
      const { db, secrets } = app.house
      const end = (id: string) => as('another account').post('/account/apparaten', { apparaat: id })
      const token = jars.get('owner')?.get('quickscan-account') ?? ''
      const { id } = await db
        .selectFrom('sessions')
        .select('id')
        .where('tokenHash', '=', secrets.hash(token))
        .executeTakeFirstOrThrow()
      expect(said(await end(id))).toEqual(said(await end(secrets.createId())))
      expect((await as('owner').get('/account')).status).toBe(200)
      // Control: in the hands of its owner the same id does end it.
      await as('owner who proved it long ago').post('/account/apparaten', { apparaat: id })
      expect((await as('owner').get('/account')).status).toBe(303)
    })
  })
})

function isAddressOf(name: keyof typeof urls, path: string): boolean {
  return new RegExp(`^${urls[name].pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path)
}
