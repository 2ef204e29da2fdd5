import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { PostgresPool } from 'kysely'
import { type DurableFiles, openEmbeddedFiles } from './embedded-files.ts'
import { lockFolder } from './embedded-lock.ts'
import { createEmbeddedPool } from './embedded-pool.ts'
import { createSwitchboard, NEWS_CHANNEL, type News } from './news.ts'

export type EmbeddedOptions = {
  /** How long a query waits for the one connection, in milliseconds. */
  patience?: number
  /** For the control of the self-test: files whose writes never reach the disk. */
  openFiles?: typeof openEmbeddedFiles
}

export type Embedded = { pool: PostgresPool; news: News }

/**
 * PostgreSQL inside this process, with its files in `dataDir/database`. Bare it would lose answers in a
 * power cut and let two processes ruin each other's files; so: a folder for us alone, a lock that dies
 * with the process, files that are synced, and a test of that at every start.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const folder = privateFolder(dataDir)
  const lock = await lockFolder(folder)
  try {
    const { store, countSyncs, syncFailure } = await (options.openFiles ?? openEmbeddedFiles)(folder)
    await refuseWithoutSync(store, countSyncs, folder)
    const board = createSwitchboard()
    await store.listen(NEWS_CHANNEL, board.tell)
    const pool = createEmbeddedPool(store, {
      patience: options.patience,
      syncFailure,
      afterClose: lock.release,
    })
    return { pool, news: board.news }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** PostgreSQL's files come out readable by everyone: only the folder around them keeps others out. */
function privateFolder(dataDir: string): string {
  const folder = join(dataDir, 'database')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return realpathSync(folder)
}

/** The hook on fsync leans on the inside of the embedded store: a new version may silently drop it. */
async function refuseWithoutSync(
  store: PGlite,
  countSyncs: DurableFiles['countSyncs'],
  folder: string,
): Promise<void> {
  const before = countSyncs()
  await store.query("select pg_logical_emit_message(true, 'quickscan', 'does a commit reach the disk?')")
  if (countSyncs() > before) return
  await store.close()
  throw new Error(
    `The embedded database in ${folder} does not write a commit through to the disk (0 fsyncs), so a ` +
      'power cut would lose saved answers. Install the version of @electric-sql/pglite that ' +
      'package-lock.json names, or set DATABASE_URL to a PostgreSQL server.',
  )
}
