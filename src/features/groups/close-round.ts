import {
  contributorOfOrganiser,
  eraseContributions,
  readContributions,
  readEarlierSets,
  takeTurnToTell,
} from '#database/contributions.ts'
import { listInvolved } from '#database/group-letters.ts'
import { eraseJoinRequests } from '#database/join-requests.ts'
import { requestMails } from '#database/mails.ts'
import { contributorsBefore, saveRelease } from '#database/releases.ts'
import { lockRound, markClosed, type StoredRound } from '#database/rounds.ts'
import { tellRound } from '#domain/release.ts'
import { decideClose, type RoundRefusal } from '#domain/round.ts'
import type { House } from '#web/house.ts'

type Transaction = Parameters<typeof lockRound>[0]
type Closing = Pick<House, 'db' | 'catalogue' | 'clock' | 'secrets' | 'minGroup' | 'mailWaits'>

/**
 * Closes a round for good: tells the group what may be told, keeps nothing of what people sent in to a confidential
 * one, and asks for the letters that say so. All of it happens or nothing. Of two who close at once one is refused.
 */
export async function closeRound(
  house: Closing,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: RoundRefusal }> {
  const decision = await house.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, id, 'change')
    if (!round) throw new Error('there is no such round')
    const now = house.clock()
    const decided = decideClose(round, now)
    if (!decided.ok) return decided
    if (round.kind === 'confidential') await tell(trx, house, round, now)
    await markClosed(trx, id, now)
    await eraseJoinRequests(trx, id)
    const involved = await listInvolved(trx, id, round.groupId)
    await requestMails(
      trx,
      involved.map(({ address, accountId }) => ({
        id: house.secrets.createId(),
        kind: 'round-closed' as const,
        address,
        accountId,
        about: id,
        requestedAt: now,
      })),
    )
    return decided
  })
  if (decision.ok) house.mailWaits()
  return decision
}

async function tell(trx: Transaction, house: Closing, round: StoredRound, now: Date): Promise<void> {
  const instrument = house.catalogue.find(round.instrument, round.instrumentVersion)
  if (!instrument) throw new Error('the instrument of the round is not there')
  await takeTurnToTell(trx)
  const sent = await readContributions(trx, round.id)
  const outcome = tellRound({
    instrument,
    sent,
    organiser: (await contributorOfOrganiser(trx, round.groupId)) ?? '',
    // What was promised is never lowered, also when the host asks for less by now.
    k: Math.max(round.least, house.minGroup),
    earlier: await readEarlierSets(
      trx,
      sent.map(({ version }) => version),
    ),
    before: await contributorsBefore(trx, round.groupId, round.number),
  })
  if (outcome) {
    const [everybody = [], ...roles] = outcome.told
    await saveRelease(trx, {
      id: house.secrets.createId(),
      roundId: round.id,
      instrument: round.instrument,
      instrumentVersion: round.instrumentVersion,
      releasedAt: now,
      content: outcome.release,
      everybody,
      roles,
    })
  }
  await eraseContributions(trx, round.id)
}
