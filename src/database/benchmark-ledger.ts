import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { BenchmarkLot } from '#domain/benchmark-rule.ts'
import type { Database } from './connect.ts'
import { atLeisure } from './postgresql.ts'

/** What was told of all people who filled in a version of an instrument, for whoever checks it: sums, and no figures. */
export type BenchmarkLedger = {
  instrument: string
  version: string
  /** How many benchmarks there are. */
  told: number
  /** The numbers of those whose text is not as it was. */
  changed: number[]
  lots: BenchmarkLot[]
  /** How many versions of answers a group was told of after they were in a benchmark: has to be none. */
  toldToGroupsLater: number
}

/** With a million people it takes longer than a visitor would wait. */
export function readBenchmarkLedger(db: Database): Promise<BenchmarkLedger[]> {
  return atLeisure(() =>
    db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      return readAll(trx)
    }),
  )
}

async function readAll(db: Database): Promise<BenchmarkLedger[]> {
  const { rows } = await sql<{
    instrument: string
    version: string
    number: number
    text: string
    hash: string
  }>`
    select instrument, instrument_version as version, number, content::text as text, content_hash as hash
    from benchmarks order by id`.execute(db)
  const ledgers: BenchmarkLedger[] = []
  for (const { instrument, version, number, text, hash } of rows) {
    let ledger = ledgers.find((one) => one.instrument === instrument && one.version === version)
    if (!ledger) {
      const names = await nameToldSets(db, instrument, version)
      ledger = {
        instrument,
        version,
        told: 0,
        changed: [],
        lots: await readLots(db, names),
        toldToGroupsLater: await countToldLater(db, [...names.keys()]),
      }
      ledgers.push(ledger)
    }
    ledger.told += 1
    if (createHash('sha256').update(text).digest('hex') !== hash) ledger.changed.push(number)
  }
  return ledgers
}

/** Of every lot of the benchmarks that were told, in which of their sets it is. */
export async function nameToldSets(
  db: Database,
  instrument: string,
  version: string,
): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('benchmarkLots')
    .innerJoin('benchmarks', 'benchmarks.id', 'benchmarkLots.benchmarkId')
    .select(['benchmarkLots.id', 'benchmarkId', 'role', 'organisationKind'])
    .where('benchmarks.instrument', '=', instrument)
    .where('benchmarks.instrumentVersion', '=', version)
    .execute()
  return new Map(
    rows.map(({ id, benchmarkId, role, organisationKind }) => [
      id,
      [
        `${benchmarkId}`,
        ...(role === null ? [] : [`${benchmarkId} role ${role}`]),
        ...(organisationKind === null ? [] : [`${benchmarkId} kind ${organisationKind}`]),
      ],
    ]),
  )
}

async function readLots(db: Database, names: Map<number, string[]>): Promise<BenchmarkLot[]> {
  const { rows } = await sql<{ lots: number[]; isInGroup: boolean; people: number }>`
    with told as (
      select version, array_agg(lot_id order by lot_id) as lots from benchmark_contributions
      where lot_id = any (${[...names.keys()]}::integer[]) group by version
    ),
    grouped as (
      select distinct version::uuid as version from told_contributions where version ~ '^[0-9a-f]{32}$'
    )
    select lots, grouped.version is not null as is_in_group, count(*) as people
    from told left join grouped using (version) group by 1, 2`.execute(db)
  return rows.map(({ lots, isInGroup, people }) => ({
    sets: lots.flatMap((lot) => names.get(lot) ?? []),
    isInGroup,
    people: Number(people),
  }))
}

async function countToldLater(db: Database, lots: number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct contributions.version) as count
    from told_contributions told
      join releases on releases.id = told.release_id
      join benchmark_contributions contributions on replace(contributions.version::text, '-', '') = told.version
      join benchmark_lots on benchmark_lots.id = contributions.lot_id
      join benchmarks on benchmarks.id = benchmark_lots.benchmark_id
    where contributions.lot_id = any (${lots}::integer[]) and releases.released_at > benchmarks.released_at
  `.execute(db)
  return Number(rows[0]?.count ?? 0)
}
