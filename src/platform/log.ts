import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/**
 * One JSON line per event on standard output. What people type, tokens and addresses of people never go
 * in: callers log facts (route, status, duration), not requests.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What helps to find the cause. A database adds the whole row, and the values that it was about. */
const TOLD = ['type', 'message', 'stack', 'code', 'syscall', 'table', 'column', 'constraint']

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const known: Record<string, unknown> = { ...pino.stdSerializers.err(error) }
  const told = TOLD.filter((name) => known[name] !== undefined).map((name) => [name, known[name]])
  return Object.fromEntries(isAboutData(known.code) ? told.map(withoutQuotes) : told)
}

/** PostgreSQL, appendix A, class 22: "invalid input syntax for type integer: ..." quotes what was sent. */
function isAboutData(code: unknown): boolean {
  return typeof code === 'string' && /^22...$/.test(code)
}

function withoutQuotes([name, value]: unknown[]): unknown[] {
  return [name, typeof value === 'string' ? value.replace(/"[^"]*"/g, '"…"') : value]
}
