import type { DatabaseTransaction } from '#database/connect.ts'
import { secondFactorsOf } from '#database/second-factors.ts'
import { endSessions, type Session } from '#database/sessions.ts'
import { needsSecondFactor } from '#domain/second-factor.ts'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { changeSecurity } from './change-security.ts'
import { codesPage, replaceRecoveryCodes } from './recovery-codes.tsx'

/**
 * Adds an app or a passkey. With the first one come recovery codes, and whoever got in elsewhere with the password
 * alone is out. Null when `save` gives false: then nothing changed.
 */
export async function addFactor(
  c: RequestContext,
  session: Session,
  save: (trx: DatabaseTransaction) => Promise<boolean>,
  { added, done }: { added: 'app' | 'passkey'; done: string },
): Promise<Response | null> {
  const { id } = session.account
  let codes: string[] = []
  const isChanged = await changeSecurity(c, session, async (trx) => {
    const before = await secondFactorsOf(trx, id)
    if (!(await save(trx))) return false
    if (!needsSecondFactor(before)) await endSessions(trx, id, session.id)
    if (before.recoveryCodes === 0) codes = await replaceRecoveryCodes(trx, c.get('house'), id)
    return true
  })
  if (!isChanged) return null
  if (codes.length > 0) return codesPage(c, codes, done)
  return c.redirect(`${urls.accountSecurity.to()}?bewaard=${added}`, 303)
}
