import { join } from 'node:path'
import { type OpenDatabase, openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { projectFolder } from '#src/project-folder.ts'

/**
 * The database that the environment names, migrated, and the settings. Throws with everything that is wrong with them.
 */
export async function openConfigured(): Promise<OpenDatabase & { config: Config }> {
  const reading = readConfig(process.env)
  if (!reading.ok) throw new Error(`mend these settings:\n- ${reading.errors.join('\n- ')}`)
  const { config } = reading
  const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
  await migrate(database.db, join(projectFolder, 'src/database/migrations'))
  return { ...database, config }
}
