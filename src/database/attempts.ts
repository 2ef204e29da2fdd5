import { sql } from 'kysely'
import type { Database } from './connect.ts'

const SECOND = 1000

/**
 * Counts one more try and says how many there were since the count began, this one included. The count begins
 * anew `seconds` after it began. One statement: of many tries at once each gets a number of its own.
 */
export async function countAttempt(
  db: Database,
  subjectHash: string,
  seconds: number,
  now: Date,
): Promise<number> {
  const over = new Date(now.getTime() - seconds * SECOND)
  const { count } = await db
    .insertInto('attempts')
    .values({ subjectHash, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('subjectHash').doUpdateSet({
        count: sql`case when attempts.since <= ${over} then 1 else attempts.count + 1 end`,
        since: sql`case when attempts.since <= ${over} then ${now} else attempts.since end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** After a success the tries before it no longer count. */
export async function forgetAttempts(db: Database, subjectHash: string): Promise<void> {
  await db.deleteFrom('attempts').where('subjectHash', '=', subjectHash).execute()
}

export async function eraseOldAttempts(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('attempts').where('since', '<', before).execute()
}
