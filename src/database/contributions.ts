import { sql, type Transaction } from 'kysely'
import type { SentAnswers } from '#domain/release.ts'
import type { ToldSet } from '#domain/release-rule.ts'
import type { Tables } from './tables.ts'

/**
 * The only place where answers of several people are read together in a confidential group. Only what closes a round
 * may ask for it: a test holds that. Nothing in what it gives leads to a person.
 */
export async function readContributions(trx: Transaction<Tables>, roundId: string): Promise<SentAnswers[]> {
  const rows = await trx
    .selectFrom('sentAnswers')
    .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
    .innerJoin('accounts', 'accounts.id', 'roundMembers.accountId')
    .select(['sentAnswers.version', 'accounts.contributor', 'roundMembers.role', 'sentAnswers.answers'])
    .where('roundMembers.roundId', '=', roundId)
    .orderBy('accounts.contributor')
    .execute()
  return rows.map(({ answers, ...contribution }) => ({
    ...contribution,
    answers: Object.fromEntries(
      Object.entries(answers).map(([statement, answer]) => [statement, { answer, note: '' }]),
    ),
  }))
}

/** By what the organiser of a group is known among contributors; null once the account is gone. */
export async function contributorOfOrganiser(
  trx: Transaction<Tables>,
  groupId: string,
): Promise<string | null> {
  const found = await trx
    .selectFrom('groupOrganisers')
    .innerJoin('accounts', 'accounts.id', 'groupOrganisers.accountId')
    .select('accounts.contributor')
    .where('groupOrganisers.groupId', '=', groupId)
    .executeTakeFirst()
  return found?.contributor ?? null
}

/** What was sent in is not needed any more once the round is closed: a confidential one keeps what was told only. */
export async function eraseContributions(trx: Transaction<Tables>, roundId: string): Promise<void> {
  await trx
    .deleteFrom('sentAnswers')
    .where('memberId', 'in', (members) =>
      members.selectFrom('roundMembers').select('id').where('roundId', '=', roundId),
    )
    .execute()
}

/** Any number, as long as it stays the same: whatever tells of answers takes turns on it. */
const TELLING_LOCK = 7_425_002

/** One at a time tells: what is told at the same moment could not be judged together. Until the transaction ends. */
export async function takeTurnToTell(trx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(TELLING_LOCK)})`.execute(trx)
}

/** What was told before of these versions, and of what was told together with them, however many steps. */
export async function readEarlierSets(
  trx: Transaction<Tables>,
  versions: readonly string[],
): Promise<ToldSet[]> {
  const { rows } = await sql<ToldRow>`
    with recursive reached (release_id) as (
      select release_id from told_contributions where version = any (${[...versions]})
      union
      select other.release_id from reached
      join told_contributions known on known.release_id = reached.release_id
      join told_contributions other on other.version = known.version
    )
    select release_id as "releaseId", version, contributor, role
    from told_contributions where release_id in (select release_id from reached)
    order by release_id, version
  `.execute(trx)
  return setsOf(rows)
}

export type ToldRow = { releaseId: string; version: string; contributor: string; role: string | null }

/** What is written down of a release, as the sets that it told of: everybody, and each role that it told apart. */
export function setsOf(rows: readonly ToldRow[]): ToldSet[] {
  const sets = new Map<string, ToldSet[number][]>()
  for (const { releaseId, version, contributor, role } of rows) {
    for (const set of role === null ? [releaseId] : [releaseId, `${releaseId} ${role}`]) {
      const known = sets.get(set)
      if (known) known.push({ version, contributor, role })
      else sets.set(set, [{ version, contributor, role }])
    }
  }
  return [...sets.values()]
}
