import { findInvitationOfRound, renewInvitation, revokeInvitation } from '#database/invitations.ts'
import { requestMail } from '#database/mails.ts'
import { lockRound } from '#database/rounds.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { roundState } from '#domain/round.ts'
import { refuseInGroup, refuseInRound } from '#features/groups/refusal-page.tsx'
import { isWithin } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { idIn, requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { ENOUGH_FOR_TODAY } from '#words/group-words.ts'

/** Sends an invitation once more, or revokes it. The answer is the same whether it was accepted or not. */
export function changeInvitation(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group, account }) => {
    const form = await readFields(c, ['doe'])
    const wanted = form?.get('doe')
    if (wanted !== 'opnieuw' && wanted !== 'intrekken') return refuse(c, 400)
    const { db, clock, secrets, mailWaits } = c.get('house')
    if (wanted === 'opnieuw' && !(await isWithin(c, LIMITS.invitationsPerAccount, account.id))) {
      c.header('retry-after', String(LIMITS.invitationsPerAccount.seconds))
      return refuseInGroup(c, group.id, ENOUGH_FOR_TODAY, 429)
    }
    const id = idIn(c, 'invitation')
    const outcome = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, group.round.id, 'use')
      const invitation = id && (await findInvitationOfRound(trx, group.round.id, id))
      if (!round || !invitation) return 'missing'
      const now = clock()
      if (roundState(round, now) !== 'open') return 'closed'
      if (wanted === 'intrekken') await revokeInvitation(trx, invitation.id, now)
      else {
        await renewInvitation(trx, invitation.id, now)
        await requestMail(trx, {
          id: secrets.createId(),
          kind: 'invitation-again',
          address: invitation.address,
          accountId: null,
          about: invitation.id,
          requestedAt: now,
        })
      }
      return 'done'
    })
    if (outcome === 'missing') return refuse(c, 404)
    if (outcome === 'closed') return refuseInRound(c, group.id, 'round-is-closed')
    mailWaits()
    const done = wanted === 'opnieuw' ? 'opnieuw' : 'ingetrokken'
    return c.redirect(`${urls.groupInvitations.to({ group: group.id })}?gelukt=${done}`, 303)
  })
}
