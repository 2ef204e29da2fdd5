import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseAccount } from '#database/account-erasure.ts'
import { isInBenchmark } from '#database/benchmark-releases.ts'
import { finishScan, reopenScan, saveBackground } from '#database/scans.ts'
import { finishedUntil } from '#domain/benchmark-calendar.ts'
import type { Instrument } from '#domain/instrument.ts'
import { type Contribution, keepsEverybodyHidden, type ToldSet } from '#domain/release-rule.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { releaseBenchmark } from '#src/release-benchmark.ts'
import { findExposed } from '#test/releases/disclosure.ts'
import { addPerson, LONG_AGO, NOW } from './benchmark-people.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

/** Smaller than it may be in the program, so that a judge who tries all choices comes to an end. */
const K = 3
const PEOPLE = 24
const person = fc.nat(PEOPLE - 1)

type Event =
  | { kind: 'group'; members: number[] }
  | { kind: 'anew'; people: number[]; role: number }
  | { kind: 'leave'; person: number }
  | { kind: 'release' }

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('group' as const),
      members: fc.uniqueArray(person, { minLength: K, maxLength: 7 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('anew' as const),
      people: fc.uniqueArray(person, { minLength: 1, maxLength: 14 }),
      role: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), person }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'release' as const }) },
)

onEachStore('what is told of everybody beside what groups are told', (kind) => {
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

  let releases = 0

  async function play(events: Event[]): Promise<number> {
    const { db } = store
    await sql`truncate benchmarks, benchmark_lots, benchmark_contributions, told_contributions, releases, groups,
      scans, accounts cascade`.execute(db)
    const roles = instrument.roles.map(({ id }) => id)
    const people: ({ account: string; scan: string } | null)[] = []
    for (let one = 0; one < PEOPLE; one += 1) {
      people.push(
        await addPerson(db, instrument, { role: roles[one % 2] ?? null, organisation: `o${one % 4}.nl` }),
      )
    }
    const groups: ToldSet[] = []
    let told = 0
    for (const event of events) {
      if (event.kind === 'release') {
        const outcome = await releaseBenchmark(db, instrument, {
          now: NOW,
          finishedUntil: finishedUntil(NOW),
          k: K,
        })
        told += outcome.kind === 'released' ? 1 : 0
      }
      if (event.kind === 'leave') {
        const gone = people[event.person]
        if (gone) await eraseAccount(db, gone.account)
        people[event.person] = null
      }
      if (event.kind === 'anew') {
        for (const one of event.people) {
          const scan = people[one]?.scan
          if (!scan) continue
          await reopenScan(db, scan, LONG_AGO)
          await saveBackground(
            db,
            scan,
            { role: roles[event.role] ?? null, organisationKind: null },
            LONG_AGO,
          )
          await finishScan(db, scan, LONG_AGO)
        }
      }
      if (event.kind === 'group') {
        const members = event.members.flatMap((one) => people[one] ?? [])
        if (members.length >= K) await tellGroup(members, groups)
      }
    }
    return told
  }

  /** As a round that is closed tells its group; what is in a benchmark cannot be sent to it. */
  async function tellGroup(members: { account: string; scan: string }[], groups: ToldSet[]): Promise<void> {
    const { db } = store
    const { rows } = await sql<Contribution>`
      select md5(scans.id || '.' || revision) as version, contributor, null as role
      from scans join accounts on accounts.id = account_id
      where scans.id = any (${members.map(({ scan }) => scan)}::text[])`.execute(db)
    for (const { version } of rows) if (await isInBenchmark(db, version)) return
    if (!keepsEverybodyHidden(groups, [rows], K)) return
    groups.push(rows)
    releases += 1
    const id = `groep-${releases}`
    const { id: of, version } = instrument
    await sql`insert into groups (id, name, instrument, kind, created_at)
      values (${id}, 'Groep', ${of}, 'confidential', now())`.execute(db)
    await sql`insert into rounds
      (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at, closed_at)
      values (${id}, ${id}, 1, ${of}, ${version}, 5, now(), now(), now())`.execute(db)
    await sql`insert into releases (id, round_id, instrument, instrument_version, released_at, content, content_hash)
      values (${id}, ${id}, ${of}, ${version}, now(), '{}', 'h')`.execute(db)
    for (const one of rows) {
      await sql`insert into told_contributions (release_id, version, contributor)
        values (${id}, ${one.version}, ${one.contributor})`.execute(db)
    }
  }

  /** Everything that was told, as the database has it written down. */
  async function readSets(): Promise<ToldSet[]> {
    const { rows } = await sql<{ set: string; version: string; contributor: string }>`
      with told (benchmark, version, contributor, role, organisation_kind) as (
        select benchmark_id, replace(version::text, '-', ''), contributor, role, organisation_kind
        from benchmark_contributions join benchmark_lots on id = lot_id
      )
      select 'everybody ' || benchmark as set, version, contributor from told
      union all select 'role ' || benchmark || role, version, contributor from told where role is not null
      union all select 'kind ' || benchmark || organisation_kind, version, contributor from told
        where organisation_kind is not null
      union all select 'group ' || release_id, version, contributor from told_contributions`.execute(store.db)
    const sets = new Map<string, Contribution[]>()
    for (const { set, ...one } of rows) sets.set(set, [...(sets.get(set) ?? []), { ...one, role: null }])
    return [...sets.values()]
  }

  test('exposes nobody, by whatever adding and subtracting of all that was written down', async () => {
    const runs = 25
    let [told, beside, sets] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 4, maxLength: 12 }), async (events) => {
        const own = await play(events)
        const all = await readSets()
        told += own
        sets += all.length
        beside += own > 0 && events.some((event) => event.kind === 'group') ? 1 : 0
        expect(findExposed(all, K)).toBeNull()
      }),
      { numRuns: runs, seed: 73 },
    )
    // Saying nothing would be safe too.
    expect(told).toBeGreaterThan(runs / 2)
    expect(beside).toBeGreaterThan(runs / 4)
    console.log(
      `${runs} histories: ${told} benchmarks, ${sets} sets, ${beside} beside groups; 0 exposed, on ${kind}`,
    )
  })

  test('control: had a benchmark been told of all but one, the judge would have found that one', async () => {
    expect(await play([{ kind: 'release' }])).toBe(1)
    const all = await readSets()
    expect(findExposed(all, K)).toBeNull()
    expect(findExposed([...all, (all[0] ?? []).slice(1)], K)).not.toBeNull()
  })
})
