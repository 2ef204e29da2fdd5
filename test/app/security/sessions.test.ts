import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Passwords } from '#platform/passwords.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

const HTTPS = 'https://quickscan.voorbeeld.nl'
const COOKIE = 'quickscan-account'
const OTHER_PASSWORD = 'koude soep onder de toren'
const HOUR = 60 * 60 * 1000

describe('a session', () => {
  let app: TestApp
  let now: number
  let count = 0
  let address = ''
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
  })
  afterAll(() => app.close())
  beforeEach(() => {
    count += 1
    address = `sessie${count}@voorbeeld.nl`
    setClock(Date.parse('2026-11-23T12:00:00Z') + count * 24 * HOUR)
  })

  function setClock(moment: number): void {
    now = moment
    app.setClock(new Date(moment).toISOString())
  }

  const tokenOf = (who: Visitor) => who.cookies.get(COOKIE) ?? ''
  const isIn = async (who: Visitor) => (await who.get('/account')).status === 200

  /** Another browser with just this cookie, as a thief would have it. */
  function withToken(token: string): Visitor {
    const thief = app.newVisitor()
    thief.cookies.set(COOKIE, token)
    return thief
  }

  test('has another token after every sign-in and every proof, and the earlier one opens nothing', async () => {
    const who = await signUp(app, address)
    const tokens = [tokenOf(who)]
    await giveAddressAndPassword(who, address)
    tokens.push(tokenOf(who))
    await who.post('/account/ben-jij-het', { wachtwoord: PASSWORD })
    tokens.push(tokenOf(who))
    await who.post('/account/wachtwoord', { wachtwoord: OTHER_PASSWORD })
    tokens.push(tokenOf(who))
    expect(new Set(tokens).size).toBe(4)
    const open = await Promise.all(tokens.map((token) => isIn(withToken(token))))
    expect(open).toEqual([false, false, false, true])
  })

  test('is never one that somebody else put in the browser', async () => {
    await signUp(app, address)
    const planted = 'A'.repeat(43)
    const victim = withToken(planted)
    await giveAddressAndPassword(victim, address)
    expect(tokenOf(victim)).not.toBe(planted)
    expect(await isIn(victim)).toBe(true)
    expect(await isIn(withToken(planted))).toBe(false)
  })

  test('of who planted it is not the one that somebody signs in to', async () => {
    const thief = await signUp(app, address)
    const victimsAddress = `slachtoffer-${address}`
    await signUp(app, victimsAddress)
    const victim = withToken(tokenOf(thief))
    expect((await victim.get('/account')).text).toContain(address)
    await giveAddressAndPassword(victim, victimsAddress)
    expect(tokenOf(victim)).not.toBe(tokenOf(thief))
    expect((await victim.get('/account')).text).toContain(victimsAddress)
    expect(await isIn(thief)).toBe(false)
  })

  test('is in a cookie that only our own host can set and only this host gets, over https', async () => {
    await signUp(app, address)
    app.house.site.publicUrl = HTTPS
    const who = app.newVisitor()
    const answer = await who.request('/account/inloggen', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HTTPS },
      body: new URLSearchParams({ adres: address, wachtwoord: PASSWORD }).toString(),
    })
    const cookies = answer.headers.getSetCookie()
    // The same token under the name without the prefix, as a page on another host of the domain could set it.
    const elsewhere = withToken(who.cookies.get(`__Host-${COOKIE}`) ?? '')
    const opened = [await isIn(who), await isIn(elsewhere)]
    app.house.site.publicUrl = undefined
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(
      /^__Host-quickscan-account=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(opened).toEqual([true, false])
  })

  test.each([
    ['a device of one’s own', { 'eigen-apparaat': 'ja' }, 14 * 24 * HOUR, true],
    ['another device', {}, 12 * HOUR, false],
  ])('on %s ends exactly when it was said', async (_, fields, long, stays) => {
    await signUp(app, address)
    const who = app.newVisitor()
    const answer = await giveAddressAndPassword(who, address, PASSWORD, fields)
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(COOKIE)) ?? ''
    expect(cookie.includes(`Max-Age=${long / 1000}`)).toBe(stays)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    const begun = now
    setClock(begun + long - 1)
    expect(await isIn(who)).toBe(true)
    setClock(begun + long)
    expect(await isIn(who)).toBe(false)
  })

  const ends: [string, (owner: Visitor) => Promise<unknown>][] = [
    ['a new password', (owner) => owner.post('/account/wachtwoord', { wachtwoord: OTHER_PASSWORD })],
    [
      'a new password by mail',
      async () => {
        const asker = app.newVisitor()
        await asker.post('/account/wachtwoord-vergeten', { adres: address })
        const letter = (await readMail(app)).find(({ text }) => text.includes('bewijs='))
        const bewijs =
          new URL(letter ? linkIn(letter) : '', 'http://localhost').searchParams.get('bewijs') ?? ''
        await asker.post('/account/nieuw-wachtwoord', { bewijs, wachtwoord: OTHER_PASSWORD })
      },
    ],
    [
      'signing out elsewhere',
      async (owner) => {
        const page = await owner.get('/account/apparaten')
        for (const [, id = ''] of page.text.matchAll(/name="apparaat" value="([A-Za-z0-9]+)"/g)) {
          await owner.post('/account/apparaten', { apparaat: id })
        }
      },
    ],
    ['signing out everywhere else', (owner) => owner.post('/account/apparaten', { apparaat: 'alle-andere' })],
    ['erasing the account', (owner) => owner.post('/account/wissen')],
  ]
  test.each(ends)('elsewhere ends at once by %s', async (_, end) => {
    const owner = await signUp(app, address)
    const elsewhere = app.newVisitor()
    await giveAddressAndPassword(elsewhere, address)
    expect(await isIn(elsewhere)).toBe(true)
    await end(owner)
    expect(await isIn(elsewhere)).toBe(false)
    expect((await elsewhere.get('/scans')).text).not.toContain(address)
  })

  test('ends when what somebody may do changes, and the next one is another', async () => {
    const owner = await signUp(app, address)
    const before = tokenOf(owner)
    const { db, secrets, clock } = app.house
    const change = { createId: secrets.createId, now: clock() }
    await changePermission(db, { address, key: address }, 'functional-administrator', change)
    expect(await isIn(owner)).toBe(false)
    await giveAddressAndPassword(owner, address)
    expect([await isIn(owner), tokenOf(owner) === before]).toEqual([true, false])
  })

  const changes = ends.filter(([what]) => what.startsWith('a new password'))
  test.each(changes)('is not begun with the old password while %s is made', async (_, change) => {
    const owner = await signUp(app, address)
    const thief = app.newVisitor()
    const waiting = holdChecks(app.house.passwords)
    app.house.passwords = waiting.passwords
    const signingIn = giveAddressAndPassword(thief, address)
    await waiting.begun
    app.house.passwords = waiting.real
    await change(owner)
    waiting.goOn()
    expect((await signingIn).status).toBe(400)
    expect(await isIn(thief)).toBe(false)
  })

  test('control: while nothing is changed, who has to wait for the check gets in', async () => {
    await signUp(app, address)
    const waiting = holdChecks(app.house.passwords)
    app.house.passwords = waiting.passwords
    const signingIn = giveAddressAndPassword(app.newVisitor(), address)
    await waiting.begun
    app.house.passwords = waiting.real
    waiting.goOn()
    expect((await signingIn).status).toBe(303)
  })

  test('of somebody else is not ended by who guesses its name', async () => {
    const owner = await signUp(app, address)
    const page = await owner.get('/account/gegevens.json')
    const id = JSON.parse(page.text).sessions[0].id
    const other = await signUp(app, `ander-${address}`)
    await other.post('/account/apparaten', { apparaat: id })
    expect(await isIn(owner)).toBe(true)
  })

  test('that is left: the cookie is taken back, the browser forgets, and the token opens nothing', async () => {
    const who = await signUp(app, address)
    const token = tokenOf(who)
    const left = await who.post('/account/uitloggen')
    const cookie = left.headers.getSetCookie().find((one) => one.startsWith(COOKIE)) ?? ''
    expect(cookie).toContain('Max-Age=0')
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(await isIn(withToken(token))).toBe(false)
  })
})

/** The real thing, that waits for a sign before it checks a password: as when many others are before it. */
function holdChecks(real: Passwords) {
  const begun = signal()
  const sign = signal()
  const passwords: Passwords = {
    hash: real.hash,
    verify: async (password, hash) => {
      begun.give()
      await sign.given
      return real.verify(password, hash)
    },
  }
  return { real, passwords, begun: begun.given, goOn: sign.give }
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
