import { type SqlBool, sql } from 'kysely'
import type { VoteOutcome } from '#domain/vote.ts'
import type { Database, DatabaseTransaction } from './connect.ts'
import { meetingNews } from './meetings.ts'
import { sendNews } from './send-news.ts'

export type Turnout = {
  /** Phones that were heard of lately. */
  present: number
  /** Those of them that have not voted. */
  waiting: number
  /** Everybody who voted, also who is gone. */
  voters: number
}

/** Lets a phone in; gives false when there are `most` already. */
export async function addGuest(
  trx: DatabaseTransaction,
  guest: { id: string; meetingId: string; tokenHash: string; seenAt: Date },
  most: number,
): Promise<boolean> {
  const { count } = await trx
    .selectFrom('meetingGuests')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('meetingId', '=', guest.meetingId)
    .executeTakeFirstOrThrow()
  if (count >= most) return false
  await trx.insertInto('meetingGuests').values(guest).execute()
  await sendNews(trx, meetingNews(guest.meetingId))
  return true
}

/** The phone with this token, if it is in this meeting. */
export async function findGuest(db: Database, meetingId: string, tokenHash: string): Promise<string | null> {
  const found = await db
    .selectFrom('meetingGuests')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return found?.id ?? null
}

/** Remembers that a phone is still there. */
export async function seeGuest(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('meetingGuests').set({ seenAt: at }).where('id', '=', id).execute()
}

/**
 * What a phone chose, in place of what it chose before. Whoever asks has the meeting locked for use, and tells it
 * afterwards: transactions with word of a change commit one after the other, and three hundred may come at once.
 */
export async function saveVote(
  trx: DatabaseTransaction,
  vote: { meetingId: string; step: string; guestId: string; choices: string[] },
): Promise<void> {
  await trx
    .insertInto('meetingVotes')
    .values(vote)
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'step', 'guestId']).doUpdateSet({ choices: vote.choices }),
    )
    .execute()
}

/** What this phone itself chose; null when nothing. */
export async function findOwnVote(
  db: Database,
  { meetingId, step, guestId }: { meetingId: string; step: string; guestId: string },
): Promise<string[] | null> {
  const found = await db
    .selectFrom('meetingVotes')
    .select('choices')
    .where('meetingId', '=', meetingId)
    .where('step', '=', step)
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  return found?.choices ?? null
}

/** How many are there and how many voted; never what. */
export async function countTurnout(
  db: Database,
  { meetingId, step, since }: { meetingId: string; step: string; since: Date },
): Promise<Turnout> {
  const isPresent = sql<SqlBool>`meeting_guests.seen_at >= ${since}`
  const hasVoted = sql<SqlBool>`meeting_votes.guest_id is not null`
  return db
    .selectFrom('meetingGuests')
    .leftJoin('meetingVotes', (join) =>
      join
        .onRef('meetingVotes.guestId', '=', 'meetingGuests.id')
        .on('meetingVotes.meetingId', '=', meetingId)
        .on('meetingVotes.step', '=', step),
    )
    .select([
      sql<number>`count(*) filter (where ${isPresent})`.as('present'),
      sql<number>`count(*) filter (where ${isPresent} and not ${hasVoted})`.as('waiting'),
      sql<number>`count(*) filter (where ${hasVoted})`.as('voters'),
    ])
    .where('meetingGuests.meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
}

/** Whether a phone that was heard of lately has not voted. */
export async function isSomebodyWaiting(
  db: Database,
  { meetingId, step, since }: { meetingId: string; step: string; since: Date },
): Promise<boolean> {
  const found = await db
    .selectFrom('meetingGuests')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('seenAt', '>=', since)
    .where((guest) =>
      guest.not(
        guest.exists(
          guest
            .selectFrom('meetingVotes')
            .select('guestId')
            .whereRef('meetingVotes.guestId', '=', 'meetingGuests.id')
            .where('meetingVotes.meetingId', '=', meetingId)
            .where('meetingVotes.step', '=', step),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Whether a vote was told already: in this meeting, or in an earlier one about the same round. Told twice, the one
 * could be subtracted from the other. An earlier one that told nothing does not count.
 */
export async function isTold(
  db: Database,
  { meetingId, roundId, step }: { meetingId: string; roundId: string; step: string },
): Promise<boolean> {
  const found = await outcomesAbout(db, { meetingId, roundId })
    .where('meetingOutcomes.step', '=', step)
    .executeTakeFirst()
  return found !== undefined
}

/** What the room knows of a step: by this meeting, or by an earlier one about the same round. */
export async function findOutcomeInRoom(
  db: Database,
  place: { meetingId: string; roundId: string; step: string },
): Promise<{ outcome: VoteOutcome; toldAt: Date; isEarlier: boolean } | null> {
  const found = await outcomesAbout(db, place)
    .where('meetingOutcomes.step', '=', place.step)
    .orderBy('meetingOutcomes.toldAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  return { outcome: found.outcome, toldAt: found.toldAt, isEarlier: found.meetingId !== place.meetingId }
}

function outcomesAbout(db: Database, { meetingId, roundId }: { meetingId: string; roundId: string }) {
  return db
    .selectFrom('meetingOutcomes')
    .innerJoin('meetings', 'meetings.id', 'meetingOutcomes.meetingId')
    .select(['meetingOutcomes.outcome', 'meetingOutcomes.toldAt', 'meetingOutcomes.meetingId'])
    .where((row) =>
      row.or([
        row('meetings.id', '=', meetingId),
        row('meetings.roundId', '=', roundId).and(
          sql<SqlBool>`meeting_outcomes.outcome ->> 'kind' <> 'nothing'`,
        ),
      ]),
    )
}

/** What was told of each step of a meeting, by the name of the step. */
export async function listOutcomes(db: Database, meetingId: string): Promise<Map<string, VoteOutcome>> {
  const rows = await db
    .selectFrom('meetingOutcomes')
    .select(['step', 'outcome'])
    .where('meetingId', '=', meetingId)
    .execute()
  return new Map(rows.map(({ step, outcome }) => [step, outcome]))
}

/** What was told of a step in the newest conversation about a round in which it was told; null when in none. */
export async function findOutcomeAbout(
  db: Database,
  { roundId, step }: { roundId: string; step: string },
): Promise<VoteOutcome | null> {
  const found = await db
    .selectFrom('meetingOutcomes')
    .innerJoin('meetings', 'meetings.id', 'meetingOutcomes.meetingId')
    .select('meetingOutcomes.outcome')
    .where('meetings.roundId', '=', roundId)
    .where('meetingOutcomes.step', '=', step)
    .orderBy('meetingOutcomes.toldAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.outcome ?? null
}
