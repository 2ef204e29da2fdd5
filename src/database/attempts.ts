import { sql } from 'kysely'
import type { Database } from './connect.ts'

const SECOND = 1000

/**
 * Counts one more try, or so many at once, and says how many there were since the count began, these included. The count begins
 * anew `seconds` after it began. One statement: of many tries at once each gets a number of its own.
 */
export async function countAttempt(
  db: Database,
  subjectHash: string,
  seconds: number,
  now: Date,
  tries = 1,
): Promise<number> {
  const over = new Date(now.getTime() - seconds * SECOND)
  const { count } = await db
    .insertInto('attempts')
    .values({ subjectHash, count: tries, since: now })
    .onConflict((conflict) =>
      conflict.column('subjectHash').doUpdateSet({
        count: sql`case when attempts.since <= ${over} then ${tries}::integer else attempts.count + ${tries}::integer end`,
        since: sql`case when attempts.since <= ${over} then ${now} else attempts.since end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** How many tries there were since the count began, without counting one. */
export async function readAttempts(
  db: Database,
  subjectHash: string,
  seconds: number,
  now: Date,
): Promise<number> {
  const found = await db
    .selectFrom('attempts')
    .select('count')
    .where('subjectHash', '=', subjectHash)
    .where('since', '>', new Date(now.getTime() - seconds * SECOND))
    .executeTakeFirst()
  return found?.count ?? 0
}

/** After a success the tries before it no longer count. */
export async function forgetAttempts(db: Database, subjectHash: string): Promise<void> {
  await db.deleteFrom('attempts').where('subjectHash', '=', subjectHash).execute()
}

export async function eraseOldAttempts(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('attempts').where('since', '<', before).execute()
}
