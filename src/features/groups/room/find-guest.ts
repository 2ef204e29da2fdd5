import { findGuest } from '#database/meeting-votes.ts'
import { findMeetingByCode, type StoredMeeting } from '#database/meetings.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { isOver, normaliseMeetingCode } from '#domain/meeting.ts'
import { isBeyond, isWithin } from '#web/attempts.ts'
import { networkOfClient } from '#web/client-network.ts'
import { tokenHashIn } from '#web/cookies.ts'
import type { RequestContext } from '#web/house.ts'

export const GUEST_COOKIE = 'quickscan-gesprek'

/** `guest` is the phone as it is known in this meeting; null when it did not come in yet. */
export type CodeOutcome =
  | { kind: 'found'; meeting: StoredMeeting; guest: string | null }
  | { kind: 'unknown' }
  | { kind: 'too-many' }

/**
 * The meeting with this code. Only wrong ones count, and whoever is inside already is never kept waiting for what
 * others tried.
 */
export async function findByCode(c: RequestContext, typed: string): Promise<CodeOutcome> {
  const { db, clock } = c.get('house')
  const code = normaliseMeetingCode(typed)
  const found = code ? await findMeetingByCode(db, code) : undefined
  const meeting = found && !isOver(found, clock()) ? found : null
  const token = tokenHashIn(c, GUEST_COOKIE)
  const guest = meeting && token ? await findGuest(db, meeting.id, token) : null
  if (meeting && guest) return { kind: 'found', meeting, guest }
  const network = networkOfClient(c)
  if (meeting) {
    const isBlocked = await isBeyond(c, LIMITS.roomCodesPerNetwork, network)
    return isBlocked ? { kind: 'too-many' } : { kind: 'found', meeting, guest }
  }
  const isAllowed = await isWithin(c, LIMITS.roomCodesPerNetwork, network)
  return isAllowed ? { kind: 'unknown' } : { kind: 'too-many' }
}
