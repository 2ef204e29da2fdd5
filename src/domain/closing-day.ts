import { CLOSING_DAYS } from './group.ts'

const ZONE = 'Europe/Amsterdam'
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
// Sweden writes dates as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

export type ClosingDay =
  | { ok: true; closesAt: Date }
  | { ok: false; refusal: 'no-day' | 'too-soon' | 'too-late' }

/** When a round closes that is open until and with this day ("2026-12-07"): as that day ends in the Netherlands. */
export function readClosingDay(text: string, now: Date): ClosingDay {
  const closesAt = endOfDay(text)
  if (!closesAt) return { ok: false, refusal: 'no-day' }
  const { first, last } = closingDays(now)
  if (text < first) return { ok: false, refusal: 'too-soon' }
  return text > last ? { ok: false, refusal: 'too-late' } : { ok: true, closesAt }
}

/** The days between which a round can close, and the one that is usual, as "2026-12-07". */
export function closingDays(now: Date): { first: string; usual: string; last: string } {
  const dayAfter = (days: number) => isoDay.format(new Date(now.getTime() + days * DAY))
  return {
    first: dayAfter(CLOSING_DAYS.first),
    usual: dayAfter(CLOSING_DAYS.usual),
    last: dayAfter(CLOSING_DAYS.last),
  }
}

function endOfDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const midnight = Date.parse(`${text}T00:00:00Z`)
  // A day that does not exist, such as 30 February, is read as another one.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== text) return null
  // One or two hours before midnight at Greenwich, whatever the season is on that night.
  const ends = [1, 2].map((hours) => new Date(midnight + DAY - hours * HOUR))
  return (
    ends.find((end) => isoDay.format(end) > text && isoDay.format(new Date(end.getTime() - 1)) === text) ??
    null
  )
}
