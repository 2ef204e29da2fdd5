import type { PasskeyPurpose } from '#domain/second-factor.ts'
import type { Database } from './connect.ts'

/** `id` and `publicKey` are base64url; `counter` is 0 for ever with a passkey that does not count. */
export type Passkey = {
  id: string
  accountId: string
  publicKey: string
  counter: number
  transports: string[]
}
export type ListedPasskey = {
  id: string
  transports: string[]
  name: string
  createdAt: Date
  usedAt: Date | null
}

/** Gives false when this passkey was there already, whoever's it is. */
export async function savePasskey(
  db: Database,
  passkey: Passkey & { name: string; createdAt: Date },
): Promise<boolean> {
  const saved = await db
    .insertInto('passkeys')
    .values({ ...passkey, usedAt: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** The passkeys of an account, oldest first. */
export function listPasskeys(db: Database, account: string): Promise<ListedPasskey[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'transports', 'name', 'createdAt', 'usedAt'])
    .where('accountId', '=', account)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Whoever's it is: a passkey says by itself who signs in. */
export function findPasskey(db: Database, id: string): Promise<Passkey | undefined> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'accountId', 'publicKey', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Writes down that it was used, by the counter of a right answer. Gives false when the counter did not rise: then
 * the answer is a repeated one, or comes from a copy of the passkey, and opens nothing. 0 after 0 is fine.
 */
export async function touchPasskey(db: Database, id: string, counter: number, now: Date): Promise<boolean> {
  const touched = await db
    .updateTable('passkeys')
    .set({ counter, usedAt: now })
    .where('id', '=', id)
    .where((row) => (counter === 0 ? row.eb('counter', '=', 0) : row.eb('counter', '<', counter)))
    .returning('id')
    .executeTakeFirst()
  return touched !== undefined
}

/** Of this account only. Gives false when it has no such passkey. */
export async function renamePasskey(
  db: Database,
  account: string,
  id: string,
  name: string,
): Promise<boolean> {
  const renamed = await db
    .updateTable('passkeys')
    .set({ name })
    .where('accountId', '=', account)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return renamed !== undefined
}

/** Of this account only. With the last second factor the recovery codes go too. */
export async function removePasskey(db: Database, account: string, id: string): Promise<boolean> {
  const removed = await db
    .with('codes', (query) =>
      query
        .deleteFrom('recoveryCodes')
        .where('accountId', '=', account)
        .where((row) =>
          row.not(
            row.or([
              row.exists(
                row
                  .selectFrom('authenticators')
                  .select('authenticators.accountId')
                  .where('authenticators.accountId', '=', account)
                  .where('confirmedAt', 'is not', null),
              ),
              row.exists(
                row
                  .selectFrom('passkeys')
                  .select('passkeys.id')
                  .where('passkeys.accountId', '=', account)
                  .where('passkeys.id', '!=', id),
              ),
            ]),
          ),
        ),
    )
    .deleteFrom('passkeys')
    .where('accountId', '=', account)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** What a passkey is asked to sign. `accountId` is null when nobody is known yet. */
export type PasskeyChallenge = { challengeHash: string; purpose: PasskeyPurpose; accountId: string | null }

export async function saveChallenge(
  db: Database,
  challenge: PasskeyChallenge & { expiresAt: Date },
): Promise<void> {
  await db.insertInto('passkeyChallenges').values(challenge).execute()
}

/** Uses it up, for this purpose and this account: of any number of requests at once, one gets true. */
export async function useChallenge(
  db: Database,
  { challengeHash, purpose, accountId }: PasskeyChallenge,
  now: Date,
): Promise<boolean> {
  const used = await db
    .deleteFrom('passkeyChallenges')
    .where('challengeHash', '=', challengeHash)
    .where('purpose', '=', purpose)
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('expiresAt', '>', now)
    .returning('challengeHash')
    .executeTakeFirst()
  return used !== undefined
}

export async function eraseExpiredChallenges(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('passkeyChallenges').where('expiresAt', '<=', now).execute()
}
