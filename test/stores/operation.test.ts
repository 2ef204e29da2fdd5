import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '#database/accounts.ts'
import { countRetriedMails, requestMail, takeDueMails } from '#database/mails.ts'
import { countOperation } from '#database/operation.ts'
import { finishScan } from '#database/scans.ts'
import { NOOR, startScan } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const FROM = new Date('2026-10-24T00:00:00Z')
const UNTIL = new Date('2026-11-23T00:00:00Z')
const BEFORE = new Date(FROM.getTime() - 1)
const WITHIN = new Date('2026-11-01T09:00:00Z')

onEachStore('sums for whoever runs it', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  const openAccount = (id: string, createdAt: Date) => {
    const address = `${id}@voorbeeld.nl`
    return createAccount(store.db, { id, address, key: address, passwordHash: null, createdAt })
  }
  const count = () => countOperation(store.db, { from: FROM, until: UNTIL })

  test('are nothing when there is nothing', async () => {
    expect(await count()).toEqual({ accounts: 0, warned: 0, begun: 0, finished: 0 })
    expect(await countRetriedMails(store.db)).toBe(0)
  })

  test('count what lies in the period, to its first moment and not its last', async () => {
    for (const startedAt of [BEFORE, FROM, WITHIN, UNTIL]) await startScan(store.db, NOOR, startedAt)
    for (const finishedAt of [BEFORE, FROM, UNTIL]) {
      await finishScan(store.db, await startScan(store.db, NOOR, BEFORE), finishedAt)
    }
    expect(await count()).toMatchObject({ begun: 2, finished: 1 })
  })

  test('count every account from before its end, and apart those that were warned', async () => {
    await openAccount('lang', BEFORE)
    await openAccount('kort', WITHIN)
    await openAccount('vandaag', UNTIL)
    const warn = (id: string, warnedAt: Date) =>
      store.db.updateTable('accounts').set({ warnings: 1, warnedAt }).where('id', '=', id).execute()
    await warn('lang', WITHIN)
    await warn('kort', UNTIL)
    expect(await count()).toMatchObject({ accounts: 2, warned: 1 })
  })

  test('count a letter that was tried twice, and not one that was tried once', async () => {
    for (const id of ['m1', 'm2']) {
      const address = `${id}@voorbeeld.nl`
      await requestMail(store.db, { id, kind: 'sign-up', address, accountId: null, requestedAt: WITHIN })
    }
    await takeDueMails(store.db, WITHIN, 2)
    expect(await countRetriedMails(store.db)).toBe(0)
    await takeDueMails(store.db, UNTIL, 1)
    expect(await countRetriedMails(store.db)).toBe(1)
  })
})
