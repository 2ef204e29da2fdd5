import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely'
import { openEmbedded } from './embedded.ts'
import { createSwitchboard, type News, openPostgresqlNews } from './news.ts'
import { openPostgresql } from './postgresql.ts'
import type { Tables } from './tables.ts'

/** One way of asking for both stores. Inside a transaction callback ask the transaction, never this. */
export type Database = Kysely<Tables>

/** What several changes together are made with: all of them happen, or none. */
export type DatabaseTransaction = Transaction<Tables>

export type OpenDatabase = {
  db: Database
  kind: 'embedded' | 'postgresql'
  /** Word of what changed, also by other programs on this database. */
  news: News
  /** Resolves when the store answers, rejects with the reason when it does not. */
  ping(): Promise<void>
  /** Waits for what runs, then gives everything back: connections, files and the lock. */
  close(): Promise<void>
}

export type DatabasePlace = {
  /** `postgres://…`; without it the embedded store in `dataDir` is used. */
  databaseUrl?: string | undefined
  /** The folder of the embedded store; made when it is not there. */
  dataDir: string
  /** Most connections of this process to PostgreSQL. */
  connections?: number
}

/**
 * Opens the store; the caller runs the migrations. PostgreSQL is not contacted before the first query.
 * The embedded store refuses (rejects) when another process has the folder, or when a commit would not
 * reach the disk.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if (!place.databaseUrl) {
    const { pool, news } = await openEmbedded(place.dataDir)
    return toOpenDatabase('embedded', pool, { news, close: async () => {} })
  }
  const pool = openPostgresql(place.databaseUrl, place.connections)
  return toOpenDatabase('postgresql', pool, openPostgresqlNews(place.databaseUrl))
}

/** A pool as an open database, without word of changes; exported for tests that open a store in an unusual way. */
export function toOpenDatabase(
  kind: OpenDatabase['kind'],
  pool: PostgresPool,
  { news, close }: { news: News; close: () => Promise<void> } = {
    news: createSwitchboard().news,
    close: async () => {},
  },
): OpenDatabase {
  const db: Database = new Kysely({
    dialect: new PostgresDialect({ pool }),
    // Ids of statements are keys in aggregated JSON: those are data, not names of ours.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    db,
    kind,
    news,
    ping: async () => void (await sql`select 1`.execute(db)),
    // Kysely ends a pool only after it was used once; the lock and the connections must always go.
    close: async () => {
      await close()
      await db.destroy()
      await pool.end()
    },
  }
}
