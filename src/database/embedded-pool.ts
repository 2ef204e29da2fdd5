import type { PGlite, Results } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { EMBEDDED_STORE_BUSY } from './failures.ts'

export type EmbeddedPoolOptions = {
  /** How long one waits for a turn before it is an error, in milliseconds. */
  patience?: number | undefined
  /** Once this says something the store is not asked, and not believed, any more. */
  syncFailure?: () => Error | undefined
  afterClose?: () => Promise<void>
}

const PATIENCE = 10_000

/**
 * The embedded store has one connection: this gives it to one at a time, in the order in which they
 * asked, in the shape of the pool of `pg`.
 */
export function createEmbeddedPool(store: PGlite, options: EmbeddedPoolOptions = {}): PostgresPool {
  const { patience = PATIENCE, syncFailure = () => undefined, afterClose } = options
  const waiting: (() => void)[] = []
  let isTaken = false
  let isClosed = false

  const takeTurn = () =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1)
        reject(busy(patience))
      }, patience)
      waiting.push(begin)
    })
  const giveTurn = () => {
    const next = waiting.shift()
    isTaken = next !== undefined
    next?.()
  }

  return {
    connect: async () => {
      if (isClosed) throw new Error('The embedded database is closed.')
      if (isTaken) await takeTurn()
      isTaken = true
      return handOut(store, syncFailure, giveTurn)
    },
    end: async () => {
      if (isClosed) return
      isClosed = true
      // Whoever asked before still gets a turn.
      if (isTaken) await takeTurn()
      if (!syncFailure()) await store.close()
      await afterClose?.()
    },
  }
}

function handOut(
  store: PGlite,
  syncFailure: () => Error | undefined,
  giveTurn: () => void,
): PostgresPoolClient {
  let isInTransaction = false
  let isReleased = false
  const query = async (sql: string, parameters: readonly unknown[]) => {
    throwAny(syncFailure())
    const result = await run(store, sql, parameters).finally(() => throwAny(syncFailure()))
    if (result?.command === 'BEGIN' || result?.command === 'START TRANSACTION') isInTransaction = true
    if (result?.command === 'COMMIT' || result?.command === 'ROLLBACK') isInTransaction = false
    return { command: result?.command, rowCount: result?.rowCount ?? 0, rows: result?.rows ?? [] }
  }
  return {
    // Kysely's type also has a form for cursors, which only `stream()` uses and we do not.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {
      if (isReleased) return
      isReleased = true
      // The next one must not save inside a transaction that nobody will commit.
      const leaveClean =
        isInTransaction && !syncFailure() ? store.exec('rollback').catch(() => {}) : undefined
      if (leaveClean) void leaveClean.then(giveTurn)
      else giveTurn()
    },
  }
}

function throwAny(failure: Error | undefined): void {
  if (failure) throw failure
}

/** Several statements in one text, as in a migration, are only allowed without parameters. */
async function run(store: PGlite, sql: string, parameters: readonly unknown[]): Promise<Results | undefined> {
  if (parameters.length > 0) return store.query(sql, [...parameters])
  return (await store.exec(sql)).at(-1)
}

function busy(patience: number): Error {
  const message =
    `The one connection of the embedded database was not free within ${patience / 1000} s. Most likely a ` +
    'query was sent to the database inside a transaction callback, which then waits for itself: send it ' +
    'to the transaction that the callback was given.'
  return Object.assign(new Error(message), { code: EMBEDDED_STORE_BUSY })
}
