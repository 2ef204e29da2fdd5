import type { Database } from './connect.ts'

/** Somebody who asks to take part, as the organiser has to know them to say yes or no. */
export type JoinRequest = { id: string; name: string; address: string; askedAt: Date }

/** Gives false when this account asked already. */
export async function addJoinRequest(
  db: Database,
  request: { id: string; roundId: string; accountId: string; name: string; askedAt: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('joinRequests')
    .values(request)
    .onConflict((conflict) => conflict.columns(['roundId', 'accountId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function hasAsked(db: Database, roundId: string, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom('joinRequests')
    .select('id')
    .where('roundId', '=', roundId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return found !== undefined
}

export function listJoinRequests(db: Database, roundId: string): Promise<JoinRequest[]> {
  return requests(db, roundId).orderBy('joinRequests.askedAt').execute()
}

/** Takes the request away to answer it: of two answers at once one gets it. */
export async function takeJoinRequest(
  db: Database,
  roundId: string,
  id: string,
): Promise<JoinRequest | undefined> {
  const found = await requests(db, roundId).where('joinRequests.id', '=', id).executeTakeFirst()
  if (!found) return undefined
  const taken = await db.deleteFrom('joinRequests').where('id', '=', id).executeTakeFirst()
  return taken.numDeletedRows > 0n ? found : undefined
}

function requests(db: Database, roundId: string) {
  return db
    .selectFrom('joinRequests')
    .innerJoin('accounts', 'accounts.id', 'joinRequests.accountId')
    .select(['joinRequests.id', 'joinRequests.name', 'accounts.address', 'joinRequests.askedAt'])
    .where('joinRequests.roundId', '=', roundId)
}

/** Nobody can join a round that is closed. */
export async function eraseJoinRequests(db: Database, roundId: string): Promise<void> {
  await db.deleteFrom('joinRequests').where('roundId', '=', roundId).execute()
}

/** Somebody joined in another way: there is nothing to answer any more. */
export async function eraseJoinRequest(db: Database, roundId: string, accountId: string): Promise<void> {
  await db
    .deleteFrom('joinRequests')
    .where('roundId', '=', roundId)
    .where('accountId', '=', accountId)
    .execute()
}
