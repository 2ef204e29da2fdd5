import { TOTP } from 'otpauth'
import { findDraft } from '#database/drafts.ts'
import { findTip } from '#domain/edit-tips.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { administrator } from '#test/administrator.ts'
import { makeDraft } from '#test/draft.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { makeSoftwarePasskey, type SoftwarePasskey } from '#test/software-passkey.ts'
import { addToPlan, invite, makeBusyGroup, makeGroup, makeToldGroup } from '#test/team.ts'
import type { TestApp } from '#test/test-app.ts'
import { type Answer, startScan, type Visitor } from '#test/visitor.ts'
import { contentNames, type Route } from './routes.ts'

/** A request that is taken: who sends it, where to, and what it says. */
export type ValidRequest = {
  who: Visitor
  method: 'POST' | 'PUT'
  path: string
  fields: Record<string, unknown>
}

/** What is otherwise about a request than it should be. */
export type Change = { headers?: Record<string, string>; fields?: Record<string, unknown>; query?: string }

const OWN_PAGE = { origin: 'http://localhost' }
const NEW_PASSWORD = 'koude soep onder de toren'
const TWO_HOURS = 2 * 60 * 60 * 1000
const APP = '/account/beveiliging/app'
const PASSKEYS = '/account/beveiliging/passkeys'

/**
 * For every address that changes something a request that it takes, made with everything that it needs: an account
 * of its own, a code of this moment, a link from a letter. Needs an application that knows an organisation.
 */
export function validRequests(app: TestApp): Partial<Record<Route['name'], () => Promise<ValidRequest>>> {
  const { instrument = '', statement = '', cluster = '' } = contentNames(app)
  const answer = app.instruments[0]?.answers[0]?.id ?? ''
  const background = {
    rol: app.instruments[0]?.roles[0]?.id ?? '',
    organisatie: app.instruments[0]?.organisationKinds[0]?.id ?? '',
  }
  let count = 0

  const post = (who: Visitor, path: string, fields: Record<string, unknown> = {}): ValidRequest => ({
    who,
    method: 'POST',
    path,
    fields,
  })
  const put = (who: Visitor, path: string, fields: Record<string, unknown>): ValidRequest => ({
    who,
    method: 'PUT',
    path,
    fields,
  })

  /** An address that nobody has, two hours after the last one: then no limit of an earlier request is in the way. */
  function newAddress(): string {
    count += 1
    app.setClock(new Date(app.house.clock().getTime() + TWO_HOURS).toISOString())
    return `adres${count}@voorbeeld.nl`
  }

  async function account(): Promise<{ who: Visitor; address: string }> {
    const address = newAddress()
    return { who: await signUp(app, address), address }
  }

  async function withScan() {
    const { who } = await account()
    return { who, scan: await startScan(who, instrument) }
  }

  async function withAnswer() {
    const { who, scan } = await withScan()
    await who.put(`${scan}/antwoorden/${statement}`, { answer, note: '', was: { answer: null, note: '' } })
    return { who, scan }
  }

  async function withApp() {
    const { who, address } = await account()
    await who.post(APP, { stap: 'begin' })
    const secret = /class="key">([A-Z2-7 ]+)</.exec((await who.get(APP)).text)?.[1]?.replaceAll(' ', '') ?? ''
    const codeNow = () => new TOTP({ secret }).generate({ timestamp: app.house.clock().getTime() })
    const codes = codesIn(await who.post(APP, { stap: 'bevestig', code: codeNow() }))
    await readMail(app)
    return { who, address, codes, codeNow }
  }

  /** Somebody between the password and the code of the app. */
  async function halfway() {
    const { address, codes, codeNow } = await withApp()
    app.setClock(new Date(app.house.clock().getTime() + 60_000).toISOString())
    const who = app.newVisitor()
    await giveAddressAndPassword(who, address)
    return { who, code: codeNow(), recoveryCode: codes[0] ?? '' }
  }

  async function newPasskey(who: Visitor): Promise<{ passkey: SoftwarePasskey; sent: string }> {
    const { challenge, user } = JSON.parse((await who.post(`${PASSKEYS}/vraag`)).text)
    const place = {
      origin: 'http://localhost',
      relyingPartyId: 'localhost',
      account: Buffer.from(user.id, 'base64url').toString(),
    }
    const passkey = makeSoftwarePasskey(place)
    return { passkey, sent: JSON.stringify(passkey.create(challenge)) }
  }

  async function withPasskey() {
    const { who } = await account()
    const { passkey, sent } = await newPasskey(who)
    await who.post(PASSKEYS, { passkey: sent, naam: 'Mijn telefoon' })
    await readMail(app)
    return { who, passkey }
  }

  async function tokenAfter(who: Visitor, path: string, adres: string): Promise<string> {
    await readMail(app)
    await who.post(path, { adres })
    const [letter] = await readMail(app)
    if (!letter) throw new Error(`no letter came after ${path}`)
    return new URL(linkIn(letter), 'http://localhost').searchParams.get('bewijs') ?? ''
  }

  /** An organiser with an open round: somebody is invited, somebody asks to take part. */
  async function withGroup() {
    const { who, address } = await account()
    const group = await makeBusyGroup(app, who, address)
    return { ...group.names, who, address, group, path: group.path }
  }

  /** An organiser of a round that nobody was told of. */
  async function withClosedRound() {
    const { who, address } = await account()
    const group = await makeGroup(app, { organiser: who, address })
    await who.post(`${group.path}/sluiten`)
    return { who, path: group.path }
  }

  /** A content administrator, with a set of changes to work on. */
  async function withDraft({ isSmall = true } = {}) {
    const who = await administrator(app, newAddress())
    const { draft, part, tip, source } = await makeDraft(app, { isSmall })
    const { db } = app.house
    const content = (await findDraft(db, draft))?.content
    const found = content && findTip(content, tip)
    const old = content?.structure.sources.find(({ id }) => id === source)
    if (!content || !found || !old) throw new Error('a draft has a tip and a source')
    const path = `/beheer/inhoud/wijzigingen/${draft}`
    const place = `texts.nl.statements.${found.statement}.topic`
    const was = content.texts.nl?.statements[found.statement]?.topic ?? ''
    return { who, draft, path, part, found, old, place, was, content }
  }

  /** The same, with a topic that was changed. */
  async function withChangedDraft(size: { isSmall?: boolean } = {}) {
    const made = await withDraft(size)
    const { who, path, part, place, was } = made
    await who.post(`${path}/teksten/${part}`, { [place]: `${was} nu`, [`was:${place}`]: was })
    return made
  }

  return {
    contentVersions: async () =>
      post((await withDraft()).who, `/beheer/inhoud/instrumenten/${instrument}`, {
        doe: 'begin',
        titel: 'Tips',
      }),
    contentImport: async () => {
      const who = await administrator(app, newAddress())
      const file = await who.get(`/instrumenten/${instrument}/instrument.yaml`)
      return post(who, `/beheer/inhoud/instrumenten/${instrument}/inlezen`, { bestand: file.text })
    },
    draftPart: async () => {
      const { who, path, part, place, was } = await withDraft()
      return post(who, `${path}/teksten/${part}`, { [place]: `${was} nu`, [`was:${place}`]: was })
    },
    draftText: async () => {
      const { who, path, part, place, was } = await withDraft()
      return put(who, `${path}/teksten/${part}/bewaren`, { name: place, was, text: `${was} nu` })
    },
    draftNewTip: async () => {
      const { who, path, part } = await withDraft()
      return post(who, `${path}/teksten/${part}/tip`)
    },
    draftTip: async () => {
      const { who, path, found, content } = await withDraft()
      const [first, ...rest] = content.structure.answers
      const { id, fits, sources } = found.tip
      const chosen = fits.includes(first?.id ?? '') ? (rest[0]?.id ?? '') : (first?.id ?? '')
      return post(who, `${path}/tips/${id}`, {
        was: JSON.stringify({ fits, sources }),
        [`antwoord-${chosen}`]: 'ja',
        doe: 'bewaar',
      })
    },
    draftSources: async () => {
      const { who, path } = await withDraft()
      return post(who, `${path}/bronnen`, { titel: 'Een nieuwe gids', soort: 'publicatie', doe: 'bewaar' })
    },
    draftSource: async () => {
      const { who, path, old } = await withDraft()
      return post(who, `${path}/bronnen/${old.id}`, {
        titel: `${old.title} nu`,
        soort: old.kind,
        was: JSON.stringify(old),
        doe: 'bewaar',
      })
    },
    draftPublish: async () => {
      const { who, path } = await withChangedDraft({ isSmall: false })
      return post(who, `${path}/publiceren`, {
        stand: '1',
        samenvatting: 'Een ander onderwerp.',
        wanneer: 'later',
        dag: '2027-06-01',
        tijd: '09:00',
        doe: 'publiceer',
      })
    },
    draftUpdate: async () => {
      const { who, draft, path, place } = await withChangedDraft()
      const conflicts = [{ place: place.split('.'), base: 'a', ours: 'b', theirs: 'c' }]
      await app.house.db
        .updateTable('drafts')
        .set({ conflicts: JSON.stringify(conflicts) })
        .where('id', '=', draft)
        .execute()
      return post(who, `${path}/bijwerken`, { doe: 'neem', plaats: place })
    },
    draftRemove: async () => {
      const { who, path } = await withDraft()
      return post(who, `${path}/weggooien`)
    },
    scans: async () => post((await account()).who, '/scans', { instrument }),
    resume: async () => {
      newAddress()
      const owner = app.newVisitor()
      const scan = await startScan(owner, instrument)
      const code = /class="code">([^<]+)</.exec((await owner.post(`${scan}/hervatcode`)).text)?.[1] ?? ''
      return post(app.newVisitor(), '/scans/hervatten', { code })
    },
    scanBackground: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/achtergrond`, background)
    },
    scanAnswer: async () => {
      const { who, scan } = await withScan()
      const was = { answer: null, note: '' }
      return put(who, `${scan}/antwoorden/${statement}`, { answer, note: 'Een notitie', was })
    },
    scanCluster: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/${cluster}`, { [statement]: answer, [`${statement}-notitie`]: 'Een notitie' })
    },
    scanFinish: async () => {
      const { who, scan } = await withAnswer()
      return post(who, `${scan}/afronden`)
    },
    scanReopen: async () => {
      const { who, scan } = await withAnswer()
      await who.post(`${scan}/afronden`)
      return post(who, `${scan}/heropenen`)
    },
    scanResumeCode: async () => {
      newAddress()
      const who = app.newVisitor()
      return post(who, `${await startScan(who, instrument)}/hervatcode`)
    },
    scanErase: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/wissen`)
    },
    scanName: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/naam`, { naam: 'Najaar' })
    },
    scanPlan: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/plan`, { mail: 'aan' })
    },
    scanNewAction: async () => {
      const { who, scan } = await withScan()
      return post(who, `${scan}/plan/nieuw`, { wat: 'Een tolk regelen', wie: 'Noor' })
    },
    scanAction: async () => {
      const { who, scan } = await withScan()
      const action = await addToPlan(app, `${scan}/plan`, who, { wat: 'Een tolk regelen' })
      return post(who, `${scan}/plan/${action}`, { wat: 'Twee tolken regelen', status: 'busy', versie: 1 })
    },
    newGroup: async () => {
      const { who } = await account()
      return post(who, '/groepen/nieuw', { naam: 'Team Werk', organisator: 'Noor de Vries' })
    },
    groupInvite: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/uitnodigen`, { adressen: 'sem@voorbeeld.nl', stap: 'verstuur' })
    },
    groupInvitation: async () => {
      const { who, path, invitation } = await withGroup()
      return post(who, `${path}/uitnodigingen/${invitation}`, { doe: 'intrekken' })
    },
    groupLink: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/link`, { doe: 'nieuw' })
    },
    groupRequest: async () => {
      const { who, path, request } = await withGroup()
      return post(who, `${path}/aanvragen/${request}`, { doe: 'toelaten' })
    },
    groupRemind: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/herinneren`)
    },
    groupClose: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/sluiten`)
    },
    groupNextRound: async () => {
      const { who, path } = await withClosedRound()
      return post(who, `${path}/ronde`, { organisator: 'Noor de Vries' })
    },
    groupTalk: async () => {
      const { who, address } = await account()
      const { path } = await makeToldGroup(app, who, address)
      return post(who, `${path}/gesprek`, { 'onderwerp-1': statement })
    },
    groupRoom: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/gesprek/zaal`, { doe: 'volgende', stap: 'welcome' })
    },
    groupRecord: async () => {
      const { who, path } = await withGroup()
      await who.post(`${path}/gesprek/zaal`, { doe: 'notitie', stap: 'welcome', tekst: 'Dit weg' })
      const { text } = await who.get(`${path}/gesprek/verslag`)
      const fieldIn = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? ''
      return post(who, `${path}/gesprek/verslag`, {
        gesprek: fieldIn('gesprek'),
        notitie: fieldIn('notitie'),
      })
    },
    enterRoom: async () => {
      const { code } = await withGroup()
      return post(app.newVisitor(), '/mee', { code })
    },
    room: async () => {
      const { code } = await withGroup()
      return post(app.newVisitor(), `/mee/${code}`, { doe: 'mee' })
    },
    groupPlan: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/plan`, { mail: 'aan' })
    },
    groupNewAction: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/plan/nieuw`, { wat: 'Een tolk regelen', wie: 'Noor' })
    },
    groupAction: async () => {
      const { who, path, action } = await withGroup()
      return post(who, `${path}/plan/${action}`, { wat: 'Twee tolken regelen', status: 'busy', versie: 1 })
    },
    groupFillIn: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/invullen`, { scan: 'nieuw' })
    },
    groupSend: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/insturen`, { naam: 'Noor' })
    },
    groupTakeBack: async () => {
      const { who, path } = await withGroup()
      await who.post(`${path}/insturen`, { naam: 'Noor' })
      return post(who, `${path}/terugnemen`)
    },
    groupLeave: async () => {
      const { who, path } = await withGroup()
      return post(who, `${path}/verlaten`)
    },
    invitation: async () => {
      const { group } = await withGroup()
      const { who, address } = await account()
      return post(who, await invite(app, group, address), { functie: '' })
    },
    joinByLink: async () => {
      const { link } = await withGroup()
      const { who } = await account()
      return post(who, `/meedoen/${link}`, { naam: 'Sem Bakker' })
    },
    signUp: async () => post(app.newVisitor(), '/account/aanmelden', { adres: newAddress() }),
    confirmSignUp: async () => {
      const who = app.newVisitor()
      const bewijs = await tokenAfter(who, '/account/aanmelden', newAddress())
      return post(who, '/account/bevestigen', { bewijs, wachtwoord: PASSWORD })
    },
    signIn: async () => {
      const { address } = await account()
      return post(app.newVisitor(), '/account/inloggen', { adres: address, wachtwoord: PASSWORD })
    },
    secondStep: async () => {
      const { who, code } = await halfway()
      return post(who, '/account/tweede-stap', { code })
    },
    secondStepRecovery: async () => {
      const { who, recoveryCode } = await halfway()
      return post(who, '/account/tweede-stap/herstelcode', { code: recoveryCode })
    },
    passkeyQuestion: async () => {
      newAddress()
      return post(app.newVisitor(), '/account/passkey-vraag')
    },
    passkeySignIn: async () => {
      const { passkey } = await withPasskey()
      const who = app.newVisitor()
      const { challenge } = JSON.parse((await who.post('/account/passkey-vraag')).text)
      return post(who, '/account/passkey-inloggen', { passkey: JSON.stringify(passkey.answer(challenge)) })
    },
    organisationSignIn: async () => {
      newAddress()
      return post(app.newVisitor(), '/account/organisatie')
    },
    signOut: async () => post((await account()).who, '/account/uitloggen'),
    forgotPassword: async () => {
      const { address } = await account()
      return post(app.newVisitor(), '/account/wachtwoord-vergeten', { adres: address })
    },
    resetPassword: async () => {
      const { address } = await account()
      const who = app.newVisitor()
      const bewijs = await tokenAfter(who, '/account/wachtwoord-vergeten', address)
      return post(who, '/account/nieuw-wachtwoord', { bewijs, wachtwoord: NEW_PASSWORD })
    },
    passwordStrength: async () => {
      newAddress()
      return put(app.newVisitor(), '/account/wachtwoord-sterkte', { password: NEW_PASSWORD })
    },
    prove: async () => post((await account()).who, '/account/ben-jij-het', { wachtwoord: PASSWORD }),
    accountPassword: async () =>
      post((await account()).who, '/account/wachtwoord', { wachtwoord: NEW_PASSWORD }),
    accountAddress: async () =>
      post((await account()).who, '/account/e-mailadres', { adres: `nieuw-adres${count}@voorbeeld.nl` }),
    confirmAddress: async () => {
      const { who, address } = await account()
      const bewijs = await tokenAfter(who, '/account/e-mailadres', `nieuw-${address}`)
      return post(who, '/account/nieuw-e-mailadres', { bewijs })
    },
    accountAuthenticator: async () => post((await account()).who, APP, { stap: 'begin' }),
    accountRecoveryCodes: async () => post((await withApp()).who, '/account/beveiliging/herstelcodes'),
    accountPasskeys: async () => {
      const { who } = await account()
      return post(who, PASSKEYS, { passkey: (await newPasskey(who)).sent, naam: 'Mijn telefoon' })
    },
    accountPasskeyQuestion: async () => post((await account()).who, `${PASSKEYS}/vraag`),
    accountPasskey: async () => {
      const { who, passkey } = await withPasskey()
      return post(who, `${PASSKEYS}/${passkey.id}`, { naam: 'Mijn laptop' })
    },
    accountOrganisation: async () =>
      post((await account()).who, '/account/beveiliging/organisatie', { doel: 'koppelen' }),
    accountSessions: async () => {
      const { who, address } = await account()
      await giveAddressAndPassword(app.newVisitor(), address)
      return post(who, '/account/apparaten', { apparaat: 'alle-andere' })
    },
    accountProfile: async () =>
      post((await account()).who, '/account/profiel', { organisatie: 'Gemeente Voorbeeld' }),
    accountClaim: async () => {
      const who = app.newVisitor()
      const scan = (await startScan(who, instrument)).split('/').at(-1)
      await signUp(app, newAddress(), who)
      return post(who, '/account/scans-overnemen', { [`scan-${scan}`]: 'ja' })
    },
    accountErase: async () => post((await account()).who, '/account/wissen'),
  }
}

/** Sends it as its own page would, but for what is changed. With `headers` it comes from wherever they say. */
export async function send(
  { fetch }: Pick<TestApp, 'fetch'>,
  { who, method, path, fields }: ValidRequest,
  { headers = OWN_PAGE, fields: changed = fields, query = '' }: Change = {},
): Promise<Answer> {
  const { type, body } = encode(method, changed)
  const answer = await fetch(
    new Request(`http://localhost${path}${query}`, {
      method,
      headers: { cookie: cookiesOf(who), 'content-type': type, ...headers },
      body,
    }),
  )
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    headers: answer.headers,
    text: await answer.text(),
  }
}

/** The body as the page of this method sends it. */
export function encode(method: 'POST' | 'PUT', fields: Record<string, unknown>) {
  if (method === 'PUT') return { type: 'application/json', body: JSON.stringify(fields) }
  const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  return { type: 'application/x-www-form-urlencoded', body: form.toString() }
}

export function cookiesOf({ cookies }: Visitor): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

function codesIn({ text }: Answer): string[] {
  return [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)
}
