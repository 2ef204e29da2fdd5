import { readPackedAnswers } from '#database/benchmark-answers.ts'
import {
  countBackgrounds,
  countChanges,
  countLots,
  gatherPeople,
  inBenchmarkTurn,
} from '#database/benchmark-people.ts'
import { findNewestBenchmark, saveBenchmark } from '#database/benchmark-releases.ts'
import type { Database, DatabaseTransaction } from '#database/connect.ts'
import { type Background, type BenchmarkRefusal, decideBenchmark, tellBenchmark } from '#domain/benchmark.ts'
import { createTally, packingOf, type Tally } from '#domain/benchmark-packing.ts'
import type { Instrument } from '#domain/instrument.ts'

export type BenchmarkOutcome =
  | { kind: 'released'; number: number }
  | { kind: 'refused'; refusal: BenchmarkRefusal | 'another-is-at-it' }

/**
 * Tells everybody how all people who finished this version of an instrument answered, together and by background, when
 * the rules allow it. Beside requests: it holds no lock that they wait for, and no answers in memory.
 */
export async function releaseBenchmark(
  db: Database,
  instrument: Instrument,
  { now, finishedUntil, k }: { now: Date; finishedUntil: Date; k: number },
): Promise<BenchmarkOutcome> {
  const { id, version } = instrument
  const outcome = await inBenchmarkTurn(db, async (trx): Promise<BenchmarkOutcome> => {
    const before = await findNewestBenchmark(trx, id, version)
    await gatherPeople(trx, { instrument: id, version, finishedUntil })
    const decision = decideBenchmark({
      people: await countBackgrounds(trx),
      changed: before ? await countChanges(trx, before.id) : null,
      lots: await countLots(trx, { instrument: id, version }),
      k,
    })
    if (decision.kind === 'refused') return decision
    const { parts } = decision
    const number = (before?.number ?? 0) + 1
    await saveBenchmark(trx, {
      instrument: id,
      instrumentVersion: version,
      number,
      releasedAt: now,
      content: tellBenchmark(instrument, await countByBackground(trx, instrument), parts, k),
      parts,
    })
    return { kind: 'released', number }
  })
  return outcome ?? { kind: 'refused', refusal: 'another-is-at-it' }
}

async function countByBackground(trx: DatabaseTransaction, instrument: Instrument) {
  const tallies = new Map<string, Background & { tally: Tally }>()
  for await (const people of readPackedAnswers(trx, packingOf(instrument))) {
    for (const { role, organisationKind, words } of people) {
      const key = `${role}\n${organisationKind}`
      const known = tallies.get(key) ?? { role, organisationKind, tally: createTally(instrument) }
      known.tally.add(words)
      tallies.set(key, known)
    }
  }
  return [...tallies.values()].map(({ tally, ...background }) => ({ ...background, counts: tally.counts() }))
}
