import { findMembership, removeSent } from '#database/round-members.ts'
import { lockRound } from '#database/rounds.ts'
import { decideTakeBack } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** Takes back what was sent in, until the round is closed. */
export function takeBack(c: RequestContext): Promise<Response> {
  return requireGroup(c, async ({ group, account }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const { db, clock } = c.get('house')
    const decision = await db.transaction().execute(async (trx) => {
      const round = (await lockRound(trx, group.round.id, 'use')) ?? group.round
      const membership = await findMembership(trx, round.id, account.id)
      const member = membership ? { account: account.id, ...membership } : null
      const decided = decideTakeBack(round, member, clock())
      if (decided.ok && membership) await removeSent(trx, membership.id)
      return decided
    })
    if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
    return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=teruggenomen`, 303)
  })
}
