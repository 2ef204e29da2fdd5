import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'

export const migrationsFolder = fileURLToPath(new URL('../../src/database/migrations', import.meta.url))

/**
 * Folder with the files of a migrated, empty embedded store, to be copied. Made once per set of migrations
 * and kept between runs; several workers that make it together end up with one.
 */
export async function embeddedTemplate(): Promise<string> {
  const template = join(tmpdir(), `quickscan-template-${userInfo().uid}-${fingerprint()}`)
  if (existsSync(template)) return template

  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-data-'))
  const { db, close } = await openDatabase({ dataDir })
  await migrate(db, migrationsFolder)
  await close()
  try {
    renameSync(join(dataDir, 'database', 'files'), template)
  } catch (error) {
    if (!existsSync(template)) throw error
  }
  rmSync(dataDir, { recursive: true, force: true })
  return template
}

function fingerprint(): string {
  const hash = createHash('sha256').update(
    readFileSync(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url)),
  )
  for (const name of readdirSync(migrationsFolder).sort()) {
    hash.update(name).update(readFileSync(join(migrationsFolder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
