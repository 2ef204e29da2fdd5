import type { Database } from './connect.ts'

/** The statements that a group chose to talk about after a round, in order; null when it did not choose. */
export async function findTopics(db: Database, roundId: string): Promise<string[] | null> {
  const found = await db
    .selectFrom('talks')
    .select('statements')
    .where('roundId', '=', roundId)
    .executeTakeFirst()
  return found?.statements ?? null
}

export async function saveTopics(
  db: Database,
  roundId: string,
  statements: readonly string[],
  at: Date,
): Promise<void> {
  const row = { statements: [...statements], changedAt: at }
  await db
    .insertInto('talks')
    .values({ roundId, ...row })
    .onConflict((conflict) => conflict.column('roundId').doUpdateSet(row))
    .execute()
}
