import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '#database/accounts.ts'
import { createPasswords, type Passwords } from '#platform/passwords.ts'
import { PASSWORD } from '#test/account-holder.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'

const EACH = 200
/** Cheaper than the real cost, so that 400 tries fit in a test, and dear enough to be seen. */
const COST = { logN: 12, r: 8, p: 1 }
/** As in the rules: medians this near each other, in share and in milliseconds. */
const NEAR = { share: 0.05, milliseconds: 5 }
/** Where next to nothing is done, a share of it is less than what the machine itself differs. */
const NOISE = 0.5
/** A real difference is there each time; that of a machine that is busy with something else is not. */
const MEASURED = { timeout: 120_000, retry: 2 }

/** Whom an address may turn out to belong to: nobody can be told from somebody. */
const KINDS = ['password', 'organisation', 'nobody'] as const
type Kind = (typeof KINDS)[number]

type Answered = { bytes: string; milliseconds: number }
type Answers = Record<Kind, Answered[]>

describe('a known and an unknown address', () => {
  let app: TestApp
  const passwords = createPasswords(COST)
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'), { passwords })
    app.house.log.level = 'silent'
    // So that nobody meets the limit of a network: each try comes from elsewhere.
    app.house.site.trustedProxies = 1
    const passwordHash = await passwords.hash(PASSWORD)
    for (const kind of ['password', 'organisation'] as const) {
      for (let number = 0; number < EACH; number += 1) {
        const address = addressOf(kind, number)
        await createAccount(app.house.db, {
          id: `${kind}-${number}`,
          address,
          key: address,
          passwordHash: kind === 'password' ? passwordHash : null,
          createdAt: app.house.clock(),
        })
      }
    }
  }, 60_000)
  afterAll(() => app.close())

  /** One after the other and by turns, so that whatever else the machine does meets all. */
  async function byTurns(path: string, fields: Record<string, string>, each = EACH): Promise<Answers> {
    const answers: Answers = { password: [], organisation: [], nobody: [] }
    for (let number = 0; number < each; number += 1) {
      // Who comes first meets a cold cache: each of them as often as the others.
      for (let place = 0; place < KINDS.length; place += 1) {
        const kind = KINDS[(number + place) % KINDS.length] ?? 'nobody'
        answers[kind].push(await send(path, addressOf(kind, number), fields, number))
      }
    }
    return answers
  }

  async function send(
    path: string,
    address: string,
    fields: Record<string, string>,
    number: number,
  ): Promise<Answered> {
    const started = performance.now()
    const answer = await app.newVisitor().request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `10.1.${number >> 8}.${number & 255}`,
      },
      body: new URLSearchParams({ adres: address, ...fields }).toString(),
    })
    const milliseconds = performance.now() - started
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    return {
      bytes: `${answer.status}\n${headers}\n${answer.text.replaceAll(address, 'ADRES')}`,
      milliseconds,
    }
  }

  const expectAlike = (what: string, answers: Answers): void => {
    const bytes = new Set(KINDS.flatMap((kind) => answers[kind].map((answer) => answer.bytes)))
    expect(bytes.size).toBe(1)
    for (const kind of ['password', 'organisation'] as const) {
      const difference = compare(answers[kind], answers.nobody)
      console.log(`${what}, ${kind} and nobody: ${difference.words}`)
      expect(difference.milliseconds).toBeLessThan(NEAR.milliseconds)
      if (difference.milliseconds > NOISE) expect(difference.share).toBeLessThan(NEAR.share)
    }
  }

  const WRONG = { wachtwoord: 'dit is het niet' }
  const cases = [
    ['a wrong password', '/account/inloggen', WRONG],
    ['a new account', '/account/aanmelden', {}],
    ['a new password', '/account/wachtwoord-vergeten', {}],
  ] as const

  test.each(cases)('get the same bytes in the same time for %s', MEASURED, async (what, path, fields) => {
    app.setClock('2026-11-24T13:05:00Z')
    await byTurns(path, fields, EACH / 10)
    app.setClock('2026-11-25T13:05:00Z')
    expectAlike(what, await byTurns(path, fields))
  })

  test('also when it was tried too often', MEASURED, async () => {
    app.setClock('2026-11-26T13:05:00Z')
    // Only the count matters here: what is checked may be cheap.
    app.house.passwords = createPasswords({ logN: 1, r: 8, p: 1 })
    const [few, turns] = [20, 10]
    const answers: Answers = { password: [], organisation: [], nobody: [] }
    for (let turn = 0; turn < 2 * turns; turn += 1) {
      const these = await byTurns('/account/inloggen', WRONG, few)
      if (turn >= turns) for (const kind of KINDS) answers[kind].push(...these[kind])
    }
    app.house.passwords = passwords
    expect(answers.nobody.every(({ bytes }) => bytes.startsWith('429'))).toBe(true)
    expectAlike('tried too often', answers)
  })

  test('control: without the work for an unknown address the difference is seen', async () => {
    const careless: Passwords = {
      hash: passwords.hash,
      verify: async (password, hash) => hash !== null && passwords.verify(password, hash),
    }
    app.house.passwords = careless
    app.setClock('2026-11-30T13:05:00Z')
    const answers = await byTurns('/account/inloggen', WRONG, EACH / 4)
    app.house.passwords = passwords
    const difference = compare(answers.password, answers.nobody)
    console.log(`control, nothing is hashed for an unknown address: ${difference.words}`)
    expect(difference.share).toBeGreaterThan(NEAR.share)
  }, 120_000)
})

/**
 * The median of the differences within each turn, and not the difference of the medians: what a busy machine adds, it
 * adds to those who came right after each other.
 */
function compare(these: Answered[], those: Answered[]) {
  const times = [these, those].map((answers) => answers.map((answer) => answer.milliseconds))
  const [one = [], other = []] = times
  const milliseconds = Math.abs(median(one.map((time, turn) => time - (other[turn] ?? 0))))
  const share = milliseconds / median(other)
  const words = `medians of ${one.length} and ${other.length}: ${median(one).toFixed(2)} and ${median(other).toFixed(2)} ms, by turns ${milliseconds.toFixed(2)} ms or ${(share * 100).toFixed(1)} % apart`
  return { milliseconds, share, words }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** All of one length, so that only what is known of it can make a difference. */
function addressOf(kind: Kind, number: number): string {
  return `${kind.padEnd(12, 'x')}-${String(number).padStart(4, '0')}@voorbeeld.nl`
}
