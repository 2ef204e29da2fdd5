import { sql, type Transaction } from 'kysely'
import type { BackgroundCount, FoundLot } from '#domain/benchmark.ts'
import { nameToldSets } from './benchmark-ledger.ts'
import type { Database } from './connect.ts'
import { atLeisure } from './postgresql.ts'
import type { Tables } from './tables.ts'

/** Any number, as long as it stays the same: whoever releases a benchmark takes turns on it. */
const BENCHMARK_LOCK = 7_425_003

/**
 * Does the work on one picture of the database, that stays as it is while others go on changing it; nobody waits for
 * it. Gives undefined when another program is at it already. Everything happens or nothing.
 */
export function inBenchmarkTurn<Result>(
  db: Database,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result | undefined> {
  return atLeisure(() =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        await sql`set local statement_timeout = 0`.execute(trx)
        await sql`set local idle_in_transaction_session_timeout = '60s'`.execute(trx)
        // A million people are counted in memory, and in no more of it than this, times a few.
        await sql`set local work_mem = '32MB'`.execute(trx)
        // It is all read to the end: a plan for the first rows would take far longer.
        await sql`set local cursor_tuple_fraction = 1`.execute(trx)
        const { rows } = await sql<{ isOurs: boolean }>`
          select pg_try_advisory_xact_lock(${sql.lit(BENCHMARK_LOCK)}) as is_ours`.execute(trx)
        return rows[0]?.isOurs ? work(trx) : undefined
      }),
  )
}

/** The part of an address behind the last @; nobody can type another one than they have. */
const organisationOf = (address: string) => sql<string>`substring(${sql.ref(address)} from '[^@]*$')`

/**
 * Puts down for this transaction who takes part: whoever has an account, once, with the last scan that was finished by
 * then. Scans that were, or may still be, sent to a group that is open stay out, and so does everything of a group
 * whose members know each other's answers by name.
 */
export async function gatherPeople(
  trx: Transaction<Tables>,
  { instrument, version, finishedUntil }: { instrument: string; version: string; finishedUntil: Date },
): Promise<void> {
  await sql`create temporary table benchmark_people (
    scan_id text, version uuid, contributor text, organisation text, role text, organisation_kind text
  ) on commit drop`.execute(trx)
  await sql`
    insert into benchmark_people
    select distinct on (scans.account_id)
      scans.id, md5(scans.id || '.' || scans.revision)::uuid, accounts.contributor,
      ${organisationOf('accounts.address_key')},
      coalesce(scans.role, ''), coalesce(scans.organisation_kind, '')
    from scans join accounts on accounts.id = scans.account_id
    where scans.instrument = ${instrument} and scans.instrument_version = ${version}
      and scans.finished_at <= ${finishedUntil}
      and not exists (
        select from round_members
        join rounds on rounds.id = round_members.round_id
        join groups on groups.id = rounds.group_id
        left join sent_answers on sent_answers.member_id = round_members.id
        where (rounds.closed_at is null or groups.kind = 'open')
          and scans.id in (round_members.scan_id, sent_answers.scan_id)
      )
    order by scans.account_id, scans.finished_at desc, scans.id`.execute(trx)
  await sql`analyze benchmark_people`.execute(trx)
}

/** How many people there are of each organisation and background. */
export async function countBackgrounds(trx: Transaction<Tables>): Promise<BackgroundCount[]> {
  const { rows } = await sql<BackgroundCount>`
    select organisation, role, organisation_kind, count(*) as people
    from benchmark_people group by organisation, role, organisation_kind`.execute(trx)
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}

/**
 * By how many people, of how many organisations, they differ from those of an earlier benchmark: who came, who left,
 * and who answered anew. Nobody knows the organisation of whoever erased the account.
 */
export async function countChanges(
  trx: Transaction<Tables>,
  benchmarkId: number,
): Promise<{ people: number; organisations: number }> {
  const { rows } = await sql<{ people: number; organisations: number }>`
    with before as (
      select version, contributor from benchmark_contributions
      where lot_id in (select id from benchmark_lots where benchmark_id = ${benchmarkId})
    ),
    changed (contributor, organisation) as (
      select contributor, organisation from benchmark_people people
      where not exists (select from before where before.version = people.version)
      union all
      select before.contributor, ${organisationOf('accounts.address_key')}
      from before left join accounts on accounts.contributor = before.contributor
      where not exists (select from benchmark_people people where people.version = before.version)
    )
    select count(distinct contributor) as people, count(distinct organisation) as organisations
    from changed`.execute(trx)
  const [counted] = rows
  return { people: Number(counted?.people), organisations: Number(counted?.organisations) }
}

/** Everybody who is in a benchmark of this version already, or takes part now, by the sets that they are in. */
export async function countLots(
  trx: Transaction<Tables>,
  { instrument, version }: { instrument: string; version: string },
): Promise<FoundLot[]> {
  const names = await nameToldSets(trx, instrument, version)
  const { rows } = await sql<{
    earlier: number[] | null
    isNow: boolean
    role: string | null
    organisationKind: string | null
    isInGroup: boolean
    people: number
  }>`
    with earlier as (
      select version, array_agg(lot_id order by lot_id) as lots from benchmark_contributions
      where lot_id = any (${[...names.keys()]}::integer[]) group by version
    ),
    told as (
      select distinct version::uuid as version from told_contributions where version ~ '^[0-9a-f]{32}$'
    )
    select earlier.lots as earlier, people.version is not null as is_now, people.role, people.organisation_kind,
      told.version is not null as is_in_group, count(*) as people
    from benchmark_people people
      full join earlier on earlier.version = people.version
      left join told on told.version = coalesce(people.version, earlier.version)
    group by 1, 2, 3, 4, 5`.execute(trx)
  return rows.map(({ earlier, isNow, role, organisationKind, isInGroup, people }) => ({
    earlier: (earlier ?? []).flatMap((lot) => names.get(lot) ?? []),
    now: isNow ? { role: role ?? '', organisationKind: organisationKind ?? '' } : null,
    isInGroup,
    people: Number(people),
  }))
}
