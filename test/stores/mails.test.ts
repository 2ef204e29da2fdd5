import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#database/connect.ts'
import { countWaitingMails, forgetMail, requestMail, retryMailAt, takeDueMails } from '#database/mails.ts'
import type { MailRequest } from '#domain/letter.ts'
import { onEachStore, openTestDatabase, stores, type TestDatabase } from './stores.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
const LEASE = 5 * 60

function asked(id: string, seconds = 0): MailRequest {
  const address = `${id}@voorbeeld.nl`
  return { id, kind: 'sign-up', address, accountId: null, about: null, requestedAt: after(seconds) }
}

onEachStore('letters that wait', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  beforeEach(() => store.db.deleteFrom('mails').execute())
  afterAll(() => store.close())

  test('one that was asked for is due at once, with what was asked and as the first try', async () => {
    await requestMail(store.db, asked('m1'))
    expect(await takeDueMails(store.db, NOON, 10)).toEqual([{ ...asked('m1'), tries: 1 }])
  })

  test('one that was asked for in something that did not happen, does not exist', async () => {
    const happening = store.db.transaction().execute(async (trx) => {
      await requestMail(trx, asked('m1'))
      throw new Error('it did not happen')
    })
    await expect(happening).rejects.toThrow('it did not happen')
    expect(await countWaitingMails(store.db)).toEqual({ waiting: 0, oldest: null })

    await store.db.transaction().execute((trx) => requestMail(trx, asked('m2')))
    expect(await countWaitingMails(store.db)).toEqual({ waiting: 1, oldest: NOON })
  })

  test('one that was taken is nobody else’s for five minutes, and then comes back as a second try', async () => {
    await requestMail(store.db, asked('m1'))
    await takeDueMails(store.db, NOON, 10)
    expect(await takeDueMails(store.db, after(LEASE - 1), 10)).toEqual([])
    expect(await takeDueMails(store.db, after(LEASE), 10)).toEqual([{ ...asked('m1'), tries: 2 }])
  })

  test('one that failed comes back when that was said, and not sooner', async () => {
    await requestMail(store.db, asked('m1'))
    await takeDueMails(store.db, NOON, 10)
    await retryMailAt(store.db, 'm1', after(30))
    expect(await takeDueMails(store.db, after(29), 10)).toEqual([])
    expect(await takeDueMails(store.db, after(30), 10)).toHaveLength(1)
  })

  test('one that was sent does not come back', async () => {
    await requestMail(store.db, asked('m1'))
    await forgetMail(store.db, 'm1')
    expect(await takeDueMails(store.db, after(LEASE), 10)).toEqual([])
  })

  test('who takes a few gets those that wait longest, and never more', async () => {
    for (const [index, id] of ['late', 'early', 'middle'].entries())
      await requestMail(store.db, asked(id, [20, 0, 10][index]))
    const taken = await takeDueMails(store.db, after(60), 2)
    expect(taken.map(({ id }) => id).sort()).toEqual(['early', 'middle'])
    expect((await takeDueMails(store.db, after(60), 2)).map(({ id }) => id)).toEqual(['late'])
  })

  test('how much waits and since when is known, also of what is being sent', async () => {
    await requestMail(store.db, asked('m1', 60))
    await requestMail(store.db, asked('m2', 5))
    await takeDueMails(store.db, after(60), 1)
    expect(await countWaitingMails(store.db)).toEqual({ waiting: 2, oldest: after(5) })
  })
})

const hasPostgresql = stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable)

describe.skipIf(!hasPostgresql)('letters that wait, with ten who take at once', () => {
  test('each of 500 is taken by one', { timeout: 30_000 }, async () => {
    const store = await openTestDatabase('postgresql', 5)
    const second = await openDatabase(store.place)
    try {
      for (let number = 0; number < 500; number += 1) await requestMail(store.db, asked(`m${number}`))
      const takers = Array.from({ length: 10 }, async (_, taker) => {
        const mine: string[] = []
        for (;;) {
          const taken = await takeDueMails(taker % 2 ? store.db : second.db, NOON, 3)
          if (taken.length === 0) return mine
          mine.push(...taken.map(({ id }) => id))
        }
      })
      const taken = (await Promise.all(takers)).filter((mine) => mine.length > 0)
      expect(taken.length).toBeGreaterThan(1)
      expect(taken.flat()).toHaveLength(500)
      expect(new Set(taken.flat()).size).toBe(500)
    } finally {
      await second.close()
      await store.close()
    }
  })
})
