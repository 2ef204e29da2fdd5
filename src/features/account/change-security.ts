import type { DatabaseTransaction } from '#database/connect.ts'
import { requestMail } from '#database/mails.ts'
import type { Session } from '#database/sessions.ts'
import type { RequestContext } from '#web/house.ts'
import { proveAgain } from '#web/session.ts'

/**
 * Changes how somebody signs in, tells it by mail, and goes on in a session with another token. Nothing of this when
 * `change` gives false: then it may not have changed anything itself.
 */
export async function changeSecurity(
  c: RequestContext,
  session: Session,
  change: (trx: DatabaseTransaction) => Promise<boolean>,
): Promise<boolean> {
  const { db, clock, secrets, mailWaits } = c.get('house')
  const { id, address } = session.account
  const isChanged = await db.transaction().execute(async (trx) => {
    if (!(await change(trx))) return false
    await requestMail(trx, {
      id: secrets.createId(),
      kind: 'second-factor-changed',
      address,
      accountId: id,
      requestedAt: clock(),
    })
    return true
  })
  if (!isChanged) return false
  mailWaits()
  await proveAgain(c, session)
  return true
}
