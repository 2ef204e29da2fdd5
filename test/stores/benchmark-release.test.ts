import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eraseAccount } from '#database/account-erasure.ts'
import { countBackgrounds, gatherPeople, inBenchmarkTurn } from '#database/benchmark-people.ts'
import { findNewestBenchmark, isInBenchmark } from '#database/benchmark-releases.ts'
import { finishScan, reopenScan } from '#database/scans.ts'
import { finishedUntil } from '#domain/benchmark-calendar.ts'
import type { Instrument } from '#domain/instrument.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { addPeople, addPerson, addScan, LONG_AGO, NOW, release } from './benchmark-people.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const DAY = 24 * 60 * 60 * 1000
const NEXT_QUARTER = new Date('2027-04-01T03:00:00Z')

onEachStore('a benchmark', (kind) => {
  let store: TestDatabase
  let instrument: Instrument
  beforeEach(async () => {
    store = await openTestDatabase(kind)
    const { current } = await loadInstruments(store.db, join(projectFolder, 'instruments'), LONG_AGO)
    const levels = current.find((one) => one.kind === 'levels')
    if (!levels) throw new Error('there is no instrument with levels')
    instrument = levels
  }, 60_000)
  afterEach(() => store.close())

  const newest = () => findNewestBenchmark(store.db, instrument.id, instrument.version)
  const stored = async () => {
    const { rows } = await sql<{ text: string }>`
      select content::text || content_hash || released_at as text from benchmarks order by id`.execute(
      store.db,
    )
    return rows.map(({ text }) => text)
  }
  const counted = async () => {
    const people = await inBenchmarkTurn(store.db, async (trx) => {
      const { id, version } = instrument
      await gatherPeople(trx, { instrument: id, version, finishedUntil: finishedUntil(NOW) })
      return countBackgrounds(trx)
    })
    return (people ?? []).reduce((sum, one) => sum + one.people, 0)
  }
  const versionOf = async (scan: string) => {
    const { rows } = await sql<{ version: string }>`
      select md5(id || '.' || revision) as version from scans where id = ${scan}`.execute(store.db)
    return rows[0]?.version ?? ''
  }

  test('tells nothing of nine people, of two organisations, or of one that has over half', async () => {
    const tooFew = { kind: 'refused', refusal: 'too-few-people' }
    expect(await release(store.db, instrument)).toEqual(tooFew)
    await addPeople(store.db, instrument, 5, { organisation: 'een.nl' })
    await addPeople(store.db, instrument, 4, { organisation: 'twee.nl' })
    await addPerson(store.db, instrument, {
      organisation: 'drie.nl',
      finishedAt: new Date(NOW.getTime() - 30 * DAY),
    })
    expect(await release(store.db, instrument)).toEqual(tooFew)
    await addPeople(store.db, instrument, 3, { organisation: 'twee.nl' })
    expect(await release(store.db, instrument)).toEqual(tooFew)
    await addPeople(store.db, instrument, 8, { organisation: 'een.nl' })
    await addPerson(store.db, instrument, { organisation: 'drie.nl' })
    expect(await release(store.db, instrument)).toEqual(tooFew)
    expect(await newest()).toBeUndefined()
    await addPeople(store.db, instrument, 5, { organisation: 'vier.nl' })
    expect(await release(store.db, instrument)).toEqual({ kind: 'released', number: 1 })
  })

  test('is not told again before ten people of two organisations came or went', async () => {
    const unchanged = { kind: 'refused', refusal: 'too-little-changed' }
    await addPeople(store.db, instrument, 12)
    expect(await release(store.db, instrument)).toEqual({ kind: 'released', number: 1 })
    expect(await release(store.db, instrument, NEXT_QUARTER)).toEqual(unchanged)
    await addPeople(store.db, instrument, 9)
    expect(await release(store.db, instrument, NEXT_QUARTER)).toEqual(unchanged)
    await addPerson(store.db, instrument)
    expect(await release(store.db, instrument, NEXT_QUARTER)).toEqual({ kind: 'released', number: 2 })
    await addPeople(store.db, instrument, 10, { organisation: 'een.nl' })
    expect(await release(store.db, instrument, NEXT_QUARTER)).toEqual(unchanged)
    expect(await stored()).toHaveLength(2)
  })

  test('counts somebody who answered anew once, and not as two', async () => {
    const people: { account: string; scan: string }[] = []
    for (let one = 0; one < 12; one += 1) people.push(await addPerson(store.db, instrument))
    await release(store.db, instrument)
    const anew = async (scans: typeof people) => {
      for (const { scan } of scans) {
        await reopenScan(store.db, scan, LONG_AGO)
        await finishScan(store.db, scan, LONG_AGO)
      }
    }
    await anew(people.slice(0, 9))
    expect(await release(store.db, instrument)).toEqual({ kind: 'refused', refusal: 'too-little-changed' })
    await anew(people.slice(9, 12))
    expect(await release(store.db, instrument)).toEqual({ kind: 'released', number: 2 })
  })

  test('two programs that release at once, tell once', async () => {
    await addPeople(store.db, instrument, 12)
    const outcomes = await Promise.all([1, 2, 3].map(() => release(store.db, instrument)))
    expect(outcomes.filter((one) => one.kind === 'released')).toHaveLength(1)
    expect(await stored()).toHaveLength(1)
  })

  test('stays as it is to the letter, whoever erases the account', async () => {
    const { account } = await addPerson(store.db, instrument)
    await addPeople(store.db, instrument, 11)
    await release(store.db, instrument)
    const before = await stored()
    await eraseAccount(store.db, account)
    expect(await stored()).toEqual(before)
    expect(before).toHaveLength(1)
    // Control: it is no longer counted.
    expect(await counted()).toBe(11)
    for (const change of [
      sql`update benchmarks set number = 7`,
      sql`delete from benchmark_contributions`,
      sql`update benchmark_lots set role = 'x'`,
    ]) {
      await expect(change.execute(store.db)).rejects.toThrow('what was told is never changed')
    }
  })

  test('knows of a version of answers whether it is in one', async () => {
    const { scan } = await addPerson(store.db, instrument)
    await addPeople(store.db, instrument, 11)
    const before = await versionOf(scan)
    expect(await isInBenchmark(store.db, before)).toBe(false)
    await release(store.db, instrument)
    expect(await isInBenchmark(store.db, before)).toBe(true)
    await reopenScan(store.db, scan, NOW)
    await finishScan(store.db, scan, NOW)
    expect(await isInBenchmark(store.db, await versionOf(scan))).toBe(false)
  })

  test('counts the last finished scan of an account, and no other', async () => {
    const { account } = await addPerson(store.db, instrument, { role: 'beleid' })
    expect(await counted()).toBe(1)
    await addScan(store.db, instrument, account, { finishedAt: new Date(LONG_AGO.getTime() + DAY) })
    expect(await counted()).toBe(1)
    const { scan } = await addPerson(store.db, instrument)
    expect(await counted()).toBe(2)
    await reopenScan(store.db, scan, NOW)
    expect(await counted()).toBe(1)
    await addPerson(store.db, instrument, { finishedAt: new Date(NOW.getTime() - 30 * DAY) })
    expect(await counted()).toBe(1)
    const without = await addPerson(store.db, instrument)
    expect(await counted()).toBe(2)
    await store.db.updateTable('scans').set({ accountId: null }).where('id', '=', without.scan).execute()
    expect(await counted()).toBe(1)
  })

  /** A group with one round, and this scan in it. */
  async function inGroup(
    id: string,
    group: { kind: 'confidential' | 'open'; isClosed: boolean },
    { account, scan }: { account: string; scan: string },
  ): Promise<void> {
    const { id: of, version } = instrument
    await sql`insert into groups (id, name, instrument, kind, created_at)
      values (${id}, 'Groep', ${of}, ${group.kind}, now())`.execute(store.db)
    await sql`insert into rounds
      (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at, closed_at)
      values (${id}, ${id}, 1, ${of}, ${version}, 5, now(), now(), ${group.isClosed ? NOW : null})`.execute(
      store.db,
    )
    await sql`insert into round_members (id, round_id, account_id, address_hash, joined_at, scan_id)
      values (${id}, ${id}, ${account}, ${id}, now(), ${scan})`.execute(store.db)
  }

  test('leaves out what may still be sent to a group, and what is known by name in one', async () => {
    const [running, closed, open] = [
      await addPerson(store.db, instrument),
      await addPerson(store.db, instrument),
      await addPerson(store.db, instrument),
    ]
    expect(await counted()).toBe(3)
    await inGroup('closed', { kind: 'confidential', isClosed: true }, closed)
    expect(await counted()).toBe(3)
    await inGroup('running', { kind: 'confidential', isClosed: false }, running)
    expect(await counted()).toBe(2)
    await inGroup('open', { kind: 'open', isClosed: true }, open)
    expect(await counted()).toBe(1)
  })

  test('rests on people who are in no release of a group', async () => {
    const scans: string[] = []
    for (let one = 0; one < 12; one += 1) scans.push((await addPerson(store.db, instrument)).scan)
    await inGroup('told', { kind: 'confidential', isClosed: true }, await addPerson(store.db, instrument))
    await sql`insert into releases (id, round_id, instrument, instrument_version, released_at, content, content_hash)
      values ('r', 'told', ${instrument.id}, ${instrument.version}, now(), '{}', 'h')`.execute(store.db)
    for (const scan of scans) {
      await sql`insert into told_contributions (release_id, version, contributor)
        values ('r', ${await versionOf(scan)}, ${scan})`.execute(store.db)
    }
    expect(await release(store.db, instrument)).toEqual({ kind: 'refused', refusal: 'would-expose-somebody' })
    await addPeople(store.db, instrument, 4)
    expect(await release(store.db, instrument)).toEqual({ kind: 'released', number: 1 })
  })

  test('tells a role apart when it is wide enough, and what is left out is too', async () => {
    await addPeople(store.db, instrument, 12, { role: 'uitvoering' })
    await addPeople(store.db, instrument, 12, { role: 'beleid' })
    await addPeople(store.db, instrument, 3, { role: 'management' })
    expect(await release(store.db, instrument)).toMatchObject({ kind: 'released' })
    const first = (await newest())?.content
    // Three managers may not be found by subtracting: somebody else is left out with them.
    expect(first?.roles.map(({ part }) => part)).toEqual(['uitvoering'])
    // Nor later: with more managers, the first three are what is left of both benchmarks together.
    await addPeople(store.db, instrument, 12, { role: 'management' })
    expect(await release(store.db, instrument)).toMatchObject({ kind: 'released' })
    expect((await newest())?.content.roles).toEqual([])
  })

  test('control: tells every role when each has people enough from the start', async () => {
    const roles = instrument.roles.map(({ id }) => id)
    for (const role of roles) await addPeople(store.db, instrument, 12, { role })
    expect(await release(store.db, instrument)).toMatchObject({ kind: 'released' })
    expect((await newest())?.content.roles.map(({ part }) => part)).toEqual([...roles].sort())
  })
})
