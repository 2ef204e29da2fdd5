import { createHash } from 'node:crypto'
import type { UseRelease } from '#domain/use-release.ts'
import type { Database, DatabaseTransaction } from './connect.ts'

export type StoredUse = {
  instrument: string
  instrumentVersion: string
  quarter: string
  content: UseRelease
}

/** Takes a quarter to count it. Gives false when it was counted before: then it is never counted again. */
export async function takeQuarter(trx: DatabaseTransaction, quarter: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('useQuarters')
    .values({ quarter, countedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function wasCounted(db: Database, quarter: string): Promise<boolean> {
  const found = await db
    .selectFrom('useQuarters')
    .select('quarter')
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  return found !== undefined
}

/** Keeps what is told, for good. */
export async function saveUse(
  trx: DatabaseTransaction,
  { content, ...row }: StoredUse,
  releasedAt: Date,
): Promise<void> {
  const text = JSON.stringify(content)
  const contentHash = createHash('sha256').update(text).digest('hex')
  await trx
    .insertInto('useReleases')
    .values({ ...row, releasedAt, content: text, contentHash })
    .execute()
}

/** Everything that was told, the newest quarter first. */
export function listUse(db: Database): Promise<StoredUse[]> {
  return db
    .selectFrom('useReleases')
    .select(['instrument', 'instrumentVersion', 'quarter', 'content'])
    .orderBy('quarter', 'desc')
    .orderBy('instrument')
    .orderBy('instrumentVersion')
    .execute()
}

/** How many benchmarks were released, and how many rounds of groups were told of before a moment. */
export async function countReleases(
  db: Database,
  before: Date,
): Promise<{ benchmarks: number; groups: number }> {
  const { benchmarks } = await db
    .selectFrom('benchmarks')
    .select(({ fn }) => fn.countAll<number>().as('benchmarks'))
    .executeTakeFirstOrThrow()
  const { groups } = await db
    .selectFrom('releases')
    .select(({ fn }) => fn.countAll<number>().as('groups'))
    .where('releasedAt', '<', before)
    .executeTakeFirstOrThrow()
  return { benchmarks: Number(benchmarks), groups: Number(groups) }
}
