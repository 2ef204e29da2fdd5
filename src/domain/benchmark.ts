import {
  BENCHMARK_PEOPLE,
  type BenchmarkCell,
  type BenchmarkLot,
  chooseCells,
  comparisonsKeepEverybodyHidden,
  isChangedEnough,
  isWide,
} from './benchmark-rule.ts'
import type { Instrument } from './instrument.ts'
import { addCounts, type PeopleCounts } from './release-counts.ts'
import { type ToldFigures, tellCounts, tellParts } from './release-figures.ts'

/** What is told of everybody together, and of parts of them. A split that may not be told has no parts. */
export type Benchmark = { everybody: ToldFigures; roles: BenchmarkPart[]; organisationKinds: BenchmarkPart[] }

/** The people with one role or kind of organisation; `part` is empty for those who said nothing of it. */
export type BenchmarkPart = { part: string; figures: ToldFigures }

/** What somebody said of who they are; empty when they did not. */
export type Background = { role: string; organisationKind: string }

/** How many people of one organisation have this background. */
export type BackgroundCount = Background & { organisation: string; people: number }

/** People who are in the same sets of all earlier benchmarks, and have the same background in the one to be told. */
export type FoundLot = {
  earlier: readonly string[]
  /** Null when they are not in the one to be told. */
  now: Background | null
  people: number
  isInGroup: boolean
}

/** Which parts are told. */
export type ToldParts = { roles: readonly string[]; organisationKinds: readonly string[] }

export type BenchmarkRefusal = 'too-few-people' | 'too-little-changed' | 'would-expose-somebody'

export type BenchmarkDecision =
  | { kind: 'told'; parts: ToldParts }
  | { kind: 'refused'; refusal: BenchmarkRefusal }

/**
 * Decides what a benchmark may tell. It knows who takes part and never what they answered. A split that would tell too
 * much is left out; when everybody together would, nothing is told. `changed` is by how many people it differs from
 * the one before; null when there is none.
 */
export function decideBenchmark({
  people,
  changed,
  lots,
  k,
}: {
  people: readonly BackgroundCount[]
  changed: { people: number; organisations: number } | null
  lots: readonly FoundLot[]
  k: number
}): BenchmarkDecision {
  const isEnough = (cell: Omit<BenchmarkCell, 'id'>) => cell.people >= k && isWide(cell)
  if (!isEnough(countOf(people))) return { kind: 'refused', refusal: 'too-few-people' }
  if (changed && !isChangedEnough(changed)) return { kind: 'refused', refusal: 'too-little-changed' }
  const roles = partsOf(people, 'role', k)
  const organisationKinds = partsOf(people, 'organisationKind', k)
  const choices: ToldParts[] = [
    { roles, organisationKinds },
    { roles, organisationKinds: [] },
    { roles: [], organisationKinds },
    { roles: [], organisationKinds: [] },
  ]
  const parts = choices.find((choice) => comparisonsKeepEverybodyHidden(lotsTold(lots, choice), k))
  return parts ? { kind: 'told', parts } : { kind: 'refused', refusal: 'would-expose-somebody' }
}

/** The parts that may be told apart; with a `k` above that of comparisons, a part needs so many people too. */
function partsOf(people: readonly BackgroundCount[], split: keyof Background, k: number): string[] {
  const ids = [...new Set(people.map((one) => one[split]))]
  const count = (wanted: readonly string[]) => {
    const counted = countOf(people.filter((one) => wanted.includes(one[split])))
    return counted.people < k ? TOO_FEW : counted
  }
  return chooseCells(
    ids.map((id) => ({ id, ...count([id]) })),
    count,
  ).sort()
}

const TOO_FEW = { people: BENCHMARK_PEOPLE - 1, organisations: 0, largest: 0 }

function countOf(people: readonly BackgroundCount[]): Omit<BenchmarkCell, 'id'> {
  const byOrganisation = new Map<string, number>()
  for (const one of people) {
    byOrganisation.set(one.organisation, (byOrganisation.get(one.organisation) ?? 0) + one.people)
  }
  let [sum, largest] = [0, 0]
  for (const count of byOrganisation.values()) {
    sum += count
    largest = Math.max(largest, count)
  }
  return { people: sum, organisations: byOrganisation.size, largest }
}

/** The lots as they would be with these parts told: what is not told does not tell people apart. */
function lotsTold(found: readonly FoundLot[], { roles, organisationKinds }: ToldParts): BenchmarkLot[] {
  const lots = new Map<string, BenchmarkLot>()
  for (const { earlier, now, people, isInGroup } of found) {
    const sets = [
      ...earlier,
      ...(now ? ['now'] : []),
      ...(now && roles.includes(now.role) ? [`now role ${now.role}`] : []),
      ...(now && organisationKinds.includes(now.organisationKind)
        ? [`now kind ${now.organisationKind}`]
        : []),
    ]
    const key = `${sets.join()} ${isInGroup}`
    lots.set(key, { sets, people: people + (lots.get(key)?.people ?? 0), isInGroup })
  }
  return [...lots.values()]
}

/** The figures, made of counts by background. */
export function tellBenchmark(
  instrument: Instrument,
  counted: readonly (Background & { counts: PeopleCounts })[],
  { roles, organisationKinds }: ToldParts,
  k: number,
): Benchmark {
  const together = (lots: typeof counted) =>
    addCounts(
      instrument,
      lots.map(({ counts }) => counts),
    )
  const split = (by: keyof Background, told: readonly string[]): BenchmarkPart[] => {
    if (told.length === 0) return []
    const left = counted.filter((one) => !told.includes(one[by]))
    const parts = told.map((part) => ({ part, counts: together(counted.filter((one) => one[by] === part)) }))
    // Of what is left out nothing is told, but by subtracting it could be: so it counts along.
    return tellParts(
      instrument,
      left.length > 0 ? [...parts, { part: null, counts: together(left) }] : parts,
      k,
    )
  }
  return {
    everybody: tellCounts(instrument, together(counted), k),
    roles: split('role', roles),
    organisationKinds: split('organisationKind', organisationKinds),
  }
}
