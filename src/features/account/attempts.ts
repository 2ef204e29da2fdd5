import { LIMITS } from '#domain/attempt-limits.ts'
import { isWithin } from '#web/attempts.ts'
import { networkOfClient } from '#web/client-network.ts'
import type { RequestContext } from '#web/house.ts'

/** Counts a try at the password of this account, and says whether it may still be tried. */
export async function mayTryPassword(c: RequestContext, addressKey: string): Promise<boolean> {
  return (
    (await isWithin(c, LIMITS.passwordsPerNetwork, networkOfClient(c))) &&
    (await isWithin(c, LIMITS.passwordsPerAccount, addressKey))
  )
}
