import type { Database } from './connect.ts'

/** Sums for whoever runs it, as they are: of people. A page shows them in bands, never like this. */
export type OperationSums = {
  accounts: number
  /** Accounts that were told that they will be erased. */
  warned: number
  begun: number
  finished: number
}

/** What there was at the end of the period, and what was done in it; `until` itself no longer counts. */
export async function countOperation(
  db: Database,
  { from, until }: { from: Date; until: Date },
): Promise<OperationSums> {
  return db
    .selectNoFrom((row) => [
      row
        .selectFrom('accounts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('createdAt', '<', until)
        .$asScalar()
        .$notNull()
        .as('accounts'),
      row
        .selectFrom('accounts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('warnings', '>', 0)
        .where('warnedAt', '<', until)
        .$asScalar()
        .$notNull()
        .as('warned'),
      row
        .selectFrom('scans')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('startedAt', '>=', from)
        .where('startedAt', '<', until)
        .$asScalar()
        .$notNull()
        .as('begun'),
      row
        .selectFrom('scans')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('finishedAt', '>=', from)
        .where('finishedAt', '<', until)
        .$asScalar()
        .$notNull()
        .as('finished'),
    ])
    .executeTakeFirstOrThrow()
}
