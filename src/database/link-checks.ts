import type { LinkCheck } from '#domain/link-check.ts'
import type { Database } from './connect.ts'

/** What is known of every link that was ever tried, by the link. */
export async function listLinkChecks(db: Database): Promise<Map<string, LinkCheck>> {
  const rows = await db
    .selectFrom('linkChecks')
    .select(['link', 'checkedAt', 'outcome', 'detail', 'failures', 'firstFailedAt'])
    .orderBy('link')
    .execute()
  return new Map(rows.map((row) => [row.link, row]))
}

export async function saveLinkCheck(db: Database, check: LinkCheck): Promise<void> {
  const { link, ...found } = check
  await db
    .insertInto('linkChecks')
    .values(check)
    .onConflict((conflict) => conflict.column('link').doUpdateSet(found))
    .execute()
}
