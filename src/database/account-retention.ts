import { WARNING_LETTERS } from '#domain/account-retention.ts'
import type { MailRequest } from '#domain/letter.ts'
import { eraseAccount } from './account-erasure.ts'
import type { Database } from './connect.ts'
import { forgetMail, requestMail } from './mails.ts'

export type UnusedAccount = {
  id: string
  address: string
  usedAt: Date
  warnings: number
  warnedAt: Date | null
}

/** Accounts that nobody used since this moment, longest unused first. */
export function listUnusedAccounts(db: Database, unusedSince: Date): Promise<UnusedAccount[]> {
  return db
    .selectFrom('accounts')
    .select(['id', 'address', 'usedAt', 'warnings', 'warnedAt'])
    .where('usedAt', '<=', unusedSince)
    .orderBy('usedAt')
    .orderBy('id')
    .execute()
}

/**
 * A warning that still waits to be sent has warned nobody yet: the days that it promises begin now. Without this a
 * program that stopped just after it warned would erase at its next start.
 */
export async function dateWaitingWarnings(db: Database, now: Date): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ warnedAt: now })
    .where('warnedAt', '<', now)
    .where('id', 'in', (query) =>
      query
        .selectFrom('mails')
        .select('accountId')
        .where('kind', 'in', WARNING_LETTERS)
        .where('accountId', 'is not', null)
        .$narrowType<{ accountId: string }>(),
    )
    .execute()
}

/**
 * Asks for the warning and counts it, both or neither. Nothing happens when the account was used or warned in
 * the meantime. Gives how many were warned: 1 or 0.
 */
export function warnAccount(
  db: Database,
  { id, warnings }: UnusedAccount,
  mail: MailRequest,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const warned = await trx
      .updateTable('accounts')
      .set({ warnings: warnings + 1, warnedAt: mail.requestedAt })
      .where('id', '=', id)
      .where('warnings', '=', warnings)
      .returning('id')
      .executeTakeFirst()
    if (!warned) return 0
    await requestMail(trx, mail)
    return 1
  })
}

/**
 * Gives up a warning that could not go out. It warned nobody, so it does not count, nor does one before it: the account
 * is warned anew, from the first.
 */
export function giveUpWarning(db: Database, mail: Pick<MailRequest, 'id' | 'accountId'>): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await forgetMail(trx, mail.id)
    await trx
      .updateTable('accounts')
      .set({ warnings: 0, warnedAt: null })
      .where('id', '=', mail.accountId)
      .execute()
  })
}

/** Erases the account, unless it was used in the meantime, and tells its address so. Gives 1 or 0. */
export function eraseUnusedAccount(
  db: Database,
  { id, warnings }: UnusedAccount,
  mail: Omit<MailRequest, 'kind' | 'accountId'>,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const unused = await trx
      .selectFrom('accounts')
      .select('id')
      .where('id', '=', id)
      .where('warnings', '=', warnings)
      .forUpdate()
      .executeTakeFirst()
    if (!unused) return 0
    await eraseAccount(trx, id)
    // Without a link to the account: that is gone, and this letter has to go out all the same.
    await requestMail(trx, { ...mail, kind: 'account-erased', accountId: null })
    return 1
  })
}
