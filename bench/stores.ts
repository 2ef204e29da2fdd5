import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureCommitsOnEmbedded, measureCommitsOnPostgresql } from './commits.ts'
import { type BenchDatabase, createBenchDatabase } from './postgresql.ts'
import type { Store } from './store.ts'

/** A store to measure on, which leaves nothing behind. */
export type TemporaryStore = Store & { remove(): Promise<void> }

export function embeddedStore(): TemporaryStore {
  const folders: string[] = []
  return {
    participants: 100,
    makeEmpty: async () => {
      folders.push(mkdtempSync(join(tmpdir(), 'quickscan-bench-')))
      return { DATA_DIR: folders.at(-1) ?? '' }
    },
    databaseMeter: () => undefined,
    measureCommits: () => measureCommitsOnEmbedded(folders.at(-1) ?? ''),
    remove: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** @param server address of a server where databases may be made */
export function postgresqlStore(server: string): TemporaryStore & { description(): string } {
  const folder = mkdtempSync(join(tmpdir(), 'quickscan-bench-'))
  const databases: BenchDatabase[] = []
  return {
    participants: 200,
    makeEmpty: async () => {
      const database = await createBenchDatabase(server)
      databases.push(database)
      return { DATABASE_URL: database.url, DATA_DIR: folder }
    },
    databaseMeter: () => databases.at(-1)?.meter,
    measureCommits: () => measureCommitsOnPostgresql(databases.at(-1)?.url ?? '', databases.at(-1)?.meter),
    description: () => databases.at(-1)?.description ?? '',
    remove: async () => {
      for (const database of databases) await database.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
