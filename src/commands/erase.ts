import { eraseOldScans } from '#database/erasure.ts'
import { FINISHED_DAYS, retentionLimits, UNFINISHED_DAYS } from '#domain/retention.ts'
import type { Command } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const eraseCommand: Command = {
  summary: 'erases the scans that were kept long enough',
  usage: '',
  help: `Unfinished scans after ${UNFINISHED_DAYS} days without a change, finished ones after ${FINISHED_DAYS} days. A running QuickScan does this every hour.`,
  run: async () => {
    const database = await openConfigured()
    const count = await eraseOldScans(database.db, retentionLimits(new Date(Date.now())))
    await database.close()
    console.log(`${count} erased`)
    return 0
  },
}
