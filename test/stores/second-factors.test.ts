import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseAccount } from '#database/account-erasure.ts'
import { createAccount } from '#database/accounts.ts'
import {
  eraseExpiredOrganisationAttempts,
  saveOrganisationAttempt,
  useOrganisationAttempt,
} from '#database/organisation-attempts.ts'
import {
  findLinkedAccount,
  linkOrganisation,
  listOrganisationLinks,
  removeOrganisationLink,
} from '#database/organisation-links.ts'
import {
  eraseExpiredChallenges,
  findPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
  saveChallenge,
  savePasskey,
  touchPasskey,
  useChallenge,
} from '#database/passkeys.ts'
import {
  endPendingSignIns,
  eraseExpiredPendingSignIns,
  findPendingSignIn,
  savePendingSignIn,
  usePendingSignIn,
} from '#database/pending-sign-ins.ts'
import {
  acceptStep,
  confirmAuthenticator,
  eraseUnconfirmedAuthenticators,
  findAuthenticator,
  removeAuthenticator,
  saveRecoveryCodes,
  secondFactorsOf,
  startAuthenticator,
  useRecoveryCode,
} from '#database/second-factors.ts'
import { LATER, NOON } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const OTHER_SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'
const PERSON = { issuer: 'https://login.gemeente.example', subject: 'subject-of-noor' }
const TABLES = [
  'authenticators',
  'recoveryCodes',
  'passkeys',
  'passkeyChallenges',
  'pendingSignIns',
  'organisationLinks',
  'organisationAttempts',
] as const

onEachStore('the second factor', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  const unique = () => randomBytes(12).toString('hex')

  async function openAccount(): Promise<string> {
    const id = unique()
    const address = `${id}@gemeente.example`
    await createAccount(store.db, { id, address, key: address, passwordHash: null, createdAt: NOON })
    return id
  }

  async function withAuthenticator(step = 100): Promise<string> {
    const account = await openAccount()
    await startAuthenticator(store.db, account, SECRET, NOON)
    await confirmAuthenticator(store.db, account, { secret: SECRET, step }, NOON)
    return account
  }

  const giveCodes = (account: string, hashes: string[]) =>
    store.db.transaction().execute((trx) => saveRecoveryCodes(trx, account, hashes))

  async function givePasskey(account: string, counter = 0): Promise<string> {
    const id = unique()
    const passkey = { id, accountId: account, publicKey: 'cGs', counter, transports: ['internal', 'hybrid'] }
    expect(await savePasskey(store.db, { ...passkey, name: 'Telefoon', createdAt: NOON })).toBe(true)
    return id
  }

  async function askPasskey(accountId: string | null = null) {
    const challenge = { challengeHash: unique(), purpose: 'sign-in' as const, accountId }
    await saveChallenge(store.db, { ...challenge, expiresAt: LATER })
    return challenge
  }

  async function startPending(accountId: string): Promise<string> {
    const tokenHash = unique()
    await savePendingSignIn(store.db, { tokenHash, accountId, stays: true, expiresAt: LATER })
    return tokenHash
  }

  async function startAttempt(accountId: string | null = null) {
    const attempt = { stateHash: unique(), browserHash: 'browser-of-noor' }
    const kept = { nonce: 'nonce', verifier: 'verifier', nextPath: '/account', accountId, expiresAt: LATER }
    await saveOrganisationAttempt(store.db, { ...attempt, ...kept })
    return attempt
  }

  const factorsOf = (account: string) => secondFactorsOf(store.db, account)
  const NOTHING = { authenticator: false, passkeys: 0, recoveryCodes: 0 }

  describe('an authenticator app', () => {
    test('counts when it was confirmed, not before', async () => {
      const account = await openAccount()
      expect(await startAuthenticator(store.db, account, SECRET, NOON)).toBe(true)
      expect(await factorsOf(account)).toEqual(NOTHING)
      expect(await acceptStep(store.db, account, 100)).toBe(false)
      expect(await confirmAuthenticator(store.db, account, { secret: SECRET, step: 100 }, NOON)).toBe(true)
      expect(await factorsOf(account)).toEqual({ ...NOTHING, authenticator: true })
      const kept = { secret: SECRET, lastStep: 100, confirmedAt: NOON }
      expect(await findAuthenticator(store.db, account)).toEqual(kept)
    })

    test('that is not confirmed makes way for a new try, and its code confirms nothing any more', async () => {
      const account = await openAccount()
      await startAuthenticator(store.db, account, SECRET, NOON)
      expect(await startAuthenticator(store.db, account, OTHER_SECRET, LATER)).toBe(true)
      expect(await confirmAuthenticator(store.db, account, { secret: SECRET, step: 100 }, LATER)).toBe(false)
      expect(await factorsOf(account)).toEqual(NOTHING)
    })

    test('that is confirmed stays as it is, whoever starts again or confirms again', async () => {
      const account = await withAuthenticator()
      expect(await startAuthenticator(store.db, account, OTHER_SECRET, LATER)).toBe(false)
      expect(await confirmAuthenticator(store.db, account, { secret: SECRET, step: 1 }, LATER)).toBe(false)
      expect(await findAuthenticator(store.db, account)).toMatchObject({ secret: SECRET, lastStep: 100 })
    })

    test('takes the code that confirmed it no second time, nor an earlier one; a later one it does', async () => {
      const account = await withAuthenticator(100)
      expect(await acceptStep(store.db, account, 100)).toBe(false)
      expect(await acceptStep(store.db, account, 99)).toBe(false)
      expect(await acceptStep(store.db, account, 101)).toBe(true)
      expect(await acceptStep(store.db, account, 101)).toBe(false)
    })

    test('is one for each account: the step of one is not the step of another', async () => {
      const [noor, sem] = [await withAuthenticator(), await withAuthenticator()]
      expect(await acceptStep(store.db, noor, 200)).toBe(true)
      expect(await acceptStep(store.db, sem, 200)).toBe(true)
    })

    test('that nobody confirmed is erased after a while; a confirmed one stays', async () => {
      const [waiting, confirmed] = [await openAccount(), await withAuthenticator()]
      await startAuthenticator(store.db, waiting, SECRET, NOON)
      await eraseUnconfirmedAuthenticators(store.db, NOON)
      expect(await findAuthenticator(store.db, waiting)).toBeDefined()
      await eraseUnconfirmedAuthenticators(store.db, LATER)
      expect(await findAuthenticator(store.db, waiting)).toBeUndefined()
      expect(await findAuthenticator(store.db, confirmed)).toBeDefined()
    })
  })

  describe('recovery codes', () => {
    test('work once each, for their own account', async () => {
      const [noor, sem] = [await withAuthenticator(), await withAuthenticator()]
      const [first, second] = [unique(), unique()]
      await giveCodes(noor, [first, second])
      expect(await useRecoveryCode(store.db, sem, first)).toBe(false)
      expect(await useRecoveryCode(store.db, noor, first)).toBe(true)
      expect(await useRecoveryCode(store.db, noor, first)).toBe(false)
      expect(await factorsOf(noor)).toMatchObject({ recoveryCodes: 1 })
    })

    test('make way for new ones, also when two ask at the same time', async () => {
      const account = await withAuthenticator()
      const old = unique()
      await giveCodes(account, [old])
      await Promise.all(
        Array.from({ length: 4 }, () => giveCodes(account, Array.from({ length: 10 }, unique))),
      )
      expect(await factorsOf(account)).toMatchObject({ recoveryCodes: 10 })
      expect(await useRecoveryCode(store.db, account, old)).toBe(false)
    })

    test('go with the last second factor, and not before', async () => {
      const account = await withAuthenticator()
      const [telephone, laptop] = [await givePasskey(account), await givePasskey(account)]
      await giveCodes(account, [unique()])
      await removeAuthenticator(store.db, account)
      await removePasskey(store.db, account, laptop)
      expect(await factorsOf(account)).toEqual({ authenticator: false, passkeys: 1, recoveryCodes: 1 })
      await removePasskey(store.db, account, telephone)
      expect(await factorsOf(account)).toEqual(NOTHING)
    })

    test('go with the app when that was all, and stay with it when a passkey goes', async () => {
      const account = await withAuthenticator()
      await giveCodes(account, [unique()])
      await removePasskey(store.db, account, await givePasskey(account))
      expect(await factorsOf(account)).toEqual({ ...NOTHING, authenticator: true, recoveryCodes: 1 })
      await removeAuthenticator(store.db, account)
      expect(await factorsOf(account)).toEqual(NOTHING)
    })

    test('of somebody else stay, whatever this one removes', async () => {
      const [noor, sem] = [await withAuthenticator(), await withAuthenticator()]
      const passkey = await givePasskey(sem)
      await giveCodes(sem, [unique()])
      await removeAuthenticator(store.db, noor)
      expect(await removePasskey(store.db, noor, passkey)).toBe(false)
      expect(await factorsOf(sem)).toEqual({ authenticator: true, passkeys: 1, recoveryCodes: 1 })
    })
  })

  describe('a passkey', () => {
    test('is kept as it was, and found by its id alone', async () => {
      const account = await openAccount()
      const id = await givePasskey(account, 3)
      expect(await findPasskey(store.db, id)).toEqual({
        id,
        accountId: account,
        publicKey: 'cGs',
        counter: 3,
        transports: ['internal', 'hybrid'],
      })
      expect(await listPasskeys(store.db, account)).toMatchObject([{ id, name: 'Telefoon', usedAt: null }])
      expect(await factorsOf(account)).toEqual({ ...NOTHING, passkeys: 1 })
    })

    test('belongs to the first who brings it', async () => {
      const [noor, sem] = [await openAccount(), await openAccount()]
      const id = await givePasskey(noor)
      const again = { id, accountId: sem, publicKey: 'b3RoZXI', counter: 0, transports: [] }
      expect(await savePasskey(store.db, { ...again, name: '', createdAt: LATER })).toBe(false)
      expect(await findPasskey(store.db, id)).toMatchObject({ accountId: noor, publicKey: 'cGs' })
    })

    test('is renamed and removed by its owner, not by another', async () => {
      const [noor, sem] = [await openAccount(), await openAccount()]
      const id = await givePasskey(noor)
      expect(await renamePasskey(store.db, sem, id, 'Van Sem')).toBe(false)
      expect(await removePasskey(store.db, sem, id)).toBe(false)
      expect(await renamePasskey(store.db, noor, id, 'Laptop')).toBe(true)
      expect(await listPasskeys(store.db, noor)).toMatchObject([{ name: 'Laptop' }])
      expect(await removePasskey(store.db, noor, id)).toBe(true)
      expect(await findPasskey(store.db, id)).toBeUndefined()
    })

    test.each([
      [0, 0, true],
      [0, 1, true],
      [5, 6, true],
      [5, 4_294_967_295, true],
      [5, 5, false],
      [5, 4, false],
      [5, 0, false],
    ])('that stands at %i and comes with %i is believed: %s', async (kept, given, isBelieved) => {
      const account = await openAccount()
      const id = await givePasskey(account, kept)
      expect(await touchPasskey(store.db, id, given, LATER)).toBe(isBelieved)
      const counter = isBelieved ? given : kept
      expect(await findPasskey(store.db, id)).toMatchObject({ counter })
      expect(await listPasskeys(store.db, account)).toMatchObject([{ usedAt: isBelieved ? LATER : null }])
    })

    test('is asked for one purpose, by one account or by nobody yet, and within the time', async () => {
      const [noor, sem] = [await openAccount(), await openAccount()]
      const challenge = await askPasskey(noor)
      for (const wrong of [{ accountId: sem }, { accountId: null }, { purpose: 'add' as const }]) {
        expect(await useChallenge(store.db, { ...challenge, ...wrong }, NOON)).toBe(false)
      }
      expect(await useChallenge(store.db, challenge, LATER)).toBe(false)
      expect(await useChallenge(store.db, challenge, NOON)).toBe(true)
      expect(await useChallenge(store.db, challenge, NOON)).toBe(false)
      const ofNobody = await askPasskey(null)
      expect(await useChallenge(store.db, { ...ofNobody, accountId: noor }, NOON)).toBe(false)
      expect(await useChallenge(store.db, ofNobody, NOON)).toBe(true)
    })
  })

  test('between password and second factor somebody may be looked up often, and comes in once', async () => {
    const account = await openAccount()
    const tokenHash = await startPending(account)
    for (let time = 0; time < 2; time++) {
      expect(await findPendingSignIn(store.db, tokenHash, NOON)).toEqual({ accountId: account, stays: true })
    }
    expect(await findPendingSignIn(store.db, tokenHash, LATER)).toBeUndefined()
    expect(await usePendingSignIn(store.db, tokenHash, LATER)).toBeUndefined()
    expect(await usePendingSignIn(store.db, tokenHash, NOON)).toEqual({ accountId: account, stays: true })
    expect(await usePendingSignIn(store.db, tokenHash, NOON)).toBeUndefined()
    const ended = await startPending(account)
    await endPendingSignIns(store.db, account)
    expect(await findPendingSignIn(store.db, ended, NOON)).toBeUndefined()
  })

  describe('an organisation', () => {
    test('knows one person as one account, and an account may be known at several', async () => {
      const [noor, sem] = [await openAccount(), await openAccount()]
      const person = { ...PERSON, subject: unique() }
      const elsewhere = { ...person, issuer: 'https://login.elders.example' }
      expect(await findLinkedAccount(store.db, person)).toBeUndefined()
      expect(await linkOrganisation(store.db, noor, person, NOON)).toBe(true)
      expect(await linkOrganisation(store.db, noor, person, LATER)).toBe(true)
      expect(await linkOrganisation(store.db, sem, person, LATER)).toBe(false)
      expect(await linkOrganisation(store.db, noor, elsewhere, LATER)).toBe(true)
      expect(await findLinkedAccount(store.db, person)).toBe(noor)
      expect(await listOrganisationLinks(store.db, noor)).toEqual([
        { ...person, linkedAt: NOON },
        { ...elsewhere, linkedAt: LATER },
      ])
      expect(await removeOrganisationLink(store.db, sem, person)).toBe(false)
      expect(await removeOrganisationLink(store.db, noor, person)).toBe(true)
      expect(await findLinkedAccount(store.db, person)).toBeUndefined()
    })

    test('of twenty accounts that link one person at once, one has it', async () => {
      const accounts = await Promise.all(Array.from({ length: 20 }, openAccount))
      const person = { ...PERSON, subject: unique() }
      const linked = await Promise.all(
        accounts.map((account) => linkOrganisation(store.db, account, person, NOON)),
      )
      expect(linked.filter(Boolean)).toHaveLength(1)
    })

    test('is answered to the browser that left, within the time; another gets and spoils nothing', async () => {
      const account = await openAccount()
      const attempt = await startAttempt(account)
      const stranger = { ...attempt, browserHash: 'browser-of-sem' }
      expect(await useOrganisationAttempt(store.db, stranger, NOON)).toBeUndefined()
      expect(await useOrganisationAttempt(store.db, attempt, LATER)).toBeUndefined()
      expect(await useOrganisationAttempt(store.db, attempt, NOON)).toEqual({
        nonce: 'nonce',
        verifier: 'verifier',
        nextPath: '/account',
        accountId: account,
      })
      expect(await useOrganisationAttempt(store.db, attempt, NOON)).toBeUndefined()
    })
  })

  describe('of twenty at once', () => {
    const countSuccesses = async (use: () => Promise<unknown>) => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, use))
      return outcomes.filter((outcome) => outcome !== undefined && outcome !== false).length
    }

    test('with one code of the app, one comes in', async () => {
      const account = await withAuthenticator(100)
      expect(await countSuccesses(() => acceptStep(store.db, account, 101))).toBe(1)
    })

    test('control: looking first and writing then lets more of them in', async () => {
      const account = await withAuthenticator(100)
      const naively = async () => {
        const found = await findAuthenticator(store.db, account)
        if (!found || found.lastStep >= 101) return false
        await store.db
          .updateTable('authenticators')
          .set({ lastStep: 101 })
          .where('accountId', '=', account)
          .execute()
        return true
      }
      expect(await countSuccesses(naively)).toBeGreaterThan(1)
    })

    test('that confirm one app, one does', async () => {
      const account = await openAccount()
      await startAuthenticator(store.db, account, SECRET, NOON)
      const confirm = () => confirmAuthenticator(store.db, account, { secret: SECRET, step: 100 }, NOON)
      expect(await countSuccesses(confirm)).toBe(1)
    })

    test('with one recovery code, one comes in', async () => {
      const account = await withAuthenticator()
      const code = unique()
      await giveCodes(account, [code, unique()])
      expect(await countSuccesses(() => useRecoveryCode(store.db, account, code))).toBe(1)
    })

    test('with one answer of a passkey that counts, one is believed', async () => {
      const id = await givePasskey(await openAccount(), 5)
      expect(await countSuccesses(() => touchPasskey(store.db, id, 6, NOON))).toBe(1)
    })

    test('with one answer to a question to a passkey, one is believed', async () => {
      const challenge = await askPasskey()
      expect(await countSuccesses(() => useChallenge(store.db, challenge, NOON))).toBe(1)
    })

    test('after one password, one comes in', async () => {
      const tokenHash = await startPending(await openAccount())
      expect(await countSuccesses(() => usePendingSignIn(store.db, tokenHash, NOON))).toBe(1)
    })

    test('with one answer of an organisation, one comes in', async () => {
      const attempt = await startAttempt()
      expect(await countSuccesses(() => useOrganisationAttempt(store.db, attempt, NOON))).toBe(1)
    })

    test('control: finding first and deleting then lets more of them in', async () => {
      const tokenHash = await startPending(await openAccount())
      const naively = async () => {
        const found = await findPendingSignIn(store.db, tokenHash, NOON)
        await store.db.deleteFrom('pendingSignIns').where('tokenHash', '=', tokenHash).execute()
        return found
      }
      expect(await countSuccesses(naively)).toBeGreaterThan(1)
    })
  })

  describe('nothing stays', () => {
    const countOf = async (account: string) => {
      const counts: Record<string, number> = {}
      for (const table of TABLES) {
        const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(
          table,
        )} where account_id = ${account}`.execute(store.db)
        counts[table] = rows[0]?.count ?? -1
      }
      return counts
    }
    const each = (count: number) => Object.fromEntries(TABLES.map((table) => [table, count]))

    async function withEverything(): Promise<string> {
      const account = await withAuthenticator()
      await giveCodes(account, [unique()])
      await givePasskey(account)
      await askPasskey(account)
      await startPending(account)
      await startAttempt(account)
      await linkOrganisation(store.db, account, { ...PERSON, subject: unique() }, NOON)
      return account
    }

    test('of an account that is erased; of another it does', async () => {
      const [erased, other] = [await withEverything(), await withEverything()]
      expect(await countOf(erased)).toEqual(each(1))
      await eraseAccount(store.db, erased)
      expect(await countOf(erased)).toEqual(each(0))
      expect(await countOf(other)).toEqual(each(1))
    })

    test('of what is over; what still works does', async () => {
      const account = await withEverything()
      const tidy = async (now: Date) => {
        await eraseExpiredChallenges(store.db, now)
        await eraseExpiredPendingSignIns(store.db, now)
        await eraseExpiredOrganisationAttempts(store.db, now)
      }
      await tidy(NOON)
      expect(await countOf(account)).toEqual(each(1))
      await tidy(LATER)
      expect(await countOf(account)).toEqual({
        ...each(1),
        passkeyChallenges: 0,
        pendingSignIns: 0,
        organisationAttempts: 0,
      })
    })
  })
})
