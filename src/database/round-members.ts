import { sql, type Transaction } from 'kysely'
import type { SendableScan } from '#domain/round.ts'
import { isInBenchmark } from './benchmark-releases.ts'
import type { Database } from './connect.ts'
import type { Membership } from './groups.ts'
import type { Tables } from './tables.ts'

export type NewMember = {
  id: string
  roundId: string
  accountId: string
  addressHash: string
  role: string | null
  joinedAt: Date
}

/** A version of answers, as it is known in what was told: of a scan as it was when it was last finished. */
const VERSION = sql<string>`md5(scans.id || '.' || scans.revision)`

/** Whether this account takes part, and whether somebody does with this address, whoever has it now. */
export async function findTakingPart(
  db: Database,
  roundId: string,
  { accountId, addressHash }: { accountId: string; addressHash: string },
): Promise<{ hasAccount: boolean; hasAddress: boolean }> {
  const rows = await db
    .selectFrom('roundMembers')
    .select(['accountId', 'addressHash'])
    .where('roundId', '=', roundId)
    .where((row) => row.or([row('accountId', '=', accountId), row('addressHash', '=', addressHash)]))
    .execute()
  return {
    hasAccount: rows.some((row) => row.accountId === accountId),
    hasAddress: rows.some((row) => row.addressHash === addressHash),
  }
}

/** Gives false when the account or the address takes part already: of two at the same moment one succeeds. */
export async function addMember(db: Database, member: NewMember): Promise<boolean> {
  const added = await db
    .insertInto('roundMembers')
    .values(member)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The part that an account takes in a round; nobody else's. */
export async function findMembership(
  db: Database,
  roundId: string,
  accountId: string,
): Promise<Membership | undefined> {
  const found = await db
    .selectFrom('roundMembers')
    .leftJoin('sentAnswers', 'sentAnswers.memberId', 'roundMembers.id')
    .select(['roundMembers.id', 'roundMembers.role', 'roundMembers.scanId', 'sentAnswers.sentAt'])
    .where('roundMembers.roundId', '=', roundId)
    .where('roundMembers.accountId', '=', accountId)
    .executeTakeFirst()
  return found && { id: found.id, role: found.role, scan: found.scanId, sentAt: found.sentAt }
}

/** The scan that a member fills in for the round. */
export async function attachScan(db: Database, memberId: string, scanId: string): Promise<void> {
  await db.updateTable('roundMembers').set({ scanId }).where('id', '=', memberId).execute()
}

export async function setRole(db: Database, memberId: string, role: string | null): Promise<void> {
  await db.updateTable('roundMembers').set({ role }).where('id', '=', memberId).execute()
}

/** Leaves with everything that was sent in. */
export async function removeMember(db: Database, memberId: string): Promise<void> {
  await db.deleteFrom('roundMembers').where('id', '=', memberId).execute()
}

/** A scan of this account as far as it matters for sending it in; it stays as it is until the transaction ends. */
export async function lockSendableScan(
  trx: Transaction<Tables>,
  scanId: string,
  accountId: string,
): Promise<SendableScan | undefined> {
  await trx.selectFrom('scans').select('id').where('id', '=', scanId).forShare().executeTakeFirst()
  return findSendableScan(trx, scanId, accountId)
}

export async function findSendableScan(
  db: Database,
  scanId: string,
  accountId: string,
): Promise<SendableScan | undefined> {
  const found = await db
    .selectFrom('scans')
    .select(['instrument', 'instrumentVersion', 'finishedAt', VERSION.as('version')])
    .where('id', '=', scanId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (!found) return undefined
  const { version, ...scan } = found
  return { ...scan, isTold: await isInBenchmark(db, version) }
}

/** The answers without the notes: a note is of its writer alone. */
const ANSWERS = sql<string>`coalesce((
  select jsonb_object_agg(statement, answer) from scan_answers where scan_id = scans.id and answer is not null
), '{}'::jsonb)`

/** Sends a copy of the answers of a scan in, in place of what was sent before. `sharedName` in open groups only. */
export async function saveSent(
  trx: Transaction<Tables>,
  {
    memberId,
    scanId,
    at,
    sharedName,
  }: { memberId: string; scanId: string; at: Date; sharedName: string | null },
): Promise<void> {
  await trx
    .insertInto('sentAnswers')
    .columns(['memberId', 'scanId', 'version', 'answers', 'sentAt', 'sharedName'])
    .expression((query) =>
      query
        .selectFrom('scans')
        .select([
          sql.val(memberId).as('memberId'),
          'scans.id',
          VERSION.as('version'),
          ANSWERS.as('answers'),
          sql<Date>`${at}::timestamptz`.as('sentAt'),
          sql<string | null>`${sharedName}::text`.as('sharedName'),
        ])
        .where('scans.id', '=', scanId),
    )
    .onConflict((conflict) =>
      conflict.column('memberId').doUpdateSet((row) => ({
        scanId: row.ref('excluded.scanId'),
        version: row.ref('excluded.version'),
        answers: row.ref('excluded.answers'),
        sentAt: row.ref('excluded.sentAt'),
        sharedName: row.ref('excluded.sharedName'),
      })),
    )
    .execute()
  await attachScan(trx, memberId, scanId)
}

export async function removeSent(db: Database, memberId: string): Promise<void> {
  await db.deleteFrom('sentAnswers').where('memberId', '=', memberId).execute()
}

/** One's own answers as they were sent in; undefined when none are kept. */
export async function findOwnSent(
  db: Database,
  memberId: string,
): Promise<{ answers: Record<string, string | null>; sentAt: Date; scanId: string } | undefined> {
  return db
    .selectFrom('sentAnswers')
    .select(['answers', 'sentAt', 'scanId'])
    .where('memberId', '=', memberId)
    .executeTakeFirst()
}

/** The open round for which a scan is filled in by its owner, with the name of the group. */
export function findRoundOfScan(
  db: Database,
  scanId: string,
  accountId: string,
): Promise<{ group: string; name: string; kind: 'confidential' | 'open'; sentAt: Date | null } | undefined> {
  return db
    .selectFrom('roundMembers')
    .innerJoin('rounds', 'rounds.id', 'roundMembers.roundId')
    .innerJoin('groups', 'groups.id', 'rounds.groupId')
    .leftJoin('sentAnswers', 'sentAnswers.memberId', 'roundMembers.id')
    .select(['groups.id as group', 'groups.name', 'groups.kind', 'sentAnswers.sentAt'])
    .where('roundMembers.scanId', '=', scanId)
    .where('roundMembers.accountId', '=', accountId)
    .where('rounds.closedAt', 'is', null)
    .executeTakeFirst()
}
