import type { Database } from './connect.ts'

/** Somebody who gave the right password, and not the second factor yet. `stays` as chosen for the session. */
export type PendingSignIn = { accountId: string; stays: boolean }

export async function savePendingSignIn(
  db: Database,
  pending: PendingSignIn & { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await db.insertInto('pendingSignIns').values(pending).execute()
}

/** Looks without using it up: for the page that asks for the second factor, and for checking what is given. */
export function findPendingSignIn(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<PendingSignIn | undefined> {
  return db
    .selectFrom('pendingSignIns')
    .select(['accountId', 'stays'])
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses it up: of any number of requests at once, one gets it. */
export function usePendingSignIn(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<PendingSignIn | undefined> {
  return db
    .deleteFrom('pendingSignIns')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .returning(['accountId', 'stays'])
    .executeTakeFirst()
}

/** After a change of password nobody goes on with the earlier one. */
export async function endPendingSignIns(db: Database, account: string): Promise<void> {
  await db.deleteFrom('pendingSignIns').where('accountId', '=', account).execute()
}

export async function eraseExpiredPendingSignIns(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('pendingSignIns').where('expiresAt', '<=', now).execute()
}
