const DAY = 24 * 60 * 60 * 1000

/** Over how many days the page for whoever runs it counts scans. */
export const OPERATION_DAYS = 30

/**
 * From when to when is counted. It ends with the last day that is over (UTC, so at night in the Netherlands): what
 * somebody does is never seen at the moment that it happens.
 */
export function operationPeriod(now: Date): { from: Date; until: Date } {
  const until = Math.floor(now.getTime() / DAY) * DAY
  return { from: new Date(until - OPERATION_DAYS * DAY), until: new Date(until) }
}
