import type { Transaction } from 'kysely'
import type { Round } from '#domain/round.ts'
import type { ToldProgress } from '#domain/round-progress.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

export type StoredRound = Round & {
  groupId: string
  number: number
  remindedAt: Date | null
  progressFrom: number | null
  progressTo: number | null
  progressCountedAt: Date | null
}

export const ROUND_COLUMNS = [
  'rounds.id',
  'rounds.groupId',
  'rounds.number',
  'groups.kind',
  'rounds.instrument',
  'rounds.instrumentVersion',
  'rounds.least',
  'rounds.openedAt',
  'rounds.closesAt',
  'rounds.closedAt',
  'rounds.remindedAt',
  'rounds.progressFrom',
  'rounds.progressTo',
  'rounds.progressCountedAt',
] as const

/** Rejects when a round of the group is open already. */
export async function openRound(
  db: Database,
  round: Omit<Round, 'kind' | 'closedAt'> & { groupId: string; number: number },
): Promise<void> {
  await db.insertInto('rounds').values(round).execute()
}

export function findRound(db: Database, id: string): Promise<StoredRound | undefined> {
  return rounds(db).where('rounds.id', '=', id).executeTakeFirst()
}

export function findRoundByNumber(
  db: Database,
  groupId: string,
  number: number,
): Promise<StoredRound | undefined> {
  return rounds(db)
    .where('rounds.groupId', '=', groupId)
    .where('rounds.number', '=', number)
    .executeTakeFirst()
}

/** The rounds of a group, newest first. */
export function listRounds(db: Database, groupId: string): Promise<StoredRound[]> {
  return rounds(db).where('rounds.groupId', '=', groupId).orderBy('rounds.number', 'desc').execute()
}

/** The rounds of a group in which an account takes or took part, newest first. */
export function listRoundsOfMember(db: Database, groupId: string, accountId: string): Promise<StoredRound[]> {
  return rounds(db)
    .innerJoin('roundMembers', 'roundMembers.roundId', 'rounds.id')
    .where('rounds.groupId', '=', groupId)
    .where('roundMembers.accountId', '=', accountId)
    .orderBy('rounds.number', 'desc')
    .execute()
}

/**
 * The round as it is now. `change`: nobody else changes or uses it until the transaction ends; `use`: others may use
 * it too, and nobody closes it.
 */
export async function lockRound(
  trx: Transaction<Tables>,
  id: string,
  purpose: 'change' | 'use',
): Promise<StoredRound | undefined> {
  const row = trx.selectFrom('rounds').select('id').where('id', '=', id)
  await (purpose === 'change' ? row.forUpdate() : row.forShare()).executeTakeFirst()
  return findRound(trx, id)
}

export async function markClosed(trx: Transaction<Tables>, id: string, at: Date): Promise<void> {
  await trx
    .updateTable('rounds')
    .set({ closedAt: at, linkHash: null, progressFrom: null, progressTo: null, progressCountedAt: null })
    .where('id', '=', id)
    .execute()
}

/** The address by which people may ask to take part, in place of the one before. */
export async function setLink(db: Database, id: string, linkHash: string | null): Promise<void> {
  await db.updateTable('rounds').set({ linkHash }).where('id', '=', id).execute()
}

export function findRoundByLink(db: Database, linkHash: string): Promise<StoredRound | undefined> {
  return rounds(db).where('rounds.linkHash', '=', linkHash).executeTakeFirst()
}

/** Whether there is an address by which people may ask to take part. */
export async function hasLink(db: Database, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('rounds')
    .select('id')
    .where('id', '=', id)
    .where('linkHash', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

export async function markReminded(
  db: Database,
  id: string,
  at: Date,
  by: 'organiser' | 'itself',
): Promise<void> {
  await db
    .updateTable('rounds')
    .set({ remindedAt: at, ...(by === 'itself' && { remindedByItself: true }) })
    .where('id', '=', id)
    .execute()
}

/** Whom an organiser may know of as numbers: how many were invited, and how many take part. */
export async function countTakingPart(
  db: Database,
  id: string,
): Promise<{ invited: number; accepted: number }> {
  const counted = await db
    .selectNoFrom((none) => [
      none
        .selectFrom('invitations')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('roundId', '=', id)
        .where('revokedAt', 'is', null)
        .as('invited'),
      none
        .selectFrom('roundMembers')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('roundId', '=', id)
        .as('accepted'),
    ])
    .executeTakeFirstOrThrow()
  return { invited: Number(counted.invited), accepted: Number(counted.accepted) }
}

/** The progress as it was counted last; null before the first time. */
export function progressOf({
  progressFrom,
  progressTo,
  progressCountedAt,
}: Pick<StoredRound, 'progressFrom' | 'progressTo' | 'progressCountedAt'>): ToldProgress | null {
  if (!progressCountedAt) return null
  return {
    people: progressFrom === null ? null : { from: progressFrom, to: progressTo },
    countedAt: progressCountedAt,
  }
}

export async function saveProgress(db: Database, id: string, told: ToldProgress): Promise<void> {
  await db
    .updateTable('rounds')
    .set({
      progressFrom: told.people?.from ?? null,
      progressTo: told.people?.to ?? null,
      progressCountedAt: told.countedAt,
    })
    .where('id', '=', id)
    .execute()
}

/** Open rounds whose date has come. */
export function listDueRounds(db: Database, now: Date): Promise<StoredRound[]> {
  return rounds(db)
    .where('rounds.closedAt', 'is', null)
    .where('rounds.closesAt', '<=', now)
    .orderBy('rounds.closesAt')
    .execute()
}

/** Open rounds that close before `until` and whose members were not reminded by the program yet. */
export function listRoundsToRemind(
  db: Database,
  { now, until }: { now: Date; until: Date },
): Promise<StoredRound[]> {
  return rounds(db)
    .where('rounds.closedAt', 'is', null)
    .where('rounds.remindedByItself', '=', false)
    .where('rounds.closesAt', '>', now)
    .where('rounds.closesAt', '<=', until)
    .orderBy('rounds.closesAt')
    .execute()
}

/** Open rounds with how many people sent their answers in, of which the progress was last counted before `before`. */
export async function listRoundsToCount(
  db: Database,
  before: Date,
): Promise<(StoredRound & { sent: number })[]> {
  const rows = await rounds(db)
    .select((row) =>
      row
        .selectFrom('sentAnswers')
        .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
        .select((sent) => sent.fn.countAll<number>().as('count'))
        .whereRef('roundMembers.roundId', '=', 'rounds.id')
        .as('sent'),
    )
    .where('rounds.closedAt', 'is', null)
    .where((row) =>
      row.or([row('rounds.progressCountedAt', 'is', null), row('rounds.progressCountedAt', '<=', before)]),
    )
    .execute()
  return rows.map((row) => ({ ...row, sent: Number(row.sent) }))
}

function rounds(db: Database) {
  return db.selectFrom('rounds').innerJoin('groups', 'groups.id', 'rounds.groupId').select(ROUND_COLUMNS)
}
