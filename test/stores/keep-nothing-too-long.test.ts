import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, findAccount, markUsed } from '#database/accounts.ts'
import { forgetMail, takeDueMails } from '#database/mails.ts'
import { saveOrganisationAttempt } from '#database/organisation-attempts.ts'
import { saveChallenge } from '#database/passkeys.ts'
import { savePendingSignIn } from '#database/pending-sign-ins.ts'
import { startAuthenticator } from '#database/second-factors.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { keepNothingTooLong } from '#src/keep-nothing-too-long.ts'
import { dump, readCatalogue } from './personal-tables.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const START = Date.parse('2026-11-23T12:00:00Z')

onEachStore('what nobody uses', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  const makeAccount = async () => {
    const id = systemSecrets.createId()
    const address = `${id.toLowerCase()}@voorbeeld.nl`
    await createAccount(store.db, {
      id,
      address,
      key: address,
      passwordHash: null,
      createdAt: new Date(START),
    })
    return id
  }
  const clean = (day: number) => keepNothingTooLong(store.db, at(day), systemSecrets)
  const isThere = async (id: string) => (await findAccount(store.db, id)) !== undefined
  /** What goes out that day. */
  const lettersOf = async (day: number) => {
    const letters = await takeDueMails(store.db, at(day), 100)
    for (const { id } of letters) await forgetMail(store.db, id)
    return letters.map((letter) => letter.kind)
  }

  test('is an account: warned after 670 and 716 days, and erased after 730', async () => {
    const id = await makeAccount()
    const happened: string[] = []
    for (let day = 660; day <= 731; day += 1) {
      const { warnings, accounts } = await clean(day)
      if (warnings + accounts > 0) happened.push(`${day}: ${(await lettersOf(day)).join()}`)
    }
    console.log(`an account that nobody uses, on ${kind}: ${happened.join('; ')}`)
    expect(happened).toEqual(['670: account-warning', '716: account-last-warning', '730: account-erased'])
    expect(await isThere(id)).toBe(false)
  })

  test('stays when its owner signs in after a warning, and is warned anew two years later', async () => {
    const id = await makeAccount()
    await clean(671)
    await clean(717)
    await markUsed(store.db, id, at(729))
    await clean(731)
    expect(await isThere(id)).toBe(true)
    await lettersOf(731)
    expect((await clean(729 + 669)).warnings).toBe(0)
    expect((await clean(729 + 670)).warnings).toBe(1)
    expect(await lettersOf(729 + 670)).toEqual(['account-warning'])
    await markUsed(store.db, id, at(729 + 671))
  })

  test('is never erased without both warnings, also by a server that stood still for three years', async () => {
    const id = await makeAccount()
    const days: number[] = []
    for (const day of [1095, 1096, 1141, 1142, 1154, 1155, 1156]) {
      const { warnings, accounts } = await clean(day)
      if (warnings + accounts > 0) days.push(day)
    }
    expect(days).toEqual([1095, 1141, 1155])
    expect(await isThere(id)).toBe(false)
    expect((await lettersOf(1156)).sort()).toEqual(['account-erased'])
  })

  test('is whatever was left half done: a day later nothing of it is in any table', async () => {
    const catalogue = await readCatalogue(store.db)
    const id = await makeAccount()
    await markUsed(store.db, id, at(2000))
    const before = await dump(store.db, catalogue)
    const expiresAt = new Date(at(2000).getTime() + HOUR)
    await startAuthenticator(store.db, id, 'M4TAH3ZKDLJCBUXQ', at(2000))
    await savePendingSignIn(store.db, { tokenHash: 'half-pending', accountId: id, stays: false, expiresAt })
    await saveChallenge(store.db, {
      challengeHash: 'half-challenge',
      purpose: 'sign-in',
      accountId: null,
      expiresAt,
    })
    await saveOrganisationAttempt(store.db, {
      stateHash: 'half-state',
      browserHash: 'half-browser',
      nonce: 'nonce',
      verifier: 'verifier',
      nextPath: '/scans',
      accountId: null,
      expiresAt,
    })
    expect((await dump(store.db, catalogue)).length).toBe(before.length + 4)
    await keepNothingTooLong(store.db, new Date(at(2001).getTime() + 1), systemSecrets)
    expect(await dump(store.db, catalogue)).toEqual(before)
  })
})

function at(day: number): Date {
  return new Date(START + day * DAY)
}
