import type { Database, DatabaseTransaction } from './connect.ts'
import { meetingNews } from './meetings.ts'
import { sendNews } from './send-news.ts'

export type MeetingNote = { id: string; statement: string | null; text: string; writtenAt: Date }

/** Gives false when the meeting has `most` already. */
export async function addNote(
  trx: DatabaseTransaction,
  note: MeetingNote & { meetingId: string },
  most: number,
): Promise<boolean> {
  const { count } = await trx
    .selectFrom('meetingNotes')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('meetingId', '=', note.meetingId)
    .executeTakeFirstOrThrow()
  if (count >= most) return false
  await trx.insertInto('meetingNotes').values(note).execute()
  await sendNews(trx, meetingNews(note.meetingId))
  return true
}

/** Everything that was written down, oldest first. */
export function listNotes(db: Database, meetingId: string): Promise<MeetingNote[]> {
  return db
    .selectFrom('meetingNotes')
    .select(['id', 'statement', 'text', 'writtenAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
}

export async function eraseNote(
  trx: DatabaseTransaction,
  { meetingId, id }: { meetingId: string; id: string },
): Promise<void> {
  await trx.deleteFrom('meetingNotes').where('meetingId', '=', meetingId).where('id', '=', id).execute()
  await sendNews(trx, meetingNews(meetingId))
}
