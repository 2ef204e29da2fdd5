import { readLedger } from '#database/releases.ts'
import { checkLedger } from '#domain/release-ledger.ts'
import { type Command, wrongUse } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const checkReleasesCommand: Command = {
  summary: 'checks again that no group was told too much',
  usage: '',
  help: 'Goes through everything that was told to groups, in order: that nobody can be singled out by adding and subtracting, and that nothing was changed since. It shows no figures and nobody.',
  run: async (rest) => {
    if (rest.length > 0) return wrongUse(`unknown option: ${rest.join(' ')}`)
    const { db, close } = await openConfigured()
    try {
      const ledger = await readLedger(db)
      const findings = checkLedger(ledger)
      for (const { release, problem } of findings) console.error(`release ${release} ${problem}`)
      const sets = ledger.reduce((total, entry) => total + entry.sets.length, 0)
      console.log(`${ledger.length} releases with ${sets} sets checked, ${findings.length} problems found`)
      return findings.length === 0 ? 0 : 1
    } finally {
      await close()
    }
  },
}
