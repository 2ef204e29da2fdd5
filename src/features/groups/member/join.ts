import { eraseJoinRequest } from '#database/join-requests.ts'
import { addMember, findTakingPart } from '#database/round-members.ts'
import { lockRound } from '#database/rounds.ts'
import type { Session } from '#database/sessions.ts'
import { decideJoin, type RoundRefusal } from '#domain/round.ts'
import type { House } from '#web/house.ts'

export type Joining = { round: string; account: Session['account']; role: string | null }

/** Makes somebody a member of a round; one person once, also with a second account for the same address. */
export function join(
  { db, clock, secrets }: Pick<House, 'db' | 'clock' | 'secrets'>,
  { round: id, account, role }: Joining,
): Promise<{ ok: true } | { ok: false; refusal: RoundRefusal }> {
  const addressHash = secrets.hash(account.address.toLowerCase())
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, id, 'use')
    if (!round) return { ok: false, refusal: 'round-is-closed' }
    const now = clock()
    const known = await findTakingPart(trx, id, { accountId: account.id, addressHash })
    const decision = decideJoin(round, known, now)
    if (!decision.ok) return decision
    const member = { id: secrets.createId(), roundId: id, accountId: account.id, addressHash, role }
    const isAdded = await addMember(trx, { ...member, joinedAt: now })
    // Whoever asked by the link as well need not be answered any more.
    await eraseJoinRequest(trx, id, account.id)
    return isAdded ? decision : { ok: false, refusal: 'is-member-already' }
  })
}
