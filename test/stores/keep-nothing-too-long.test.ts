import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseAccount } from '#database/account-erasure.ts'
import { createAccount, findAccount, markUsed } from '#database/accounts.ts'
import { forgetMail, takeDueMails } from '#database/mails.ts'
import { saveOrganisationAttempt } from '#database/organisation-attempts.ts'
import { saveChallenge } from '#database/passkeys.ts'
import { savePendingSignIn } from '#database/pending-sign-ins.ts'
import { startAuthenticator } from '#database/second-factors.ts'
import type { MailKind } from '#domain/letter.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { keepNothingTooLong } from '#src/keep-nothing-too-long.ts'
import { startMailServer } from '#test/smtp.ts'
import { dump, readCatalogue } from './personal-tables.ts'
import { mailboxOf, openOffice } from './postman.ts'
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
  const sendAll = async (day: number) => {
    const letters = await takeDueMails(store.db, at(day), 100)
    for (const { id } of letters) await forgetMail(store.db, id)
    return letters
  }
  /** What goes out that day. */
  const lettersOf = async (day: number) => (await sendAll(day)).map((letter) => letter.kind)
  const cleanAndSend = async (day: number) => {
    await clean(day)
    return lettersOf(day)
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
    for (const day of [671, 717]) await cleanAndSend(day)
    await markUsed(store.db, id, at(729))
    await cleanAndSend(731)
    expect(await isThere(id)).toBe(true)
    expect((await clean(729 + 669)).warnings).toBe(0)
    expect((await clean(729 + 670)).warnings).toBe(1)
    expect(await lettersOf(729 + 670)).toEqual(['account-warning'])
    await markUsed(store.db, id, at(729 + 671))
    await eraseAccount(store.db, id)
  })

  test.each([
    { what: 'runs daily', days: [669, 670, 715, 716, 729, 730], happens: [670, 716, 730] },
    { what: 'stood still for a month', days: [670, 705, 750, 763, 764], happens: [670, 750, 764] },
    {
      what: 'stood still for three years',
      days: [1095, 1140, 1141, 1154, 1155],
      happens: [1095, 1141, 1155],
    },
    {
      what: 'thought for a moment that it is 2033',
      days: [670, 2600, 671, 716, 2613, 717, 2614],
      happens: [670, 2600, 2614],
    },
  ])('is never erased without both warnings, by a job that $what', async ({ days, happens }) => {
    const id = await makeAccount()
    const happened: [number, string][] = []
    for (const day of days) {
      for (const letter of await cleanAndSend(day)) happened.push([day, letter])
    }
    const kinds = ['account-warning', 'account-last-warning', 'account-erased']
    expect(happened).toEqual(happens.map((day, turn) => [day, kinds[turn]]))
    expect(await isThere(id)).toBe(false)
  })

  test('is not erased by a program that stopped before the warning was sent: the days begin when it leaves', async () => {
    const id = await makeAccount()
    await clean(670)
    expect(await cleanAndSend(2000)).toEqual(['account-warning'])
    await clean(2046)
    expect(await cleanAndSend(3000)).toEqual(['account-last-warning'])
    expect(await cleanAndSend(3013)).toEqual([])
    expect(await isThere(id)).toBe(true)
    expect(await cleanAndSend(3014)).toEqual(['account-erased'])
  })

  test('is warned anew when the mail server was away until the warning was given up', async () => {
    const server = await startMailServer()
    const office = openOffice(at(670))
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    await makeAccount()
    await server.leave()
    const happened: string[] = []
    for (let hour = 0; hour <= 66 * 24; hour += hour < 96 ? 6 : 24) {
      if (hour === 72) await server.comeBack()
      const { warnings, accounts } = await keepNothingTooLong(store.db, office.now(), systemSecrets)
      const sent = await postman.deliverDue()
      if (warnings + accounts + sent > 0)
        happened.push(`day ${hour / 24}: warned ${warnings}, erased ${accounts}, sent ${sent}`)
      office.pass((hour < 96 ? 6 : 24) * 60 * 60)
    }
    await server.leave()
    console.log(`three days without a mail server, on ${kind}: ${happened.join('; ')}`)
    expect(happened).toEqual([
      'day 0: warned 1, erased 0, sent 0',
      'day 2.25: warned 1, erased 0, sent 0',
      'day 3: warned 0, erased 0, sent 1',
      'day 49: warned 1, erased 0, sent 1',
      'day 63: warned 0, erased 1, sent 1',
    ])
  })

  test('has both warnings before it is erased, whatever the clock, the mail and the owners do', async () => {
    const chance = chanceFrom(20261123)
    const people = await Promise.all(Array.from({ length: 20 }, makeAccount))
    const letters = new Map(people.map((id) => [`${id.toLowerCase()}@voorbeeld.nl`, [] as SentLetter[]]))
    let day = 0
    let erased = 0
    const wrongs: string[] = []
    for (let run = 0; run < 250; run += 1) {
      // Mostly days and weeks; now and then a standstill, or a clock that is set ahead and back again.
      day += [1, 3, 7, 14, 30, 45, 200, -150][chance(8)] ?? 0
      await clean(day)
      if (chance(4) > 0) {
        for (const { address, kind: letter } of await sendAll(day)) {
          const had = letters.get(address) ?? []
          had.push({ letter, day })
          if (letter !== 'account-erased') continue
          erased += 1
          wrongs.push(...wrongIn(had))
        }
      }
      const somebody = people[chance(people.length * 4)]
      if (somebody && (await isThere(somebody))) {
        await markUsed(store.db, somebody, at(day))
        letters.set(`${somebody.toLowerCase()}@voorbeeld.nl`, [])
      }
    }
    console.log(
      `250 runs by a wild clock, on ${kind}: ${erased} of 20 erased, ${wrongs.length} without both warnings`,
    )
    expect(wrongs).toEqual([])
    expect(erased).toBeGreaterThan(5)
    for (const id of people) await eraseAccount(store.db, id)
    await sendAll(day + 1000)
  })

  test('control: an erasure without a warning, or too soon after one, is noticed', () => {
    const first = { letter: 'account-warning', day: 670 } as const
    const last = { letter: 'account-last-warning', day: 716 } as const
    const after = (day: number) => ({ letter: 'account-erased', day }) as const
    expect(wrongIn([first, last, after(730)])).toEqual([])
    expect(wrongIn([after(730)])).toHaveLength(1)
    expect(wrongIn([first, after(730)])).toHaveLength(1)
    expect(wrongIn([first, last, after(729)])).toHaveLength(1)
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

type SentLetter = { letter: MailKind; day: number }

/** What is wrong with an erasure, by the letters that somebody got since they last signed in. */
function wrongIn(letters: SentLetter[]): string[] {
  const [first, last, erased] = letters
  const isRight =
    letters.length === 3 &&
    first?.letter === 'account-warning' &&
    last?.letter === 'account-last-warning' &&
    erased?.letter === 'account-erased' &&
    last.day - first.day >= 46 &&
    erased.day - last.day >= 14
  return isRight ? [] : [letters.map(({ letter, day }) => `${day}: ${letter}`).join(', ')]
}

/** The same numbers at every run: below `most`, from 0. */
function chanceFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}
