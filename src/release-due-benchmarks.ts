import { findNewestBenchmark } from '#database/benchmark-releases.ts'
import { benchmarkDue } from '#domain/benchmark-calendar.ts'
import type { House } from '#web/house.ts'
import { type BenchmarkOutcome, releaseBenchmark } from './release-benchmark.ts'

/**
 * Makes what looks every hour whether the calendar asks for a benchmark. What was refused is tried again by the next
 * start only: counting a million people every hour of a week would be for nothing.
 */
export function createBenchmarkCalendar({
  db,
  catalogue,
  clock,
  minGroup,
}: Pick<House, 'db' | 'catalogue' | 'clock' | 'minGroup'>) {
  const tried = new Set<string>()
  return {
    /** Gives what came of each that was due. */
    releaseDue: async (): Promise<{ instrument: string; outcome: BenchmarkOutcome }[]> => {
      const outcomes = []
      for (const instrument of catalogue.current) {
        const now = clock()
        const newest = await findNewestBenchmark(db, instrument.id, instrument.version)
        const due = benchmarkDue(newest?.releasedAt ?? null, now)
        if (!due) continue
        const attempt = `${instrument.id} ${instrument.version} ${due.finishedUntil.toISOString()}`
        if (tried.has(attempt)) continue
        const outcome = await releaseBenchmark(db, instrument, { now, ...due, k: minGroup })
        tried.add(attempt)
        outcomes.push({ instrument: instrument.id, outcome })
      }
      return outcomes
    },
  }
}
