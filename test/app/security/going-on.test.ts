import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { HOSTILE_NEXT_PATHS } from '#test/hostile-next-paths.ts'
import { type DishonestProvider, startDishonestProvider } from '#test/organisation-provider.ts'
import { makeSoftwarePasskey, type SoftwarePasskey } from '#test/software-passkey.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { type Answer, startScan, type Visitor } from '#test/visitor.ts'

const HOLDER = 'houder@voorbeeld.nl'
const APP = '/account/beveiliging/app'
const PASSKEYS = '/account/beveiliging/passkeys'
const RECOVERY = '/account/tweede-stap/herstelcode'
const CODES = '/account/beveiliging/herstelcodes'

/** Where a form or a link asks to go on to: nothing, or this. */
type Asked = { verder?: string }
/** A way in, and where it leads: a redirect, or what the next form says. */
type Door = (asked: Asked) => Promise<string>

describe('whoever comes in goes on', () => {
  let app: TestApp
  let provider: DishonestProvider
  let now = Date.parse('2026-11-23T12:00:00Z')
  let secret: string
  let passkey: SoftwarePasskey
  let holder: Visitor
  let plain: Visitor
  const recoveryCodes: string[] = []

  beforeAll(async () => {
    provider = await startDishonestProvider({
      sub: 'nr-1',
      email: 'ergens@school.example',
      email_verified: true,
    })
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn({ ...provider, allowInsecure: true }),
    })
    app.house.log.level = 'silent'
    wait()
    plain = await signUp(app, 'gewoon@voorbeeld.nl')
    holder = await signUp(app, HOLDER)
    const { challenge, user } = JSON.parse((await holder.post(`${PASSKEYS}/vraag`)).text)
    const account = Buffer.from(user.id, 'base64url').toString()
    passkey = makeSoftwarePasskey({ origin: 'http://localhost', relyingPartyId: 'localhost', account })
    await holder.post(PASSKEYS, { passkey: JSON.stringify(passkey.create(challenge)), naam: 'Telefoon' })
    await holder.post(APP, { stap: 'begin' })
    secret = /class="key">([A-Z2-7 ]+)</.exec((await holder.get(APP)).text)?.[1]?.replaceAll(' ', '') ?? ''
    await holder.post(APP, { stap: 'bevestig', code: code() })
    await atOrganisation(app.newVisitor(), {})
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await provider.leave()
  })

  /** A code of the app counts once: the next one comes half a minute later. */
  function wait(): void {
    now += 30_000
    app.setClock(new Date(now).toISOString())
  }

  function code(): string {
    return new TOTP({ secret }).generate({ timestamp: now })
  }

  async function halfway(asked: Asked): Promise<{ who: Visitor; first: Answer }> {
    const who = app.newVisitor()
    return { who, first: await giveAddressAndPassword(who, HOLDER, PASSWORD, asked) }
  }

  async function recoveryCode(): Promise<string> {
    if (recoveryCodes.length === 0) {
      await holder.post('/account/ben-jij-het', { wachtwoord: PASSWORD })
      const { text } = await holder.post(CODES)
      recoveryCodes.push(...[...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, one = '']) => one))
    }
    return recoveryCodes.pop() ?? ''
  }

  async function usePasskey(who: Visitor, asked: Asked, origin = 'http://localhost'): Promise<Answer> {
    const { challenge } = JSON.parse((await who.post('/account/passkey-vraag')).text)
    const sent = JSON.stringify(passkey.answer(challenge, { origin }))
    return who.post('/account/passkey-inloggen', { passkey: sent, ...asked })
  }

  async function atOrganisation(who: Visitor, asked: Asked & { doel?: string }): Promise<Answer> {
    const { text } = await who.post('/account/organisatie', asked)
    const [, away = ''] = /href="(http:[^"]+)"[^>]*>Ga verder naar je organisatie/.exec(text) ?? []
    const answer = await fetch(away.replaceAll('&amp;', '&'), { redirect: 'manual' })
    const { pathname, search } = new URL(answer.headers.get('location') ?? '')
    return who.get(pathname + search)
  }

  async function withScan(): Promise<Visitor> {
    const who = app.newVisitor()
    await startScan(who, app.instruments[0]?.id ?? '')
    return who
  }

  const query = (asked: Asked) => `?${new URLSearchParams(asked)}`

  const doors: Record<string, Door> = {
    'the page to sign in': async (asked) =>
      leadsTo(await app.newVisitor().get(`/account/inloggen${query(asked)}`)),
    'the page to sign in, for who is in': async (asked) =>
      leadsTo(await plain.get(`/account/inloggen${query(asked)}`)),
    'a wrong password': async (asked) =>
      leadsTo(await giveAddressAndPassword(app.newVisitor(), 'niemand@voorbeeld.nl', 'mis', asked)),
    'a right password': async (asked) =>
      leadsTo(await giveAddressAndPassword(app.newVisitor(), 'gewoon@voorbeeld.nl', PASSWORD, asked)),
    'a right password, with a scan in this browser': async (asked) =>
      leadsTo(await giveAddressAndPassword(await withScan(), 'gewoon@voorbeeld.nl', PASSWORD, asked)),
    'a right password, with a second step to come': async (asked) => leadsTo((await halfway(asked)).first),
    'the page of the second step': async (asked) => {
      const { who } = await halfway({})
      return leadsTo(await who.get(`/account/tweede-stap${query(asked)}`))
    },
    'a wrong code': async (asked) => {
      const { who } = await halfway({})
      return leadsTo(await who.post('/account/tweede-stap', { code: '12345', ...asked }))
    },
    'a right code': async (asked) => {
      wait()
      const { who } = await halfway({})
      return leadsTo(await who.post('/account/tweede-stap', { code: code(), ...asked }))
    },
    'the page for a recovery code': async (asked) => {
      const { who } = await halfway({})
      return leadsTo(await who.get(`${RECOVERY}${query(asked)}`))
    },
    'a recovery code': async (asked) => {
      const { who } = await halfway({})
      return leadsTo(await who.post(RECOVERY, { code: await recoveryCode(), ...asked }))
    },
    'a passkey': async (asked) => leadsTo(await usePasskey(app.newVisitor(), asked)),
    'a passkey that is refused': async (asked) =>
      leadsTo(await usePasskey(app.newVisitor(), asked, 'https://kwaad.example')),
    'a passkey, to prove it': async (asked) => leadsTo(await usePasskey(holder, asked)),
    'the page to prove it': async (asked) => leadsTo(await plain.get(`/account/ben-jij-het${query(asked)}`)),
    'a wrong password, to prove it': async (asked) =>
      leadsTo(await plain.post('/account/ben-jij-het', { wachtwoord: 'mis', ...asked })),
    'a right password, to prove it': async (asked) =>
      leadsTo(await plain.post('/account/ben-jij-het', { wachtwoord: PASSWORD, ...asked })),
    'an organisation': async (asked) => leadsTo(await atOrganisation(app.newVisitor(), asked)),
    'an organisation, to prove it': async (asked) => {
      const who = app.newVisitor()
      await atOrganisation(who, {})
      return leadsTo(await atOrganisation(who, { doel: 'bewijs', ...asked }))
    },
  }

  test('to a page of their own, whatever a link or a form asks', async () => {
    const wrong: string[] = []
    for (const [door, open] of Object.entries(doors)) {
      const usual = await open({})
      const asked = await open({ verder: '/account/profiel' })
      if (asked === usual || !/(\/|%2F)account(\/|%2F)profiel/.test(asked))
        wrong.push(`control: ${door} does not lead on: ${asked}`)
      for (const verder of HOSTILE_NEXT_PATHS) {
        // The limits on trying have tests of their own.
        await app.house.db.deleteFrom('attempts').execute()
        const found = await open({ verder })
        if (found !== usual) wrong.push(`${door}, asked for ${JSON.stringify(verder)}: ${found}`)
      }
    }
    console.log(
      `${Object.keys(doors).length} doors × ${HOSTILE_NEXT_PATHS.length} hostile addresses: ${wrong.length} followed`,
    )
    expect(wrong).toEqual([])
  }, 60_000)
})

/** Every address that this answer would have a browser go to next. */
function leadsTo({ status, location, text }: Answer): string {
  if (status === 429) throw new Error('tried too often: this tells nothing')
  if (location !== null) return location
  const forms = [...text.matchAll(/name="verder" value="([^"]*)"/g)].map(([, value]) => `verder=${value}`)
  const links = [...text.matchAll(/<a [^>]*href="(\/account[^"]*)"/g)].map(([, href]) => href)
  return [status, ...forms, ...links].join(' ')
}
