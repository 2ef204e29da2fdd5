import type { Command } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const migrateCommand: Command = {
  summary: 'brings the database to the newest form',
  usage: '',
  help: 'The start does the same. Use this to do it beforehand, with DATABASE_URL or DATA_DIR as for the start.',
  run: async () => {
    const database = await openConfigured()
    await database.close()
    console.log('the database is up to date')
    return 0
  },
}
