import type { Database } from './connect.ts'

const BITE = 500

/** Erases a scan with its answers, notes and browsers. There is no way back. */
export async function eraseScan(db: Database, id: string): Promise<void> {
  await db.deleteFrom('scans').where('id', '=', id).execute()
}

/** Erases what has no account and was last changed, or finished, before these moments. Gives how many scans that were. */
export async function eraseOldScans(
  db: Database,
  { unfinishedBefore, finishedBefore }: { unfinishedBefore: Date; finishedBefore: Date },
): Promise<number> {
  let erased = 0
  for (;;) {
    // Small bites: visitors get their turn in between, and none takes longer than a query may.
    const bite = await db
      .deleteFrom('scans')
      .where('id', 'in', (query) =>
        query
          .selectFrom('scans')
          .select('id')
          .where('accountId', 'is', null)
          .where((old) =>
            old.or([
              old('finishedAt', 'is', null).and('changedAt', '<', unfinishedBefore),
              old('finishedAt', '<', finishedBefore),
            ]),
          )
          .limit(BITE),
      )
      .executeTakeFirstOrThrow()
    erased += Number(bite.numDeletedRows)
    if (bite.numDeletedRows < BITE) return erased
  }
}
