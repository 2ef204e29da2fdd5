import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Benchmark, ToldParts } from '#domain/benchmark.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

export type StoredBenchmark = {
  instrument: string
  instrumentVersion: string
  /** The how manieth of this version of the instrument, from 1. */
  number: number
  releasedAt: Date
  content: Benchmark
  /** What the content is known by: it never changes. */
  contentHash: string
}

/** Keeps what is told, for good, with whoever takes part (`gatherPeople`), by the parts that they are told in. */
export async function saveBenchmark(
  trx: Transaction<Tables>,
  { content, parts, ...row }: Omit<StoredBenchmark, 'contentHash'> & { parts: ToldParts },
): Promise<void> {
  const text = JSON.stringify(content)
  const { id } = await trx
    .insertInto('benchmarks')
    .values({ ...row, content: text, contentHash: hashOf(text) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    with backgrounds as (
      select distinct ${toldOf('role', parts.roles)} as role,
        ${toldOf('organisation_kind', parts.organisationKinds)} as organisation_kind
      from benchmark_people
    ),
    lots as (
      insert into benchmark_lots (benchmark_id, role, organisation_kind)
      select ${id}, role, organisation_kind from backgrounds
      returning id, role, organisation_kind
    )
    insert into benchmark_contributions (version, lot_id, contributor)
    select version, lots.id, contributor from benchmark_people people
    join lots on lots.role is not distinct from ${toldOf('people.role', parts.roles)}
      and lots.organisation_kind is not distinct from
        ${toldOf('people.organisation_kind', parts.organisationKinds)}`.execute(trx)
}

/** The part, and null when it is not told. */
function toldOf(column: string, told: readonly string[]) {
  return sql`(case when ${sql.ref(column)} = any (${[...told]}::text[]) then ${sql.ref(column)} end)`
}

/** What was told last of a version of an instrument; undefined when nothing was. */
export function findNewestBenchmark(
  db: Database,
  instrument: string,
  version: string,
): Promise<(StoredBenchmark & { id: number }) | undefined> {
  return benchmarks(db)
    .select('id')
    .where('instrument', '=', instrument)
    .where('instrumentVersion', '=', version)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The one of this number; undefined when there is none. */
export function findBenchmark(
  db: Database,
  { instrument, version, number }: { instrument: string; version: string; number: number },
): Promise<StoredBenchmark | undefined> {
  return benchmarks(db)
    .where('instrument', '=', instrument)
    .where('instrumentVersion', '=', version)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Which benchmarks there are of an instrument in any version, newest first. */
export function listBenchmarks(
  db: Database,
  instrument: string,
): Promise<Pick<StoredBenchmark, 'instrumentVersion' | 'number' | 'releasedAt'>[]> {
  return db
    .selectFrom('benchmarks')
    .select(['instrumentVersion', 'number', 'releasedAt'])
    .where('instrument', '=', instrument)
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Whether a version of answers, as it would be sent in, is in a benchmark. A group is never told of one that
 * is: every proof that comparisons hide people rests on it.
 */
export async function isInBenchmark(db: Database, version: string): Promise<boolean> {
  const found = await db
    .selectFrom('benchmarkContributions')
    .select('lotId')
    .where('version', '=', sql<string>`${version}::uuid`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function benchmarks(db: Database) {
  return db
    .selectFrom('benchmarks')
    .select(['instrument', 'instrumentVersion', 'number', 'releasedAt', 'content', 'contentHash'])
}
