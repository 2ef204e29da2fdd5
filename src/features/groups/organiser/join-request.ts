import { addInvitations, findInvitationOfAddress } from '#database/invitations.ts'
import { takeJoinRequest } from '#database/join-requests.ts'
import { requestMail } from '#database/mails.ts'
import { lockRound } from '#database/rounds.ts'
import { roundState } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { idIn, requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** Says yes or no to somebody who asks to take part. A yes is an invitation: they still choose themselves. */
export function answerRequest(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group }) => {
    const form = await readFields(c, ['doe'])
    const wanted = form?.get('doe')
    if (wanted !== 'toelaten' && wanted !== 'weigeren') return refuse(c, 400)
    const { db, clock, secrets, mailWaits } = c.get('house')
    const id = idIn(c, 'request')
    const outcome = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, group.round.id, 'use')
      const now = clock()
      if (!round || roundState(round, now) !== 'open') return 'closed'
      const request = id && (await takeJoinRequest(trx, round.id, id))
      if (!request) return 'missing'
      if (wanted === 'weigeren') return 'done'
      const { address, name } = request
      const addressKey = address.toLowerCase()
      await addInvitations(trx, [
        { id: secrets.createId(), roundId: round.id, address, addressKey, name, invitedAt: now },
      ])
      // Whoever was invited before gets a letter too: the organiser is told that it is on its way.
      const invitation = await findInvitationOfAddress(trx, round.id, addressKey)
      if (!invitation) throw new Error('the invitation was not kept')
      await requestMail(trx, {
        id: secrets.createId(),
        kind: 'request-approved',
        address,
        accountId: null,
        about: invitation.id,
        requestedAt: now,
      })
      return 'done'
    })
    if (outcome === 'missing') return refuse(c, 404)
    if (outcome === 'closed') return refuseInRound(c, group.id, 'round-is-closed')
    mailWaits()
    const done = wanted === 'toelaten' ? 'toegelaten' : 'geweigerd'
    return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=${done}`, 303)
  })
}
