import type { EmailAddress } from '#domain/email-address.ts'
import type { Permission } from '#domain/permissions.ts'
import type { Database } from './connect.ts'

export type Account = {
  id: string
  address: string
  permission: Permission
  createdAt: Date
}

export type NewAccount = EmailAddress & {
  id: string
  passwordHash: string | null
  permission?: Permission
  createdAt: Date
}

const COLUMNS = ['id', 'address', 'permission', 'createdAt'] as const

/** Gives false when somebody has this address already. The address must have been proven. */
export async function createAccount(db: Database, account: NewAccount): Promise<boolean> {
  const { key, ...columns } = account
  const created = await db
    .insertInto('accounts')
    .values({ ...columns, addressKey: key, usedAt: account.createdAt })
    .onConflict((conflict) => conflict.column('addressKey').doNothing())
    .returning('id')
    .executeTakeFirst()
  return created !== undefined
}

/** For signing in: what has to be checked, by the address whatever its letter case. */
export function findSignIn(
  db: Database,
  addressKey: string,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
  return db
    .selectFrom('accounts')
    .select(['id', 'passwordHash'])
    .where('addressKey', '=', addressKey)
    .executeTakeFirst()
}

export async function findPasswordHash(db: Database, account: string): Promise<string | null> {
  const found = await db
    .selectFrom('accounts')
    .select('passwordHash')
    .where('id', '=', account)
    .executeTakeFirst()
  return found?.passwordHash ?? null
}

export function findAccountByAddress(db: Database, addressKey: string): Promise<Account | undefined> {
  return db.selectFrom('accounts').select(COLUMNS).where('addressKey', '=', addressKey).executeTakeFirst()
}

export function findAccount(db: Database, id: string): Promise<(Account & { warnings: number }) | undefined> {
  return db
    .selectFrom('accounts')
    .select([...COLUMNS, 'warnings'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function setPassword(db: Database, account: string, passwordHash: string): Promise<void> {
  await db.updateTable('accounts').set({ passwordHash }).where('id', '=', account).execute()
}

/** Gives false when somebody else has this address already. */
export async function changeAddress(
  db: Database,
  account: string,
  { address, key }: EmailAddress,
): Promise<boolean> {
  const changed = await db
    .updateTable('accounts')
    .set({ address, addressKey: key })
    .where('id', '=', account)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('accounts as other')
            .select('other.id')
            .where('other.addressKey', '=', key)
            .where('other.id', '!=', account),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** An account that is used is not warned, and not erased. */
export async function markUsed(db: Database, account: string, usedAt: Date): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ usedAt, warnings: 0, warnedAt: null })
    .where('id', '=', account)
    .execute()
}

export type Profile = { role: string | null; organisation: string; organisationKind: string | null }

export function findProfile(db: Database, account: string): Promise<Profile> {
  return db
    .selectFrom('accounts')
    .select(['role', 'organisation', 'organisationKind'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
}

export async function saveProfile(db: Database, account: string, profile: Profile): Promise<void> {
  await db.updateTable('accounts').set(profile).where('id', '=', account).execute()
}

/**
 * Names of organisations that so many accounts give, whatever the letter case, in order of the alphabet. Fewer
 * would show who else is here.
 */
export async function listOrganisations(db: Database, least: number): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts')
    .select((row) => row.fn.min<string>('organisation').as('organisation'))
    .where('organisation', '!=', '')
    .groupBy((row) => row.fn<string>('lower', ['organisation']))
    .having((row) => row.fn.countAll(), '>=', least)
    .orderBy('organisation')
    .limit(MOST_ORGANISATIONS)
    .execute()
  return rows.map(({ organisation }) => organisation)
}

const MOST_ORGANISATIONS = 500
