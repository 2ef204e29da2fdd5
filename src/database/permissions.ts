import type { Permission } from '#domain/permissions.ts'
import type { DatabaseTransaction } from './connect.ts'
import { endPendingSignIns } from './pending-sign-ins.ts'
import { endSessions } from './sessions.ts'

/**
 * Changes what an account may do and signs it out everywhere: nobody goes on under other rights than they signed in
 * with. Gives false, and does nothing, when it could do exactly this already.
 */
export async function setPermission(
  trx: DatabaseTransaction,
  account: string,
  permission: Permission,
): Promise<boolean> {
  const changed = await trx
    .updateTable('accounts')
    .set({ permission })
    .where('id', '=', account)
    .where('permission', '!=', permission)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await endSessions(trx, account)
  await endPendingSignIns(trx, account)
  return true
}
