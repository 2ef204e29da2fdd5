/** The five characters by which PostgreSQL says what went wrong; undefined when it said nothing. */
export function sqlState(error: unknown): string | undefined {
  const code = codeOf(error)
  return code && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code) ? code : undefined
}

/** Code of the error of the embedded store when its one connection stays taken. */
export const EMBEDDED_STORE_BUSY = 'EMBEDDED_STORE_BUSY'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: no room, no server, too slow. */
const AWAY_STATES = /^(08|53|57P|58)|^(57014|25P03|55P03|40001|40P01)$/
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  EMBEDDED_STORE_BUSY,
])
/** What the driver says without a code. */
const AWAY_MESSAGES =
  /connect ENOENT|timeout exceeded when trying to connect|connection terminated|connection error and is not queryable|query read timeout|after calling end on the pool|driver has already been destroyed|embedded database is closed/i

/**
 * Whether trying again later can help: the store is away, full, or too busy to answer in time. Then the
 * answer is 503, not 500. Failures that are wrapped are looked into.
 */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const state = sqlState(error)
  if (state) return AWAY_STATES.test(state)
  const code = codeOf(error)
  if (code && AWAY_CODES.has(code)) return true
  return AWAY_MESSAGES.test(error.message) || databaseIsAway(error.cause)
}

function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error
  return hasCode && typeof error.code === 'string' ? error.code : undefined
}
