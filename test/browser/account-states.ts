import { TOTP } from 'otpauth'
import { findAccountByAddress } from '#database/accounts.ts'
import { linkOrganisation } from '#database/organisation-links.ts'
import { savePasskey } from '#database/passkeys.ts'
import type { Instrument } from '#domain/instrument.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { addToPlan } from '#test/team.ts'
import type { TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import type { State } from './states.ts'

/** Which addresses belong to an account, or to a plan of one's own; the other pages are looked at in accessibility.test.ts. */
export const OF_AN_ACCOUNT = /^\/(account|beheer$|scans$|scans\/(verloop|:scan\/(opnieuw|naam|plan)))/

const MORNING = '2026-11-23T13:05:00Z'

/** Every page that has to do with an account, in every state that looks different. */
export async function accountStates(app: TestApp): Promise<State[]> {
  const [instrument] = app.instruments
  if (!instrument) throw new Error('there is no instrument')
  const nobody = app.newVisitor()
  const plain = await signUp(app, 'nieuw@voorbeeld.nl')
  const full = await personWithEverything(app, instrument)
  const one = await claimer(app, instrument, 'een@voorbeeld.nl', 1)
  const several = await claimer(app, instrument, 'meer@voorbeeld.nl', 3)
  const host = await administrator(app, 'beheer@voorbeeld.nl')
  const state = (name: string, who: Visitor, path: string): State => ({ name, who, path })
  const answered = async (name: string, who: Visitor, path: string, fields: Record<string, string>) => {
    const { text } = await who.post(path, fields)
    return { name, who, path, html: text }
  }
  const [scan = ''] = full.scans
  return [
    state('sign-in', nobody, '/account/inloggen'),
    state('sign-in-too-late', nobody, '/account/inloggen?te-laat=ja'),
    await answered('sign-in-wrong', app.newVisitor(), '/account/inloggen', {
      adres: 'x@y.nl',
      wachtwoord: 'x',
    }),
    state('sign-up', nobody, '/account/aanmelden'),
    await answered('sign-up-wrong', app.newVisitor(), '/account/aanmelden', { adres: 'geen adres' }),
    state('look-in-your-mail', nobody, '/account/kijk-in-je-mail'),
    state('forgotten', nobody, '/account/wachtwoord-vergeten'),
    state('choose-password', nobody, await letterTo(app, '/account/aanmelden', 'straks@voorbeeld.nl')),
    state(
      'choose-new-password',
      nobody,
      await letterTo(app, '/account/wachtwoord-vergeten', 'nieuw@voorbeeld.nl'),
    ),
    await answered('choose-password-weak', nobody, '/account/bevestigen', {
      bewijs: (await letterTo(app, '/account/aanmelden', 'zwak@voorbeeld.nl')).split('=').at(-1) ?? '',
      wachtwoord: 'welkom',
    }),
    state('dead-link', nobody, '/account/bevestigen?bewijs=x'),
    state('dead-reset-link', nobody, '/account/nieuw-wachtwoord?bewijs=x'),
    state('second-step', full.waiting, '/account/tweede-stap'),
    await answered('second-step-wrong', full.waiting, '/account/tweede-stap', { code: '1' }),
    state('recovery-step', full.waiting, '/account/tweede-stap/herstelcode'),
    state('account', plain, '/account'),
    state('account-new', plain, '/account?nieuw=ja'),
    state('security-nothing', plain, '/account/beveiliging'),
    state('security-everything', full.who, '/account/beveiliging?bewaard=app'),
    state('app-off', plain, '/account/beveiliging/app'),
    state('app-set-up', one, '/account/beveiliging/app'),
    await answered('app-wrong', one, '/account/beveiliging/app', { stap: 'bevestig', code: '1' }),
    state('app-on', full.who, '/account/beveiliging/app'),
    state('recovery-codes', full.who, '/account/beveiliging/herstelcodes'),
    { name: 'codes-to-keep', who: full.who, path: '/account/beveiliging/herstelcodes', html: full.codesPage },
    state('passkeys-none', plain, '/account/beveiliging/passkeys'),
    state('passkeys', full.who, '/account/beveiliging/passkeys'),
    state('passkey', full.who, '/account/beveiliging/passkeys/passkey-of-everything'),
    await answered('passkey-without-name', full.who, '/account/beveiliging/passkeys/passkey-of-everything', {
      naam: '',
    }),
    state('organisation-none', plain, '/account/beveiliging/organisatie'),
    state('organisation', full.who, '/account/beveiliging/organisatie'),
    state(
      'organisation-only',
      await withoutPassword(app, 'werk@voorbeeld.nl'),
      '/account/beveiliging/organisatie',
    ),
    await answered('organisation-away', app.newVisitor(), '/account/organisatie', {}),
    state('organisation-not-known', nobody, '/account/organisatie/terug?state=x&code=y'),
    state('profile', plain, '/account/profiel'),
    state('profile-filled-in', full.who, '/account/profiel'),
    state('password', plain, '/account/wachtwoord'),
    await answered('password-wrong', plain, '/account/wachtwoord', { wachtwoord: 'wachtwoord123' }),
    state('address', plain, '/account/e-mailadres'),
    state(
      'address-confirm',
      nobody,
      await letterTo(app, '/account/e-mailadres', 'verhuisd@voorbeeld.nl', plain),
    ),
    state(
      'address-confirm-signed-in',
      one,
      await letterTo(app, '/account/e-mailadres', 'verhuist@voorbeeld.nl', one),
    ),
    state('address-dead-link', nobody, '/account/nieuw-e-mailadres?bewijs=x'),
    state('sessions', full.who, '/account/apparaten'),
    state('data', full.who, '/account/gegevens'),
    state('erase', plain, '/account/wissen'),
    await answered('erased', await signUp(app, 'weg@voorbeeld.nl'), '/account/wissen', {}),
    state('prove', full.who, '/account/ben-jij-het'),
    await answered('prove-wrong', plain, '/account/ben-jij-het', { wachtwoord: 'x' }),
    state('claim-one', one, '/account/scans-overnemen'),
    state('claim-several', several, '/account/scans-overnemen'),
    state('scans-of-nobody', nobody, '/scans'),
    state('scans-of-browser', await startedScan(app, instrument), '/scans'),
    state('scans-none', plain, '/scans'),
    state('scans', full.who, '/scans'),
    state('scans-of-browser-too', several, '/scans'),
    state('again', full.who, `${scan}/opnieuw`),
    state('name', full.who, `${scan}/naam`),
    ...(await planned(app, full.who, scan, answered)),
    await planOfBrowser(app, instrument),
    state('trend', full.who, `/scans/verloop/${instrument.id}`),
    state('trend-none', plain, `/scans/verloop/${instrument.id}`),
    state('operation', host, '/beheer'),
    state('operation-password-only', await administrator(app, 'los@voorbeeld.nl', false), '/beheer'),
    await answered('signed-out-meanwhile', await ended(app), '/account/profiel', {}),
  ]
}

/** A plan of one's own in every state; the fields are the same as those of a group. */
async function planned(
  app: TestApp,
  who: Visitor,
  scan: string,
  answered: (name: string, who: Visitor, path: string, fields: Record<string, string>) => Promise<State>,
): Promise<State[]> {
  const plan = `${scan}/plan`
  const empty = await who.get(plan)
  const action = await addToPlan(app, plan, who, {
    wat: 'Elke maand oefenen met een tolk',
    'eerste-stap': 'Een datum prikken',
    'eerste-stap-op': '2026-11-20',
    'klaar-op': '2027-03-01',
  })
  return [
    { name: 'plan-empty', who, path: plan, html: empty.text },
    { name: 'plan', who, path: plan },
    await remindedPlan(who, plan),
    { name: 'plan-new', who, path: `${plan}/nieuw` },
    await answered('plan-new-wrong', who, `${plan}/nieuw`, { wat: '', 'klaar-op': 'morgen' }),
    { name: 'plan-change', who, path: `${plan}/${action}` },
    { name: 'plan-erase', who, path: `${plan}/${action}?wis=ja` },
    await answered('plan-behind', who, `${plan}/${action}`, { wat: 'Iets', status: 'busy', versie: '99' }),
  ]
}

/** With the letters about it switched on; they are off again afterwards. */
async function remindedPlan(who: Visitor, plan: string): Promise<State> {
  const { location } = await who.post(plan, { mail: 'aan' })
  const { text } = await who.get(location ?? plan)
  await who.post(plan, { mail: 'uit' })
  return { name: 'plan-with-letters', who, path: plan, html: text }
}

/** With a scan that no account has, so that it says how long it is kept. */
async function planOfBrowser(app: TestApp, instrument: Instrument): Promise<State> {
  const who = app.newVisitor()
  const plan = `${await startScan(who, instrument.id)}/plan`
  await addToPlan(app, plan, who, { wat: 'De brieven korter maken' })
  return { name: 'plan-without-account', who, path: plan }
}

async function letterTo(app: TestApp, path: string, adres: string, who = app.newVisitor()): Promise<string> {
  await readMail(app)
  await who.post(path, { adres })
  const [letter] = await readMail(app)
  if (!letter) throw new Error(`no letter came from ${path}`)
  return linkIn(letter)
}

/** Two factors, an organisation, a profile, another device, and three finished scans of three years. */
async function personWithEverything(app: TestApp, instrument: Instrument) {
  const address = 'alles@voorbeeld.nl'
  const { db, clock } = app.house
  const scans: string[] = []
  const who = await signUp(app, address)
  const [role] = instrument.roles
  await who.post('/account/profiel', { functie: role?.id ?? '', organisatie: 'Gemeente Voorbeeld' })
  for (const [turn, moment] of ['2024-11-20T10:00:00Z', '2025-11-21T10:00:00Z', MORNING].entries()) {
    app.setClock(moment)
    await giveAddressAndPassword(who, address)
    scans.push(await finishedScan(who, instrument, turn))
  }
  await who.post(`${scans[0]}/naam`, { naam: 'De eerste keer' })
  const account = await findAccountByAddress(db, address)
  const accountId = account?.id ?? ''
  await linkOrganisation(
    db,
    accountId,
    { issuer: 'https://inloggen.gemeente.example', subject: 'a1' },
    clock(),
  )
  await savePasskey(db, {
    id: 'passkey-of-everything',
    accountId,
    publicKey: 'key',
    counter: 0,
    transports: ['internal'],
    name: 'Mijn telefoon',
    createdAt: clock(),
  })
  await who.post('/account/beveiliging/app', { stap: 'begin' })
  const page = await who.get('/account/beveiliging/app')
  const secret = /class="key">([A-Z2-7 ]+)</.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''
  const code = new TOTP({ secret }).generate({ timestamp: clock().getTime() })
  const codesPage = await who.post('/account/beveiliging/app', { stap: 'bevestig', code })
  const waiting = app.newVisitor()
  await giveAddressAndPassword(waiting, address)
  return { who, scans, waiting, codesPage: codesPage.text }
}

async function finishedScan(who: Visitor, instrument: Instrument, turn: number): Promise<string> {
  const scan = await startScan(who, instrument.id)
  const answers = instrument.answers.map(({ id }) => id)
  for (const { id, statements } of instrument.clusters) {
    const given = statements.map((one) => [
      one.id,
      answers[(one.number * 5 + turn * (one.number % 3)) % answers.length] ?? '',
    ])
    await who.post(`${scan}/${id}`, Object.fromEntries(given))
  }
  await who.post(`${scan}/afronden`)
  return scan
}

/** Signed in, with scans in this browser that no account has, and an app half set up. */
async function claimer(
  app: TestApp,
  instrument: Instrument,
  address: string,
  count: number,
): Promise<Visitor> {
  const who = await signUp(app, address)
  const browser = app.newVisitor()
  for (let scan = 0; scan < count; scan += 1) await startScan(browser, instrument.id)
  for (const [name, value] of browser.cookies) who.cookies.set(name, value)
  await who.post('/account/beveiliging/app', { stap: 'begin' })
  return who
}

/** Who came by the organisation and has nothing else to sign in with. */
async function withoutPassword(app: TestApp, address: string): Promise<Visitor> {
  const { db, clock } = app.house
  const who = await signUp(app, address)
  const account = await findAccountByAddress(db, address)
  const link = { issuer: 'https://inloggen.gemeente.example', subject: 'b2' }
  await linkOrganisation(db, account?.id ?? '', link, clock())
  await db.updateTable('accounts').set({ passwordHash: null }).where('address', '=', address).execute()
  return who
}

async function startedScan(app: TestApp, instrument: Instrument): Promise<Visitor> {
  const who = app.newVisitor()
  await startScan(who, instrument.id)
  return who
}

async function administrator(app: TestApp, address: string, hasPasskey = true): Promise<Visitor> {
  const { db, clock, secrets } = app.house
  const who = await signUp(app, address)
  const desk = { createId: secrets.createId, now: clock() }
  await changePermission(db, { address, key: address }, 'functional-administrator', desk)
  await giveAddressAndPassword(who, address)
  if (!hasPasskey) return who
  const account = await findAccountByAddress(db, address)
  await savePasskey(db, {
    id: 'passkey-of-the-host',
    accountId: account?.id ?? '',
    publicKey: 'key',
    counter: 0,
    transports: [],
    name: 'Sleutel',
    createdAt: clock(),
  })
  return who
}

async function ended(app: TestApp): Promise<Visitor> {
  const who = app.newVisitor()
  who.cookies.set('quickscan-account', app.house.secrets.createToken())
  return who
}
