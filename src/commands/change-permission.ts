import { createAccount, findAccountByAddress, findPasswordHash } from '#database/accounts.ts'
import { writeAudit } from '#database/audit.ts'
import type { Database } from '#database/connect.ts'
import { requestMail } from '#database/mails.ts'
import { setPermission } from '#database/permissions.ts'
import type { EmailAddress } from '#domain/email-address.ts'
import type { Permission } from '#domain/permissions.ts'

export type PermissionChange =
  /** There is no account to take anything away from. */
  | { kind: 'unknown' }
  | { kind: 'same'; address: string; hasPassword: boolean }
  /** `getsLetter`: a letter to choose a password was asked for. */
  | { kind: 'made'; address: string; getsLetter: true }
  | { kind: 'changed'; address: string; getsLetter: boolean; before: Permission }

/** Who did it, in the log of what administrators did: a command is given by nobody with an account. */
const WHOEVER_RUNS_IT = 'wie de server beheert'

/** Where an id and the time come from. */
type Desk = { createId: () => string; now: Date }

/**
 * Lets this account do this from now on, makes it when there is none, and asks for a letter to choose a password when
 * it has none: all of it or nothing. Whoever runs QuickScan vouches for the address; the letter proves it.
 */
export function changePermission(
  db: Database,
  asked: EmailAddress,
  permission: Permission,
  { createId, now }: Desk,
): Promise<PermissionChange> {
  return db.transaction().execute(async (trx): Promise<PermissionChange> => {
    const askForPassword = (accountId: string, address: string) =>
      requestMail(trx, { id: createId(), kind: 'choose-password', address, accountId, requestedAt: now })

    const writeDown = (to: string) =>
      writeAudit(trx, {
        at: now,
        address: WHOEVER_RUNS_IT,
        action: 'permission-given',
        about: { to, permission },
      })

    const id = createId()
    const account = { ...asked, id, passwordHash: null, permission, createdAt: now }
    if (permission !== 'participant' && (await createAccount(trx, account))) {
      await askForPassword(id, asked.address)
      await writeDown(asked.address)
      return { kind: 'made', address: asked.address, getsLetter: true }
    }

    const found = await findAccountByAddress(trx, asked.key)
    if (!found) return { kind: 'unknown' }
    const { address, permission: before } = found
    const hasPassword = (await findPasswordHash(trx, found.id)) !== null
    if (!(await setPermission(trx, found.id, permission))) return { kind: 'same', address, hasPassword }
    await writeDown(address)
    const getsLetter = !hasPassword && permission !== 'participant'
    if (getsLetter) await askForPassword(found.id, address)
    return { kind: 'changed', address, getsLetter, before }
  })
}
