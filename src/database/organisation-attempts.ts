import type { Database } from './connect.ts'

/** What is kept while somebody is away at the organisation. With an account the answer links that account. */
export type OrganisationAttempt = {
  nonce: string
  verifier: string
  nextPath: string
  accountId: string | null
}

export async function saveOrganisationAttempt(
  db: Database,
  attempt: OrganisationAttempt & { stateHash: string; browserHash: string; expiresAt: Date },
): Promise<void> {
  await db.insertInto('organisationAttempts').values(attempt).execute()
}

/**
 * Uses it up: of any number of requests at once, one gets it. Another browser than the one that left does not get
 * it, and leaves it where it is.
 */
export function useOrganisationAttempt(
  db: Database,
  { stateHash, browserHash }: { stateHash: string; browserHash: string },
  now: Date,
): Promise<OrganisationAttempt | undefined> {
  return db
    .deleteFrom('organisationAttempts')
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', browserHash)
    .where('expiresAt', '>', now)
    .returning(['nonce', 'verifier', 'nextPath', 'accountId'])
    .executeTakeFirst()
}

export async function eraseExpiredOrganisationAttempts(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('organisationAttempts').where('expiresAt', '<=', now).execute()
}
