import type { VoteOutcome } from '#domain/vote.ts'
import type { DatabaseTransaction } from './connect.ts'
import { meetingNews } from './meetings.ts'
import { sendNews } from './send-news.ts'

/**
 * Every vote of a step, without who gave it and in no order that says so; taken away, for what was told is all that
 * is kept. Whoever asks has the meeting locked for change, and tells the outcome in the same transaction.
 */
export async function takeVotes(
  trx: DatabaseTransaction,
  { meetingId, step }: { meetingId: string; step: string },
): Promise<string[][]> {
  const votes = await trx
    .deleteFrom('meetingVotes')
    .where('meetingId', '=', meetingId)
    .where('step', '=', step)
    .returning('choices')
    .execute()
  return votes.map(({ choices }) => choices)
}

/** Keeps what was told, for good. */
export async function saveOutcome(
  trx: DatabaseTransaction,
  { outcome, ...row }: { meetingId: string; step: string; outcome: VoteOutcome; toldAt: Date },
): Promise<void> {
  await trx
    .insertInto('meetingOutcomes')
    .values({ ...row, outcome: JSON.stringify(outcome) })
    .execute()
  await sendNews(trx, meetingNews(row.meetingId))
}
