import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount, findAccountByAddress } from '#database/accounts.ts'
import { requestMail, takeDueMails } from '#database/mails.ts'
import { savePasskey } from '#database/passkeys.ts'
import { confirmAuthenticator, saveRecoveryCodes, startAuthenticator } from '#database/second-factors.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import type { Permission } from '#domain/permissions.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from '../account-holder.ts'
import { openTestDatabase } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import { startScan, type Visitor } from '../visitor.ts'

const TODAY = '2026-11-23T13:05:00Z'
const TOMORROW = '2026-11-24T00:30:00Z'
const PAGE = '/beheer'

let app: TestApp
const linkChecks = new Map<string, LinkCheck>()
beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'), { linkCheck: (link) => linkChecks.get(link) })
})
afterAll(() => app.close())
beforeEach(() => app.setClock(TODAY))

async function idOf(address: string): Promise<string> {
  const account = await findAccountByAddress(app.house.db, address)
  if (!account) throw new Error(`there is no account ${address}`)
  return account.id
}

async function give(address: string, permission: Permission): Promise<void> {
  const { secrets, clock, db } = app.house
  const desk = { createId: secrets.createId, now: clock() }
  await changePermission(db, { address, key: address }, permission, desk)
}

/** Somebody with an account who may do this, signed in with a password alone. */
async function signedInAs(permission: Permission, name: string = permission): Promise<Visitor> {
  const address = `${name}@voorbeeld.nl`
  const who = await signUp(app, address)
  if (permission === 'participant') return who
  await give(address, permission)
  expect((await who.get('/account')).status).toBe(303)
  expect((await giveAddressAndPassword(who, address)).status).toBe(303)
  return who
}

async function addApp(address: string): Promise<void> {
  const { db, clock, authenticator } = app.house
  const account = await idOf(address)
  const secret = authenticator.createSecret()
  await startAuthenticator(db, account, secret, clock())
  await confirmAuthenticator(db, account, { secret, step: 1 }, clock())
}

describe('who may see how it runs', () => {
  test('a visitor is asked to sign in first, and comes back here', async () => {
    const answer = await app.newVisitor().get(PAGE)
    expect([answer.status, answer.location]).toEqual([303, '/account/inloggen?verder=%2Fbeheer'])
    const address = 'terug@voorbeeld.nl'
    await signUp(app, address)
    const signedIn = await giveAddressAndPassword(app.newVisitor(), address, undefined, { verder: PAGE })
    expect(signedIn.location).toBe(PAGE)
  })

  test('a cookie that opens nothing is a visitor', async () => {
    const thief = app.newVisitor()
    thief.cookies.set('quickscan-account', app.house.secrets.createToken())
    expect((await thief.get(PAGE)).status).toBe(303)
  })

  test.each<Permission>(['participant', 'content-administrator'])(
    'for a %s with a second step the page does not exist, as any other that does not',
    async (permission) => {
      const who = await signedInAs(permission)
      await addApp(`${permission}@voorbeeld.nl`)
      const [asked, none] = [await who.get(PAGE), await who.get('/bestaat-niet')]
      expect([asked.status, asked.text]).toEqual([404, none.text])
      expect((await who.get('/account')).text).not.toContain(`href="${PAGE}"`)
    },
  )

  test('a functional administrator sees it with a second step, and before that why not', async () => {
    const who = await signedInAs('functional-administrator')
    const refused = await who.get(PAGE)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Zet eerst een tweede stap aan')
    expect(refused.text).toContain('href="/account/beveiliging"')
    expect(refused.text).not.toContain('Scans begonnen')

    await addApp('functional-administrator@voorbeeld.nl')
    const seen = await who.get(PAGE)
    expect(seen.status).toBe(200)
    expect(seen.headers.get('cache-control')).toBe('no-store')
    expect(seen.text).toContain('Scans begonnen')
    expect((await who.get('/account')).text).toContain(`href="${PAGE}"`)
  })

  test('a passkey is a second step too; an unconfirmed app and loose recovery codes are not', async () => {
    const { db, clock, authenticator } = app.house
    const who = await signedInAs('functional-administrator', 'sleutel')
    const account = await idOf('sleutel@voorbeeld.nl')
    await startAuthenticator(db, account, authenticator.createSecret(), clock())
    await db.transaction().execute((trx) => saveRecoveryCodes(trx, account, ['hash-of-a-code']))
    expect((await who.get(PAGE)).status).toBe(403)
    const key = { id: 'key', accountId: account, publicKey: 'x', counter: 0, transports: [] }
    await savePasskey(db, { ...key, name: 'Telefoon', createdAt: clock() })
    expect((await who.get(PAGE)).status).toBe(200)
  })

  test('whoever was one is signed out, and finds no page after signing in again', async () => {
    const who = await signedInAs('functional-administrator', 'was')
    expect((await who.get(PAGE)).status).toBe(403)
    await give('was@voorbeeld.nl', 'participant')
    expect((await who.get(PAGE)).status).toBe(303)
    await giveAddressAndPassword(who, 'was@voorbeeld.nl')
    expect((await who.get(PAGE)).status).toBe(404)
  })
})

describe('what the page for a functional administrator says', () => {
  let host: Visitor
  beforeAll(async () => {
    app.setClock(TODAY)
    host = await signedInAs('functional-administrator', 'host')
    await addApp('host@voorbeeld.nl')
  })

  const read = async () => {
    const { status, text } = await host.get(PAGE)
    expect(status).toBe(200)
    return text
  }

  /** What stands behind this term, or undefined. */
  const figure = (text: string, term: string) =>
    new RegExp(`<dt>${term}</dt><dd>([^<]*)</dd>`).exec(text)?.[1]

  test('is calm when nothing waits and nothing was tried', async () => {
    const text = await read()
    expect(text).toContain('Er wacht geen mail.')
    expect(text).toContain('Er is nog geen link geprobeerd.')
    expect(figure(text, 'Scans begonnen in 30 dagen')).toBe('Minder dan 5')
    expect(figure(text, 'Versie van QuickScan')).toBe('0.0.0-test')
    expect(figure(text, 'Database')).toContain('Ingebouwd')
  })

  test('does not change when one person comes by: not while it happens, and not for fewer than five', async () => {
    const before = await read()
    for (const name of ['een', 'twee', 'drie', 'vier']) {
      const who = await signUp(app, `${name}@voorbeeld.nl`)
      const scan = await startScan(who, app.instruments[0]?.id ?? '')
      await who.post(`${scan}/afronden`)
    }
    expect(await read()).toBe(before)
    app.setClock(TOMORROW)
    const { text } = await host.get(PAGE)
    expect(figure(text, 'Scans begonnen in 30 dagen')).toBe('Minder dan 5')
  })

  test('control: the night after the fifth it says so, in a band', async () => {
    await startScan(app.newVisitor(), app.instruments[0]?.id ?? '')
    expect(figure(await read(), 'Scans begonnen in 30 dagen')).toBe('Minder dan 5')
    app.setClock(TOMORROW)
    const text = await read()
    expect(figure(text, 'Scans begonnen in 30 dagen')).toBe('5 tot en met 9')
    expect(figure(text, 'Accounts')).toBe('10 tot en met 19')
  })

  test('counts the mail that waits, since when, and what was tried more than once', async () => {
    const { db } = app.house
    for (const [minute, name] of ['anna', 'bram'].entries()) {
      const requestedAt = new Date(Date.parse('2026-11-23T12:40:00Z') + minute * 60_000)
      const address = `${name}@post.example`
      await requestMail(db, { id: `mail-of-${name}`, kind: 'sign-up', address, accountId: null, requestedAt })
    }
    await takeDueMails(db, new Date('2026-11-23T12:45:00Z'), 1)
    expect(figure(await read(), 'Vaker geprobeerd')).toBe('Geen')
    await takeDueMails(db, new Date('2026-11-23T12:50:00Z'), 2)
    const text = await read()
    expect(figure(text, 'Wacht nu')).toBe('2 mails')
    expect(figure(text, 'De oudste sinds')).toBe('23 november 2026, 13.40 uur')
    expect(figure(text, 'Vaker geprobeerd')).toBe('1 mail')
    expect(text).toContain('a letter did not go out')
  })

  test('counts the links that are gone', async () => {
    const [one, other] = app.house.library.entries.flatMap((entry) =>
      'link' in entry && entry.link ? [entry.link] : [],
    )
    const alive = { outcome: 'alive', detail: '200', failures: 0, firstFailedAt: null } as const
    const checkedAt = new Date(TODAY)
    linkChecks.set(one ?? '', { link: one ?? '', checkedAt, ...alive })
    expect(await read()).toContain('1 link is geprobeerd. Er is er geen weg.')
    const firstFailedAt = new Date('2026-11-20T13:05:00Z')
    const gone = { outcome: 'gone', detail: '404', failures: 3, firstFailedAt } as const
    linkChecks.set(other ?? '', { link: other ?? '', checkedAt, ...gone })
    expect(await read()).toContain('2 links zijn geprobeerd. Weg: 1.')
  })

  test('names nobody: nothing that is kept of a person stands on it', async () => {
    const { db } = app.house
    const address = 'herkenbaar@voorbeeld.nl'
    await createAccount(db, {
      id: 'id-of-somebody',
      address,
      key: address,
      passwordHash: null,
      createdAt: new Date(0),
    })
    await db
      .updateTable('accounts')
      .set({ name: 'Anneke Jansen', organisation: 'Gemeente Herkenbaar', warnings: 1, warnedAt: new Date(0) })
      .where('id', '=', 'id-of-somebody')
      .execute()
    await db.updateTable('scans').set({ name: 'Ons team in Noord' }).execute()
    const personal = [
      ...(await db.selectFrom('accounts').select(['id', 'address', 'name', 'organisation']).execute()),
      ...(await db.selectFrom('mails').select(['id', 'address']).execute()),
      ...(await db.selectFrom('scans').select(['id', 'name']).execute()),
      ...(await db.selectFrom('sessions').select(['id', 'tokenHash']).execute()),
    ].flatMap((row) => Object.values(row).filter((value) => value !== ''))
    const found = (text: string) => personal.filter((value) => text.includes(value))

    expect(personal).toContain('anna@post.example')
    expect(found(await read())).toEqual([])
    // Control: on a page of one's own it is found.
    expect(found((await host.get('/account')).text)).toEqual(['host@voorbeeld.nl'])
    console.log(`operation page: ${personal.length} personal values kept, 0 on the page`)
  })

  test('tells nothing of fewer people than the house allows', async () => {
    app.setClock(TOMORROW)
    app.house.minGroup = 20
    const text = await read()
    app.house.minGroup = 5
    expect(figure(text, 'Accounts')).toBe('Minder dan 20')
    expect(figure(await read(), 'Accounts')).toBe('10 tot en met 19')
  })
})
