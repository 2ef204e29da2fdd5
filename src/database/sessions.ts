import type { Account } from './accounts.ts'
import type { Database } from './connect.ts'

export type Session = {
  id: string
  account: Account
  /** When this person last proved who they are. */
  provedAt: Date
  /** Kept after the browser is closed. */
  stays: boolean
  expiresAt: Date
}
export type ListedSession = { id: string; device: string; createdAt: Date; expiresAt: Date }

export type NewSession = {
  tokenHash: string
  id: string
  accountId: string
  device: string
  stays: boolean
  createdAt: Date
  expiresAt: Date
}

export async function createSession(db: Database, session: NewSession): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ ...session, provedAt: session.createdAt })
    .execute()
}

/** Who is signed in with this, in one query: it runs on every request of somebody with an account. */
export async function findSession(db: Database, tokenHash: string, now: Date): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .select([
      'sessions.id as session',
      'sessions.provedAt',
      'sessions.stays',
      'sessions.expiresAt',
      'accounts.id',
      'accounts.address',
      'accounts.permission',
      'accounts.createdAt',
    ])
    .where('sessions.tokenHash', '=', tokenHash)
    .where('sessions.expiresAt', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  const { session, provedAt, stays, expiresAt, ...account } = row
  return { id: session, account, provedAt, stays, expiresAt }
}

/** Gives a session another token after a proof; the earlier token opens nothing any more. */
export async function renewSession(
  db: Database,
  id: string,
  { tokenHash, provedAt }: { tokenHash: string; provedAt: Date },
): Promise<void> {
  await db.updateTable('sessions').set({ tokenHash, provedAt }).where('id', '=', id).execute()
}

/** Where somebody is signed in, newest first. */
export function listSessions(db: Database, account: string, now: Date): Promise<ListedSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'createdAt', 'expiresAt'])
    .where('accountId', '=', account)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
}

/** Ends one session of this account; somebody else's stays. */
export async function endSession(db: Database, account: string, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('accountId', '=', account).where('id', '=', id).execute()
}

/** Ends every session of this account, but for the one that is named. */
export async function endSessions(db: Database, account: string, except?: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('accountId', '=', account)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .execute()
}

/** Ends the session that this token opens, whoever's it is. */
export async function endSessionOf(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute()
}

export async function eraseExpiredSessions(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute()
}
