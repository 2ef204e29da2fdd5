import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBenchmarkLedger } from '#database/benchmark-ledger.ts'
import { checkBenchmarks } from '#domain/benchmark-ledger.ts'
import type { Instrument } from '#domain/instrument.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { addPeople, LONG_AGO, release } from './benchmark-people.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('checking what everybody was told', (kind) => {
  let store: TestDatabase
  let instrument: Instrument
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    const { current } = await loadInstruments(store.db, join(projectFolder, 'instruments'), LONG_AGO)
    const [first] = current
    if (!first) throw new Error('there is no instrument')
    instrument = first
  }, 60_000)
  afterAll(() => store.close())

  const findings = async () => (await readBenchmarkLedger(store.db)).flatMap(checkBenchmarks)
  const about = () => `${instrument.id} ${instrument.version}`

  /** As nobody can by mistake: by hand, without the triggers. */
  async function byHand(...statements: ReturnType<typeof sql>[]): Promise<void> {
    for (const table of ['benchmarks', 'benchmark_contributions']) {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(store.db)
    }
    for (const statement of statements) await statement.execute(store.db)
    for (const table of ['benchmarks', 'benchmark_contributions']) {
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(store.db)
    }
  }

  test('finds nothing wrong with what was told by the rules', async () => {
    expect(await findings()).toEqual([])
    await addPeople(store.db, instrument, 12, { role: 'beleid' })
    await addPeople(store.db, instrument, 12, { role: 'uitvoering' })
    await release(store.db, instrument)
    await addPeople(store.db, instrument, 12)
    await release(store.db, instrument)
    expect(await readBenchmarkLedger(store.db)).toMatchObject([{ told: 2 }])
    expect(await findings()).toEqual([])
  })

  test('control: finds what a group was told of later', async () => {
    const { id, version } = instrument
    await sql`insert into groups (id, name, instrument, kind, created_at)
      values ('g', 'Groep', ${id}, 'confidential', now())`.execute(store.db)
    await sql`insert into rounds (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at)
      values ('g', 'g', 1, ${id}, ${version}, 5, now(), now())`.execute(store.db)
    await sql`insert into releases (id, round_id, instrument, instrument_version, released_at, content, content_hash)
      values ('r', 'g', ${id}, ${version}, '2028-01-01', '{}', 'h')`.execute(store.db)
    await sql`insert into told_contributions (release_id, version, contributor)
      select 'r', replace(version::text, '-', ''), contributor from benchmark_contributions limit 1`.execute(
      store.db,
    )
    expect(await findings()).toContainEqual({
      about: about(),
      problem: 'holds answers that a group was told of later',
    })
  })

  test('control: finds a text that was changed, and one person who was taken out', async () => {
    await byHand(
      sql`update benchmarks set content = '{}' where number = 1`,
      sql`delete from benchmark_contributions where ctid in (
        select ctid from benchmark_contributions where lot_id = (
          select id from benchmark_lots where benchmark_id = (select id from benchmarks where number = 1) limit 1
        ) limit 1)`,
      sql`insert into benchmarks (instrument, instrument_version, number, released_at, content, content_hash)
        select instrument, instrument_version, 3, released_at, content, content_hash from benchmarks where number = 2`,
      sql`insert into benchmark_lots (benchmark_id, role) select id, 'alleen' from benchmarks where number = 3`,
      sql`insert into benchmark_contributions (version, lot_id, contributor)
        select version, (select max(id) from benchmark_lots), contributor from benchmark_contributions limit 1`,
    )
    const found = await findings()
    expect(found).toContainEqual({ about: `${about()}, number 1`, problem: 'was changed afterwards' })
    expect(found).toContainEqual({ about: about(), problem: 'tells of too few' })
  })
})
