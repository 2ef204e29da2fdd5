import { type BenchmarkLot, comparisonsKeepEverybodyHidden } from './benchmark-rule.ts'
import { FEWEST } from './release-rule.ts'

export type BenchmarkFinding = {
  /** "voorbeeld 1.0.0", or one of its benchmarks: "voorbeeld 1.0.0, number 2". */
  about: string
  problem: 'was changed afterwards' | 'tells of too few' | 'holds answers that a group was told of later'
}

/** Checks again that nobody can be singled out by all benchmarks of a version of an instrument together. */
export function checkBenchmarks({
  instrument,
  version,
  changed,
  lots,
  toldToGroupsLater,
}: {
  instrument: string
  version: string
  changed: readonly number[]
  lots: readonly BenchmarkLot[]
  toldToGroupsLater: number
}): BenchmarkFinding[] {
  const about = `${instrument} ${version}`
  // What the host asked for when each was told is not known any more: fewer than this it never was.
  const isHidden = comparisonsKeepEverybodyHidden(lots, FEWEST)
  return [
    ...changed.map((number) => ({
      about: `${about}, number ${number}`,
      problem: 'was changed afterwards' as const,
    })),
    ...(isHidden ? [] : [{ about, problem: 'tells of too few' as const }]),
    ...(toldToGroupsLater === 0
      ? []
      : [{ about, problem: 'holds answers that a group was told of later' as const }]),
  ]
}
