import { readBenchmarkLedger } from '#database/benchmark-ledger.ts'
import { readLedger } from '#database/releases.ts'
import { checkBenchmarks } from '#domain/benchmark-ledger.ts'
import { checkLedger } from '#domain/release-ledger.ts'
import { type Command, wrongUse } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const checkReleasesCommand: Command = {
  summary: 'checks again that nobody was told too much of others',
  usage: '',
  help: 'Goes through everything that was told to groups, in order, and to everybody: that nobody can be singled out by adding and subtracting, and that nothing was changed since. It shows no figures and nobody.',
  run: async (rest) => {
    if (rest.length > 0) return wrongUse(`unknown option: ${rest.join(' ')}`)
    const { db, close } = await openConfigured()
    try {
      const ledger = await readLedger(db)
      const findings = checkLedger(ledger)
      for (const { release, problem } of findings) console.error(`release ${release} ${problem}`)
      const sets = ledger.reduce((total, entry) => total + entry.sets.length, 0)
      console.log(`${ledger.length} releases with ${sets} sets checked, ${findings.length} problems found`)
      const benchmarks = await readBenchmarkLedger(db)
      const wrong = benchmarks.flatMap(checkBenchmarks)
      for (const { about, problem } of wrong) console.error(`benchmark ${about} ${problem}`)
      const told = benchmarks.reduce((total, entry) => total + entry.told, 0)
      console.log(`${told} benchmarks checked, ${wrong.length} problems found`)
      return findings.length + wrong.length === 0 ? 0 : 1
    } finally {
      await close()
    }
  },
}
