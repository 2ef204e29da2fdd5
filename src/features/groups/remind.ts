import { listUnfinished } from '#database/group-letters.ts'
import { requestMails } from '#database/mails.ts'
import { lockRound, markReminded } from '#database/rounds.ts'
import { decideRemind, type RoundRefusal } from '#domain/round.ts'
import type { House } from '#web/house.ts'

/**
 * Asks for a letter to everybody who did not send answers in. Nobody learns who that is, or how many: also whoever
 * asks does not. At most once a day, whoever asks.
 */
export async function remind(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'mailWaits'>,
  id: string,
  by: 'organiser' | 'itself',
): Promise<{ ok: true } | { ok: false; refusal: RoundRefusal }> {
  const decision = await house.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, id, 'change')
    if (!round) throw new Error('there is no such round')
    const now = house.clock()
    const decided = decideRemind(round, round.remindedAt, now)
    if (!decided.ok) return decided
    const unfinished = await listUnfinished(trx, id)
    await requestMails(
      trx,
      unfinished.map(({ address, accountId, invitationId }) => ({
        id: house.secrets.createId(),
        kind: 'reminder' as const,
        address,
        accountId,
        about: invitationId ?? id,
        requestedAt: now,
      })),
    )
    await markReminded(trx, id, now, by)
    return decided
  })
  if (decision.ok) house.mailWaits()
  return decision
}
