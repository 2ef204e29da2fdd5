import { markUsed } from '#database/accounts.ts'
import { savePendingSignIn } from '#database/pending-sign-ins.ts'
import { secondFactorsOf } from '#database/second-factors.ts'
import { needsSecondFactor, PENDING_SIGN_IN_MINUTES, pendingSignInExpiry } from '#domain/second-factor.ts'
import { giveToken } from '#web/cookies.ts'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { signIn } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { goOn } from './claim.tsx'

/** Somebody who showed who they are. `stays`: also after the browser is closed. */
export type Entrance = { accountId: string; stays: boolean; next: string | null; isNew?: boolean }

/** The cookie between the two steps. */
export const PENDING = 'quickscan-stap'

/** After the right password, or the organisation's word: signs in, or first asks for the second step. */
export async function goOnAfterFirstFactor(c: RequestContext, entrance: Entrance): Promise<Response> {
  const { db, clock } = c.get('house')
  if (!needsSecondFactor(await secondFactorsOf(db, entrance.accountId))) return enter(c, entrance)
  await savePendingSignIn(db, {
    tokenHash: giveToken(c, PENDING, PENDING_SIGN_IN_MINUTES * 60),
    accountId: entrance.accountId,
    stays: entrance.stays,
    expiresAt: pendingSignInExpiry(clock()),
  })
  return c.redirect(withNext(urls.secondStep.to(), entrance.next), 303)
}

/** Signs in, after everything that was asked. */
export async function enter(c: RequestContext, entrance: Entrance): Promise<Response> {
  const { accountId, stays, next, ...rest } = entrance
  const { db, clock } = c.get('house')
  await markUsed(db, accountId, clock())
  await signIn(c, accountId, stays)
  return goOn(c, next, rest)
}
