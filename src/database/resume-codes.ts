import { sql } from 'kysely'
import type { Database } from './connect.ts'

/** The hash of a code that opens the scan in another browser; an older code stops working. */
export async function setResumeCode(db: Database, id: string, resumeCodeHash: string): Promise<void> {
  await db
    .updateTable('scans')
    .set({ resumeCodeHash })
    .where('id', '=', id)
    .where('accountId', 'is', null)
    .execute()
}

/** Lets a browser see the scan of this code. Gives the id of the scan, or nothing when no scan has it. */
export async function joinBrowserByResumeCode(
  db: Database,
  codeHash: string,
  browserHash: string,
): Promise<string | undefined> {
  const joined = await db
    .insertInto('scanBrowsers')
    .columns(['scanId', 'browserHash'])
    .expression((query) =>
      query
        .selectFrom('scans')
        .select(['id', sql.val(browserHash).as('browserHash')])
        .where('resumeCodeHash', '=', codeHash)
        .where('accountId', 'is', null),
    )
    // Updating to what it was: a browser that was let in before must be told the scan as well.
    .onConflict((conflict) =>
      conflict
        .columns(['scanId', 'browserHash'])
        .doUpdateSet((row) => ({ browserHash: row.ref('excluded.browserHash') })),
    )
    .returning('scanId')
    .executeTakeFirst()
  return joined?.scanId
}
