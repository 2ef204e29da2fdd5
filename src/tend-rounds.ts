import {
  listDueRounds,
  listRoundsToCount,
  listRoundsToRemind,
  progressOf,
  saveProgress,
} from '#database/rounds.ts'
import { REMIND_BEFORE_DAYS } from '#domain/round.ts'
import { COUNT_EVERY_HOURS, countProgress } from '#domain/round-progress.ts'
import type { House } from '#web/house.ts'
import { closeRound, remind } from './app.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/**
 * What rounds need without anybody asking: closes those whose date has come, reminds once when it is near, and counts
 * once a day how far they are. One that fails is told of and holds no other up. Gives how many of each.
 */
export async function tendRounds(
  house: Pick<House, 'db' | 'catalogue' | 'clock' | 'secrets' | 'minGroup' | 'mailWaits' | 'log'>,
): Promise<{ closed: number; reminded: number; counted: number }> {
  const { db, clock, log } = house
  const now = clock()
  // Refused means that another program was there first.
  const attempt = async (what: string, work: () => Promise<{ ok: boolean }>) => {
    try {
      return (await work()).ok ? 1 : 0
    } catch (error) {
      log.error({ err: error }, `could not ${what} a round`)
      return 0
    }
  }
  let closed = 0
  for (const { id } of await listDueRounds(db, now)) {
    closed += await attempt('close', () => closeRound(house, id))
  }
  let reminded = 0
  const until = new Date(now.getTime() + REMIND_BEFORE_DAYS * DAY)
  for (const { id } of await listRoundsToRemind(db, { now, until })) {
    reminded += await attempt('remind the members of', () => remind(house, id, 'itself'))
  }
  let counted = 0
  const before = new Date(now.getTime() - COUNT_EVERY_HOURS * HOUR)
  for (const round of await listRoundsToCount(db, before)) {
    const k = Math.max(round.least, house.minGroup)
    const told = countProgress(progressOf(round), { sent: round.sent, k }, now)
    counted += await attempt('count', async () => {
      await saveProgress(db, round.id, told)
      return { ok: true }
    })
  }
  return { closed, reminded, counted }
}
