import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Contribution, decideRelease, type ToldSet } from '#domain/release-rule.ts'
import { findExposed } from './disclosure.ts'

const K = 5
const PEOPLE = 12
const CALLS = 6

/** What somebody with bad intentions can do: make groups and rounds of whomever they like, and close them. */
type Call =
  | { kind: 'new group'; members: number[] }
  | { kind: 'invite'; group: number; person: number }
  | { kind: 'new round'; group: number; without: number[] }
  | { kind: 'close'; group: number }

const person = fc.nat(PEOPLE - 1)
const group = fc.nat(CALLS - 1)
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('new group' as const),
      members: fc.uniqueArray(person, { minLength: K, maxLength: PEOPLE }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('invite' as const), group, person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('new round' as const),
      group,
      without: fc.uniqueArray(person, { maxLength: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('close' as const), group }) },
)
/** The first call can only be a group; everybody does what is asked and sends one and the same scan. */
const anyPlan = fc.tuple(
  fc.uniqueArray(person, { minLength: K, maxLength: PEOPLE }),
  fc.array(anyCall, { minLength: CALLS, maxLength: CALLS }),
)

function play([first, calls]: [number[], Call[]], decide: typeof decideRelease): ToldSet[] {
  const groups = [{ members: new Set(first), isOpen: true }]
  const told: ToldSet[] = []
  const contributionOf = (one: number): Contribution => ({
    version: `${one}.1`,
    contributor: String(one),
    role: one % 2 === 0 ? 'uitvoering' : 'beleid',
  })
  for (const call of calls) {
    if (call.kind === 'new group') groups.push({ members: new Set(call.members), isOpen: true })
    const named = 'group' in call ? groups[call.group % groups.length] : undefined
    if (call.kind === 'invite' && named?.isOpen) named.members.add(call.person)
    if (call.kind === 'new round' && named && !named.isOpen) {
      for (const one of call.without) named.members.delete(one)
      named.isOpen = true
    }
    if (call.kind !== 'close' || !named?.isOpen) continue
    named.isOpen = false
    const contributions = [...named.members].map(contributionOf)
    const decision = decide({ contributions, organiser: '0', k: K, earlier: told })
    if (decision.kind === 'released') {
      told.push(decision.total, ...(decision.roles ?? []).map((role) => role.contributions))
    }
  }
  return told
}

test(`an organiser with ${CALLS} calls, in any order, exposes nobody`, () => {
  const runs = 2_000
  let [sets, several] = [0, 0]
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const told = play(plan, decideRelease)
      sets += told.length
      several += told.length > 1 ? 1 : 0
      expect(findExposed(told, K)).toBeNull()
    }),
    { numRuns: runs, seed: 83 },
  )
  expect(sets).toBeGreaterThan(runs / 4)
  expect(several).toBeGreaterThan(50)
  console.log(
    `an organiser: ${runs} plans of ${CALLS} calls, ${sets} sets told, ${several} plans with several; 0 exposed`,
  )
})

test('control: with k people as the only rule, six calls are enough', () => {
  const onlyCounts: typeof decideRelease = ({ contributions, k }) =>
    contributions.length < k ? { kind: 'withheld' } : { kind: 'released', total: contributions, roles: null }
  const { failed, numRuns } = fc.check(
    fc.property(anyPlan, (plan) => findExposed(play(plan, onlyCounts), K) === null),
    { numRuns: 1_000, seed: 89 },
  )
  expect(failed).toBe(true)
  console.log(`control: exposed in run ${numRuns}`)
})
