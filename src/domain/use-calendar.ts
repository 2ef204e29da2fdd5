const DAY = 24 * 60 * 60 * 1000

/** So long after a quarter its use is counted, in days: whoever began at its end had time to finish. */
export const COUNTED_AFTER_DAYS = 31

/** A quarter by its first day, as "2026-10-01", with the moments between which a scan began in it (UTC). */
export type Quarter = { name: string; from: Date; until: Date }

/** The last quarter that may be counted now: it ended long enough ago. */
export function quarterToCount(now: Date): Quarter {
  const ended = new Date(now.getTime() - COUNTED_AFTER_DAYS * DAY)
  const until = quarterOf(ended)
  return quarterFrom(new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - 3, 1)))
}

/** When the next quarter can be counted. */
export function nextCount(now: Date): Date {
  const { until } = quarterToCount(now)
  const next = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 3, 1))
  return new Date(next.getTime() + COUNTED_AFTER_DAYS * DAY)
}

function quarterFrom(from: Date): Quarter {
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 3, 1))
  return { name: from.toISOString().slice(0, 10), from, until }
}

function quarterOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), Math.floor(moment.getUTCMonth() / 3) * 3, 1))
}
