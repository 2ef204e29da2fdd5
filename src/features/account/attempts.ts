import { countAttempt } from '#database/attempts.ts'
import { LIMITS, type Limit } from '#domain/attempt-limits.ts'
import { networkOfClient } from '#web/client-network.ts'
import type { RequestContext } from '#web/house.ts'

/** Counts a try at the password of this account, and says whether it may still be tried. */
export async function mayTryPassword(c: RequestContext, addressKey: string): Promise<boolean> {
  return (
    (await isWithin(c, LIMITS.passwordsPerNetwork, networkOfClient(c))) &&
    (await isWithin(c, LIMITS.passwordsPerAccount, addressKey))
  )
}

/** Counts one more, and says whether it is within the limit. */
export async function isWithin(c: RequestContext, limit: Limit, subject: string): Promise<boolean> {
  const { db, clock } = c.get('house')
  const count = await countAttempt(db, attemptSubject(c, limit, subject), limit.seconds, clock())
  return count <= limit.most
}

/** Under what a try is counted. A hash: the table tells nobody who tried. */
export function attemptSubject(c: RequestContext, limit: Limit, subject: string): string {
  return c.get('house').secrets.hash(`${limit.name}:${subject}`)
}
