import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BenchmarkLot, comparisonsKeepEverybodyHidden } from '#domain/benchmark-rule.ts'
import { type Contribution, keepsEverybodyHidden, type ToldSet } from '#domain/release-rule.ts'
import { findExposed } from './disclosure.ts'

/** Smaller than it may be in the program, so that a judge who tries all choices comes to an end. */
const K = 3
const PEOPLE = 12
const ROLES = ['uitvoering', 'beleid']

type Event =
  | { kind: 'group'; members: number[] }
  | { kind: 'change'; person: number }
  | { kind: 'comparison'; away: number[] }

const person = fc.nat(PEOPLE - 1)
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('group' as const),
      members: fc.uniqueArray(person, { minLength: K, maxLength: 7 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('comparison' as const),
      away: fc.uniqueArray(person, { maxLength: 5 }),
    }),
  },
)
const anyHistory = fc.record({
  roles: fc.array(fc.nat(ROLES.length - 1), { minLength: PEOPLE, maxLength: PEOPLE }),
  events: fc.array(anyEvent, { minLength: 3, maxLength: 14 }),
})
type History = typeof anyHistory extends fc.Arbitrary<infer One> ? One : never

type Judge = (lots: BenchmarkLot[], k: number) => boolean

/** What groups and comparisons tell in the course of it. A comparison is told by role, in total, or not at all. */
function play({ roles, events }: History, judge: Judge): { groups: ToldSet[]; comparisons: ToldSet[] } {
  const versions = roles.map(() => 1)
  const groups: ToldSet[] = []
  const comparisons: ToldSet[] = []
  const contributionOf = (one: number): Contribution => ({
    version: `${one}.${versions[one]}`,
    contributor: String(one),
    role: ROLES[roles[one] ?? 0] ?? null,
  })
  const isIn = (sets: ToldSet[], { version }: Contribution) =>
    sets.some((set) => set.some((one) => one.version === version))
  for (const event of events) {
    if (event.kind === 'change') versions[event.person] = (versions[event.person] ?? 0) + 1
    if (event.kind === 'group') {
      const set = event.members.map(contributionOf)
      // What was in a comparison can no longer be sent to a group.
      if (set.some((one) => isIn(comparisons, one))) continue
      if (keepsEverybodyHidden(groups, [set], K)) groups.push(set)
    }
    if (event.kind !== 'comparison') continue
    const all = roles.flatMap((_, one) => (event.away.includes(one) ? [] : [contributionOf(one)]))
    const byRole = ROLES.map((role) => all.filter((one) => one.role === role))
    for (const added of [[all, ...byRole], [all]]) {
      if (added.some((set) => set.length === 0)) continue
      if (!judge(lotsOf([...comparisons, ...added], groups), K)) continue
      comparisons.push(...added)
      break
    }
  }
  return { groups, comparisons }
}

function lotsOf(sets: ToldSet[], groups: ToldSet[]): BenchmarkLot[] {
  const told = new Set(groups.flat().map(({ version }) => version))
  const lots = new Map<string, BenchmarkLot & { who: Set<string> }>()
  for (const { version, contributor } of new Map(sets.flat().map((one) => [one.version, one])).values()) {
    const within = sets.flatMap((set, index) =>
      set.some((one) => one.version === version) ? [String(index)] : [],
    )
    const isInGroup = told.has(version)
    const key = `${within.join()} ${isInGroup}`
    const who = (lots.get(key)?.who ?? new Set<string>()).add(contributor)
    lots.set(key, { sets: within, people: who.size, isInGroup, who })
  }
  return [...lots.values()]
}

describe('comparisons beside the releases of groups', () => {
  test('nobody is told of with fewer than k, by whatever adding and subtracting of all of it', () => {
    const runs = 400
    let [told, beside] = [0, 0]
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { groups, comparisons } = play(history, comparisonsKeepEverybodyHidden)
        told += comparisons.length
        beside += groups.length > 0 && comparisons.length > 0 ? 1 : 0
        expect(findExposed([...groups, ...comparisons], K)).toBeNull()
      }),
      { numRuns: runs, seed: 47 },
    )
    // Saying nothing would be safe too.
    expect(told).toBeGreaterThan(runs / 2)
    expect(beside).toBeGreaterThan(runs / 10)
    console.log(
      `comparisons: ${runs} histories, ${told} sets told, ${beside} histories with groups too; 0 exposed`,
    )
  })

  test('control: with k people as the only rule, somebody is soon exposed', () => {
    const onlyCounts: Judge = (lots, k) =>
      [...new Set(lots.flatMap(({ sets }) => sets))].every(
        (set) =>
          lots.filter(({ sets }) => sets.includes(set)).reduce((sum, { people }) => sum + people, 0) >= k,
      )
    const { failed, numRuns } = fc.check(
      fc.property(anyHistory, (history) => {
        const { groups, comparisons } = play(history, onlyCounts)
        return findExposed([...groups, ...comparisons], K) === null
      }),
      { numRuns: 400, seed: 53 },
    )
    expect(failed).toBe(true)
    console.log(`control: exposed in run ${numRuns}`)
  })
})
