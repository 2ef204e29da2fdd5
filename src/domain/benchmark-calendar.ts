const DAY = 24 * 60 * 60 * 1000

/** So long after the first day of a quarter it is tried, in days: a program that stood still has not missed it. */
const TRIED_DAYS = 7

/**
 * How long a scan is finished before it may be in a comparison, in days. Until then it can be sent to a group, and one
 * day more so that whoever sends it at the last moment is done.
 */
export const COMPARED_AFTER_DAYS = 31

/**
 * Whether a benchmark has to be released, and until when the scans in it were finished: that follows from the
 * calendar, so that it says nothing of when somebody came. Null when it is not the time, or when it was done.
 */
export function benchmarkDue(lastReleasedAt: Date | null, now: Date): { finishedUntil: Date } | null {
  const begun = quarterOf(now)
  if (now.getTime() >= begun.getTime() + TRIED_DAYS * DAY) return null
  if (lastReleasedAt && lastReleasedAt >= begun) return null
  return { finishedUntil: finishedUntil(begun) }
}

/** Whoever finished a scan until then can be counted at this moment. */
export function finishedUntil(moment: Date): Date {
  return new Date(moment.getTime() - COMPARED_AFTER_DAYS * DAY)
}

/** The first day of the next quarter. */
export function nextBenchmarkDay(now: Date): Date {
  const begun = quarterOf(now)
  return new Date(Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth() + 3, 1))
}

function quarterOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), Math.floor(moment.getUTCMonth() / 3) * 3, 1))
}
