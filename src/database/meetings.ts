import type { GroupKind } from '#domain/group.ts'
import type { MeetingAgenda } from '#domain/meeting.ts'
import type { Database, DatabaseTransaction } from './connect.ts'
import { sendNews } from './send-news.ts'

/** A conversation as it goes on in a room, with what its round promises. */
export type StoredMeeting = MeetingAgenda & {
  id: string
  groupId: string
  roundId: string
  /** Null when it is over. */
  code: string | null
  step: string
  silentUntil: Date | null
  startedAt: Date
  endedAt: Date | null
  groupName: string
  kind: GroupKind
  round: number
  least: number
  instrument: string
  instrumentVersion: string
}

/** What a meeting is called where changes are told. */
export function meetingNews(id: string): string {
  return `meeting:${id}`
}

/** Gives false when the group has a conversation going on already: of two at the same moment one succeeds. */
export async function startMeeting(
  db: Database,
  {
    code,
    ...meeting
  }: MeetingAgenda & {
    id: string
    groupId: string
    roundId: string
    code: string
    step: string
    startedAt: Date
  },
): Promise<boolean> {
  const started = await db
    .insertInto('meetings')
    .values({
      ...meeting,
      statements: [...meeting.statements],
      entryCode: code,
      silentUntil: null,
      endedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return started !== undefined
}

/** The conversation of a group that nobody ended yet. */
export function findRunningMeeting(db: Database, groupId: string): Promise<StoredMeeting | undefined> {
  return meetings(db)
    .where('meetings.groupId', '=', groupId)
    .where('meetings.endedAt', 'is', null)
    .executeTakeFirst()
}

export function findMeeting(db: Database, id: string): Promise<StoredMeeting | undefined> {
  return meetings(db).where('meetings.id', '=', id).executeTakeFirst()
}

export function findMeetingByCode(db: Database, code: string): Promise<StoredMeeting | undefined> {
  return meetings(db).where('meetings.entryCode', '=', code).executeTakeFirst()
}

/** The conversations of a group, newest first. */
export function listMeetings(db: Database, groupId: string): Promise<StoredMeeting[]> {
  return meetings(db)
    .where('meetings.groupId', '=', groupId)
    .orderBy('meetings.startedAt', 'desc')
    .orderBy('meetings.id')
    .execute()
}

/**
 * The meeting as it is now. `change`: nobody else changes or uses it until the transaction ends; `use`: others may use
 * it too, and no vote is counted meanwhile.
 */
export function lockMeeting(
  trx: DatabaseTransaction,
  id: string,
  purpose: 'change' | 'use',
): Promise<StoredMeeting | undefined> {
  const row = meetings(trx).where('meetings.id', '=', id)
  return (purpose === 'change' ? row.forUpdate('meetings') : row.forShare('meetings')).executeTakeFirst()
}

/** Shows another screen; a silence ends with the screen that it belonged to. */
export async function moveMeeting(trx: DatabaseTransaction, id: string, step: string): Promise<void> {
  await trx.updateTable('meetings').set({ step, silentUntil: null }).where('id', '=', id).execute()
  await sendNews(trx, meetingNews(id))
}

export async function setSilence(trx: DatabaseTransaction, id: string, until: Date | null): Promise<void> {
  await trx.updateTable('meetings').set({ silentUntil: until }).where('id', '=', id).execute()
  await sendNews(trx, meetingNews(id))
}

/** Ends it: the code opens nothing any more, and of the phones and of what was not counted nothing is kept. */
export async function endMeeting(trx: DatabaseTransaction, id: string, at: Date): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ endedAt: at, entryCode: null, silentUntil: null })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  await trx.deleteFrom('meetingGuests').where('meetingId', '=', id).execute()
  await sendNews(trx, meetingNews(id))
}

/** Ends what began before this moment and was left open. Gives how many. */
export async function endForgottenMeetings(db: Database, before: Date, at: Date): Promise<number> {
  const forgotten = await db
    .selectFrom('meetings')
    .select('id')
    .where('endedAt', 'is', null)
    .where('startedAt', '<', before)
    .execute()
  for (const { id } of forgotten) await db.transaction().execute((trx) => endMeeting(trx, id, at))
  return forgotten.length
}

function meetings(db: Database) {
  return db
    .selectFrom('meetings')
    .innerJoin('rounds', 'rounds.id', 'meetings.roundId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select([
      'meetings.id',
      'meetings.groupId',
      'meetings.roundId',
      'meetings.looksBack',
      'meetings.dilemma',
      'meetings.statements',
      'meetings.entryCode as code',
      'meetings.step',
      'meetings.silentUntil',
      'meetings.startedAt',
      'meetings.endedAt',
      'groups.name as groupName',
      'groups.kind',
      'rounds.number as round',
      'rounds.least',
      'rounds.instrument',
      'rounds.instrumentVersion',
    ])
}
