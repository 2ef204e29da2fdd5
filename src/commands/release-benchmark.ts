import { join } from 'node:path'
import type { BenchmarkRefusal } from '#domain/benchmark.ts'
import { COMPARED_AFTER_DAYS, finishedUntil } from '#domain/benchmark-calendar.ts'
import { BENCHMARK_CHANGED, BENCHMARK_ORGANISATIONS, BENCHMARK_PEOPLE } from '#domain/benchmark-rule.ts'
import { systemClock } from '#platform/clock.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { releaseBenchmark } from '#src/release-benchmark.ts'
import { type Command, wrongUse } from './command.ts'
import { openConfigured } from './open-configured.ts'

const REASONS: Record<BenchmarkRefusal | 'another-is-at-it', string> = {
  'too-few-people': `there have to be at least ${BENCHMARK_PEOPLE} people, and never fewer than MIN_GROUP, of at least ${BENCHMARK_ORGANISATIONS} organisations, with at most half of them in one`,
  'too-little-changed': `since the last time at least ${BENCHMARK_CHANGED.people} people of at least ${BENCHMARK_CHANGED.organisations} organisations have to have come, gone or answered anew`,
  'would-expose-somebody':
    'together with what was told before it would tell of too few people; it can be told when others have come',
  'another-is-at-it': 'another program is releasing at this moment',
}

export const releaseBenchmarkCommand: Command = {
  summary: 'tells everybody how all people answered, when nobody can be found in it',
  usage: '[INSTRUMENT ...]',
  help: `Counts everybody with an account whose scan was finished ${COMPARED_AFTER_DAYS} days ago or longer, by the newest version of each INSTRUMENT; without one, of all. What is released is on /vergelijken for good. A running QuickScan does this by itself in the first week of January, April, July and October. With the embedded database: stop QuickScan first, and start it again after.`,
  run: async (rest) => {
    const option = rest.find((word) => word.startsWith('-'))
    if (option) return wrongUse(`unknown option: ${option}`)
    const { db, config, close } = await openConfigured()
    try {
      const now = systemClock()
      const { current } = await loadInstruments(db, join(projectFolder, 'instruments'), now)
      const unknown = rest.find((id) => !current.some((instrument) => instrument.id === id))
      if (unknown !== undefined) {
        return wrongUse(
          `there is no instrument ${unknown}; there are ${current.map(({ id }) => id).join(' and ')}`,
        )
      }
      let refused = 0
      for (const instrument of current.filter(({ id }) => rest.length === 0 || rest.includes(id))) {
        const outcome = await releaseBenchmark(db, instrument, {
          now,
          finishedUntil: finishedUntil(now),
          k: config.MIN_GROUP,
        })
        const name = `${instrument.id} ${instrument.version}`
        if (outcome.kind === 'released') console.log(`${name}: released, number ${outcome.number}`)
        else {
          console.error(`${name}: nothing was released: ${REASONS[outcome.refusal]}`)
          refused += 1
        }
      }
      return refused === 0 ? 0 : 1
    } finally {
      await close()
    }
  },
}
