import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#database/connect.ts'
import { databaseIsAway } from '#database/failures.ts'
import { findScanOf, lockScan, saveAnswers } from '#database/scans.ts'
import { startPostgresql } from './postgresql-server.ts'
import { inBrowser, LATER, NOOR, startScan } from './sample-scan.ts'
import { onEachStore, openTestDatabase, stores, type TestDatabase } from './stores.ts'

onEachStore('the connection', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  test('a store that answers can be pinged', async () => {
    expect(store.kind).toBe(kind)
    await expect(store.ping()).resolves.toBeUndefined()
  })

  test('numbers, moments, truths, arrays and JSON come out the same from both stores', async () => {
    const { rows } = await sql`select count(*) as count, 9007199254740991::int8 as large, 1.5::float8 as half,
      true as truth, '2026-11-23T12:00:00Z'::timestamptz as moment, '{"a_b":[1]}'::jsonb as data,
      array['x','y'] as list, null as nothing`.execute(store.db)
    expect(rows).toEqual([
      {
        count: 1,
        large: Number.MAX_SAFE_INTEGER,
        half: 1.5,
        truth: true,
        moment: new Date('2026-11-23T12:00:00Z'),
        data: { a_b: [1] },
        list: ['x', 'y'],
        nothing: null,
      },
    ])
  })

  test('a query that fails says why, and the next one is answered', async () => {
    const failure = await sql`select * from not_there`.execute(store.db).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: '42P01' })
    expect(databaseIsAway(failure)).toBe(false)
    await store.ping()
  })

  test('a table that changes under a query that was asked before costs at most one answer a connection', async () => {
    await sql`create table changing (number int)`.execute(store.db)
    const ask = () => sql`select * from changing where ${1} = 1`.execute(store.db)
    for (let time = 0; time < 3; time++) await ask()
    await sql`alter table changing add column more int`.execute(store.db)
    const outcomes = []
    for (let time = 0; time < 4; time++) {
      outcomes.push(
        await ask().then(
          () => 'answered',
          (error: { code?: string }) => error.code,
        ),
      )
    }
    expect(outcomes.slice(1)).toEqual(['answered', 'answered', 'answered'])
    expect(['answered', '0A000']).toContain(outcomes[0])
    await sql`drop table changing`.execute(store.db)
  })

  test('a transaction that fails leaves nothing behind, and the next one is answered', async () => {
    const id = await startScan(store.db)
    const change = { statement: 's1', answer: 'a1', note: '' }
    const saving = store.db.transaction().execute(async (trx) => {
      await saveAnswers(trx, id, [change], LATER)
      await sql`select * from not_there`.execute(trx)
    })
    await expect(saving).rejects.toMatchObject({ code: '42P01' })
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.answers).toEqual({})
  })

  test('of twenty savers at once none is lost: each sees what the one before it saved', async () => {
    const id = await startScan(store.db)
    const addOne = () =>
      store.db.transaction().execute(async (trx) => {
        const seen = await lockScan(trx, id, inBrowser(NOOR))
        const note = `${Number(seen?.answers.counter?.note ?? 0) + 1}`
        await saveAnswers(trx, id, [{ statement: 'counter', answer: null, note }], LATER)
      })
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.answers.counter?.note).toBe('20')
  })

  test('after closing, asking is an error that passes for "away"', async () => {
    const own = await openTestDatabase(kind)
    await own.ping()
    await own.close()
    const failure = await own.ping().catch((error: unknown) => error)
    expect(databaseIsAway(failure)).toBe(true)
  })
})

describe.skipIf(!stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable))(
  'limits, on PostgreSQL',
  () => {
    const openTwo = () => openTestDatabase('postgresql', 2)

    test('a second saver of the same scan waits for the first', { timeout: 20_000 }, async () => {
      const store = await openTwo()
      const id = await startScan(store.db)
      const order: string[] = []
      const first = store.db.transaction().execute(async (trx) => {
        await lockScan(trx, id, inBrowser(NOOR))
        order.push('first has it')
        await sql`select pg_sleep(0.5)`.execute(trx)
        await saveAnswers(trx, id, [{ statement: 's1', answer: 'a1', note: 'first' }], LATER)
        order.push('first saves')
      })
      await sql`select pg_sleep(0.1)`.execute(store.db)
      const second = store.db.transaction().execute(async (trx) => {
        const seen = await lockScan(trx, id, inBrowser(NOOR))
        order.push(`second sees ${seen?.answers.s1?.note}`)
      })
      await Promise.all([first, second])
      expect(order).toEqual(['first has it', 'first saves', 'second sees first'])
      await store.close()
    })

    test('a pool with nothing left is an error within seconds, not a hang', { timeout: 20_000 }, async () => {
      const store = await openTwo()
      const slow = [1, 2].map(() => sql`select pg_sleep(4)`.execute(store.db))
      const started = Date.now()
      const failure = await store.ping().catch((error: unknown) => error)
      expect(Date.now() - started).toBeLessThan(3_500)
      expect(databaseIsAway(failure)).toBe(true)
      await Promise.all(slow)
      await store.ping()
      await store.close()
    })

    test('a query that takes too long is ended by the server', { timeout: 20_000 }, async () => {
      const store = await openTwo()
      const started = Date.now()
      const failure = await sql`select pg_sleep(15)`.execute(store.db).catch((error: unknown) => error)
      expect(Date.now() - started).toBeLessThan(7_000)
      expect(failure).toMatchObject({ code: '57014' })
      expect(databaseIsAway(failure)).toBe(true)
      await store.close()
    })

    test('a server that is away is an error, and when it is back so are we', {
      timeout: 60_000,
    }, async () => {
      const server = await startPostgresql()
      if (!server) throw new Error('PostgreSQL went missing')
      const store = await openDatabase({ databaseUrl: server.url, dataDir: '' })
      await Promise.all([store.ping(), store.ping(), store.ping()])
      const running = sql`select pg_sleep(3)`.execute(store.db).catch((error: unknown) => error)
      await sql`select pg_sleep(0.1)`.execute(store.db)
      await server.kill()
      expect(databaseIsAway(await running)).toBe(true)
      const failure = await store.ping().catch((error: unknown) => error)
      expect(databaseIsAway(failure)).toBe(true)
      await server.start()
      await store.ping()
      await store.close()
      await server.stop()
    })
  },
)
