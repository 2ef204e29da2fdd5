import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool, type PoolClient, types } from 'pg'
import { sqlState } from './failures.ts'

/** All in milliseconds: whoever waits longer gets an error (a 503), never a request that hangs. */
const CONNECT_LIMIT = 2_000
const STATEMENT_LIMIT = 5_000
const IDLE_TRANSACTION_LIMIT = 10_000
/** For a server that does not even answer; longer than its own limit, which says more. */
const ANSWER_LIMIT = 7_000
const CONNECTIONS = 10

const INT8 = 20
const leisure = new AsyncLocalStorage<true>()

/** The pool of connections to a PostgreSQL server. Connects when first asked. */
export function openPostgresql(databaseUrl: string, connections = CONNECTIONS): PostgresPool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: CONNECT_LIMIT,
    statement_timeout: STATEMENT_LIMIT,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT,
    keepAlive: true,
    types: { getTypeParser },
  })
  // Without listeners a restart of the server would end this process: one for connections that are idle,
  // one for those that are handed out and between two queries. The next query reports it.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    connect: async () => handOut(await pool.connect()),
    end: async () => {
      if (!pool.ending) await pool.end()
    },
  }
}

/** Runs migrations and the like: work that may take longer than a visitor would wait. */
export function atLeisure<Result>(work: () => Promise<Result>): Promise<Result> {
  return leisure.run(true, work)
}

/**
 * A connection that failed without a word from the server, or that comes back in the middle of a
 * transaction, is closed instead of reused: the next one's save could end up in a transaction that
 * nobody commits.
 */
function handOut(client: PoolClient): PostgresPoolClient {
  let isBroken = false
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query({
        ...(parameters.length > 0 && { name: nameOf(sql) }),
        text: sql,
        values: [...parameters],
        ...(!leisure.getStore() && { query_timeout: ANSWER_LIMIT }),
      })
    } catch (error) {
      isBroken ||= [undefined, PLAN_IS_OLD].includes(sqlState(error))
      throw error
    }
  }
  return {
    // Kysely's type also has a form for cursors, which only `stream()` uses and we do not.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(isBroken || client.getTransactionStatus() !== 'I'),
  }
}

/**
 * Under a name the server parses and plans a query once per connection instead of every time; the same words
 * have the same name for as long as this process lives. There are a few dozen; beyond that many they come
 * without a name, so that no server keeps plans without end.
 */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= MOST_NAMES) return known
  const name = `q${names.size}`
  names.set(sql, name)
  return name
}

const names = new Map<string, string>()
const MOST_NAMES = 300
/** A table changed under a prepared query (0A000): that connection would go on failing. */
const PLAN_IS_OLD = '0A000'

/** As the embedded store does: a count is a number. Ours stay far below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8 && format !== 'binary') return Number
  return format === 'binary' ? types.getTypeParser(oid, format) : types.getTypeParser(oid, 'text')
}
