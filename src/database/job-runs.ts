import type { Database } from './connect.ts'

export type JobRun = { name: string; succeededAt: Date | null; failedAt: Date | null }

/** Remembers how a job ended last. */
export async function noteJob(
  db: Database,
  name: string,
  ended: { succeededAt: Date } | { failedAt: Date },
): Promise<void> {
  await db
    .insertInto('jobRuns')
    .values({ name, ...ended })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(ended))
    .execute()
}

export function listJobRuns(db: Database): Promise<JobRun[]> {
  return db.selectFrom('jobRuns').select(['name', 'succeededAt', 'failedAt']).orderBy('name').execute()
}
