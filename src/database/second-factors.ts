import type { SecondFactors } from '#domain/second-factor.ts'
import type { Database, DatabaseTransaction } from './connect.ts'

/** What this account has beside a password, in one query. */
export function secondFactorsOf(db: Database, account: string): Promise<SecondFactors> {
  return db
    .selectNoFrom((row) => [
      row
        .exists(
          row
            .selectFrom('authenticators')
            .select('accountId')
            .where('accountId', '=', account)
            .where('confirmedAt', 'is not', null),
        )
        .$castTo<boolean>()
        .as('authenticator'),
      row
        .selectFrom('passkeys')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('accountId', '=', account)
        .$asScalar()
        .$notNull()
        .as('passkeys'),
      row
        .selectFrom('recoveryCodes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('accountId', '=', account)
        .$asScalar()
        .$notNull()
        .as('recoveryCodes'),
    ])
    .executeTakeFirstOrThrow()
}

export type Authenticator = { secret: string; lastStep: number; confirmedAt: Date | null }

/**
 * Keeps the secret (base32) that somebody is about to put in an app, in place of one that was never confirmed.
 * Gives false when there is a confirmed one: that has to be removed first.
 */
export async function startAuthenticator(
  db: Database,
  account: string,
  secret: string,
  now: Date,
): Promise<boolean> {
  const started = await db
    .insertInto('authenticators')
    .values({ accountId: account, secret, createdAt: now, confirmedAt: null })
    .onConflict((conflict) =>
      conflict
        .column('accountId')
        .doUpdateSet({ secret, createdAt: now, lastStep: 0 })
        .where('authenticators.confirmedAt', 'is', null),
    )
    .returning('accountId')
    .executeTakeFirst()
  return started !== undefined
}

/** Also one that is not confirmed yet: `confirmedAt` is null then, and it may not open anything. */
export function findAuthenticator(db: Database, account: string): Promise<Authenticator | undefined> {
  return db
    .selectFrom('authenticators')
    .select(['secret', 'lastStep', 'confirmedAt'])
    .where('accountId', '=', account)
    .executeTakeFirst()
}

/**
 * From now on it counts. Uses up the step of the first code. Gives false when it was confirmed before, or when
 * another secret came in its place after the code was checked.
 */
export async function confirmAuthenticator(
  db: Database,
  account: string,
  { secret, step }: { secret: string; step: number },
  now: Date,
): Promise<boolean> {
  const confirmed = await db
    .updateTable('authenticators')
    .set({ confirmedAt: now, lastStep: step })
    .where('accountId', '=', account)
    .where('secret', '=', secret)
    .where('confirmedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  return confirmed !== undefined
}

/**
 * Uses up the step of a right code, and every step before it: of any number of requests at once, one gets true.
 * Without true the code opens nothing.
 */
export async function acceptStep(db: Database, account: string, step: number): Promise<boolean> {
  const accepted = await db
    .updateTable('authenticators')
    .set({ lastStep: step })
    .where('accountId', '=', account)
    .where('confirmedAt', 'is not', null)
    .where('lastStep', '<', step)
    .returning('accountId')
    .executeTakeFirst()
  return accepted !== undefined
}

/** The recovery codes go too, unless there are passkeys that they stand in for. Gives false when there was none. */
export async function removeAuthenticator(db: Database, account: string): Promise<boolean> {
  const removed = await db
    .with('codes', (query) =>
      query
        .deleteFrom('recoveryCodes')
        .where('accountId', '=', account)
        .where((row) =>
          row.not(
            row.exists(row.selectFrom('passkeys').select('passkeys.id').where('accountId', '=', account)),
          ),
        ),
    )
    .deleteFrom('authenticators')
    .where('accountId', '=', account)
    .returning('accountId')
    .executeTakeFirst()
  return removed !== undefined
}

/** A secret that never came in an app is no longer shown to anybody. */
export async function eraseUnconfirmedAuthenticators(db: Database, before: Date): Promise<void> {
  await db
    .deleteFrom('authenticators')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<', before)
    .execute()
}

/** Keeps new codes; the earlier ones stop working. Of two that do this at once, the codes of the last stay. */
export async function saveRecoveryCodes(
  trx: DatabaseTransaction,
  account: string,
  codeHashes: string[],
): Promise<void> {
  await trx.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute()
  await trx.deleteFrom('recoveryCodes').where('accountId', '=', account).execute()
  await trx
    .insertInto('recoveryCodes')
    .values(codeHashes.map((codeHash) => ({ codeHash, accountId: account })))
    .execute()
}

/** Uses it up: of any number of requests at once, one gets true. */
export async function useRecoveryCode(db: Database, account: string, codeHash: string): Promise<boolean> {
  const used = await db
    .deleteFrom('recoveryCodes')
    .where('accountId', '=', account)
    .where('codeHash', '=', codeHash)
    .returning('codeHash')
    .executeTakeFirst()
  return used !== undefined
}
