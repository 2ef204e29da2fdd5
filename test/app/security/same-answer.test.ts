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

type Answered = { bytes: string; milliseconds: number }
type Pair = { known: Answered[]; unknown: Answered[] }

describe('a known and an unknown address', () => {
  let app: TestApp
  const passwords = createPasswords(COST)
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'), { passwords })
    app.house.log.level = 'silent'
    // So that nobody meets the limit of a network: each try comes from elsewhere.
    app.house.site.trustedProxies = 1
    const passwordHash = await passwords.hash(PASSWORD)
    for (let number = 0; number < 3 * EACH; number += 1) {
      const address = known(number)
      // Every third has no password: somebody who signs in at the organisation.
      const hash = number % 3 === 0 ? null : passwordHash
      await createAccount(app.house.db, {
        id: `account-${number}`,
        address,
        key: address,
        passwordHash: hash,
        createdAt: app.house.clock(),
      })
    }
  }, 60_000)
  afterAll(() => app.close())

  /** One after the other and by turns, so that whatever else the machine does meets both. */
  async function byTurns(path: string, first: number, fields: Record<string, string> = {}): Promise<Pair> {
    const pair: Pair = { known: [], unknown: [] }
    for (let number = first; number < first + EACH; number += 1) {
      pair.known.push(await send(path, known(number), fields, number))
      pair.unknown.push(await send(path, unknown(number), fields, number))
    }
    return pair
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

  const cases = [
    ['a wrong password', '/account/inloggen', { wachtwoord: 'dit is het niet' }],
    ['a new account', '/account/aanmelden', {}],
    ['a new password', '/account/wachtwoord-vergeten', {}],
  ] as const

  test.each(cases.map((one, index) => [...one, index] as const))(
    'get the same bytes in the same time for %s',
    async (what, path, fields, index) => {
      await byTurns(path, index * EACH, fields)
      app.setClock(`2026-11-${24 + index}T13:05:00Z`)
      const pair = await byTurns(path, index * EACH, fields)
      expect(new Set([...pair.known, ...pair.unknown].map(({ bytes }) => bytes)).size).toBe(1)
      const difference = describeDifference(pair)
      console.log(`${what}: ${difference.words}`)
      expect(difference.milliseconds).toBeLessThan(NEAR.milliseconds)
      // Where next to nothing is done, a share of it is less than what the machine itself differs.
      if (difference.median > 10) expect(difference.share).toBeLessThan(NEAR.share)
    },
    120_000,
  )

  test('control: without the work for an unknown address the difference is seen', async () => {
    const { passwords: real } = app.house
    const careless: Passwords = {
      hash: real.hash,
      verify: async (password, hash) => hash !== null && real.verify(password, hash),
    }
    app.house.passwords = careless
    app.setClock('2026-11-30T13:05:00Z')
    const pair = await byTurns('/account/inloggen', 1, { wachtwoord: 'dit is het niet' })
    app.house.passwords = real
    const difference = describeDifference(pair)
    console.log(`control, nothing is hashed for an unknown address: ${difference.words}`)
    expect(difference.share).toBeGreaterThan(NEAR.share)
  }, 120_000)
})

function describeDifference({ known: here, unknown: there }: Pair) {
  const [one, other] = [median(here), median(there)]
  const milliseconds = Math.abs(one - other)
  const share = milliseconds / Math.max(one, other)
  const words = `medians of ${here.length} and ${there.length}: ${one.toFixed(2)} and ${other.toFixed(2)} ms, ${(share * 100).toFixed(1)} % apart`
  return { median: Math.max(one, other), milliseconds, share, words }
}

function median(answers: Answered[]): number {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function known(number: number): string {
  return `bekend-${String(number).padStart(4, '0')}@voorbeeld.nl`
}

/** As long as a known one, so that only what is known of it can make a difference. */
function unknown(number: number): string {
  return `vreemd-${String(number).padStart(4, '0')}@voorbeeld.nl`
}
