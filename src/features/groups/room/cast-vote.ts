import { saveOutcome, takeVotes } from '#database/counted-votes.ts'
import { countTurnout, isTold, saveVote } from '#database/meeting-votes.ts'
import { lockMeeting, meetingNews } from '#database/meetings.ts'
import { sendNews } from '#database/send-news.ts'
import { isOver, isVoteComplete, PRESENT_SECONDS } from '#domain/meeting.ts'
import { inRandomOrder } from '#domain/random-order.ts'
import { type Ballot, tellVote } from '#domain/vote.ts'
import type { House } from '#web/house.ts'

type Desk = Pick<House, 'db' | 'clock' | 'secrets'>
type Place = { meetingId: string; step: string }

export function presentSince(now: Date): Date {
  return new Date(now.getTime() - PRESENT_SECONDS * 1000)
}

/**
 * Keeps what a phone chose. `too-late` when the vote was told or the room looks at another screen: then nothing is
 * kept, and what was told stays as it is.
 */
export async function castVote(
  desk: Desk,
  { meetingId, step }: Place,
  { guestId, choices }: { guestId: string; choices: string[] },
): Promise<'kept' | 'too-late'> {
  const outcome = await desk.db.transaction().execute(async (trx) => {
    const meeting = await lockMeeting(trx, meetingId, 'use')
    if (!meeting || isOver(meeting, desk.clock()) || meeting.step !== step) return 'too-late'
    if (await isTold(trx, { meetingId, roundId: meeting.roundId, step })) return 'too-late'
    await saveVote(trx, { meetingId, step, guestId, choices })
    return 'kept'
  })
  if (outcome === 'kept') await sendNews(desk.db, meetingNews(meetingId))
  return outcome
}

/**
 * Tells what a vote came to, once and for good. `whenComplete`: only when everybody who is there has voted. Gives false
 * when it was told before, or the room looks at another screen.
 */
export async function tellOutcome(
  desk: Desk,
  { meetingId, step }: Place,
  { ballot, whenComplete = false }: { ballot: Ballot; whenComplete?: boolean },
): Promise<boolean> {
  const { db, clock, secrets } = desk
  const now = clock()
  return db.transaction().execute(async (trx) => {
    const meeting = await lockMeeting(trx, meetingId, 'change')
    if (!meeting || isOver(meeting, now) || meeting.step !== step) return false
    if (await isTold(trx, { meetingId, roundId: meeting.roundId, step })) return false
    const turnout = await countTurnout(trx, { meetingId, step, since: presentSince(now) })
    if (whenComplete && !isVoteComplete(turnout, meeting.least)) return false
    const votes = await takeVotes(trx, { meetingId, step })
    const outcome = tellVote(ballot, votes, {
      k: meeting.least,
      shuffle: (options) => inRandomOrder(options, secrets.randomBytes),
    })
    await saveOutcome(trx, { meetingId, step, outcome, toldAt: now })
    return true
  })
}
