import fc from 'fast-check'
import { type Contribution, decideRelease, type ToldSet } from '#domain/release-rule.ts'

/** What people do, in any order: who answers, changes the answers, leaves, is erased, and when a round is closed. */
export type Event =
  | { kind: 'answer'; person: number; group: number }
  | { kind: 'change'; person: number }
  | { kind: 'leave'; person: number; group: number }
  | { kind: 'erase'; person: number }
  | { kind: 'close'; group: number }

export type History = { roles: number[]; events: Event[] }

export type Told = {
  sets: ToldSet[]
  closings: { contributors: number; isFresh: boolean; isReleased: boolean }[]
}

type Decide = typeof decideRelease

const ROLES = ['uitvoering', 'management', 'beleid', null]

/** `people` take part in three groups that may overlap; a group goes on with its members after each closing. */
export function anyHistory(people: number): fc.Arbitrary<History> {
  const person = fc.nat(people - 1)
  const group = fc.nat(2)
  const event = fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('answer' as const), person, group }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), person }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), person, group }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), person }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), group }) },
  )
  return fc.record({
    roles: fc.array(fc.nat(ROLES.length - 1), { minLength: people, maxLength: people }),
    events: fc.array(event, { minLength: 30, maxLength: 90 }),
  })
}

/** Everything that was told in the course of it, by the given rule; nobody organises who also answers. */
export function play({ roles, events }: History, k: number, decide: Decide = decideRelease): Told {
  const versions = roles.map(() => 1)
  const rounds = [0, 1, 2].map(() => new Map<number, Contribution>())
  const sets: ToldSet[] = []
  const closings: Told['closings'] = []
  for (const event of events) {
    const round = 'group' in event ? rounds[event.group] : undefined
    if (event.kind === 'answer') {
      const { person } = event
      const version = `${person}.${versions[person]}`
      round?.set(person, { version, contributor: String(person), role: ROLES[roles[person] ?? 0] ?? null })
    }
    if (event.kind === 'change') versions[event.person] = (versions[event.person] ?? 0) + 1
    if (event.kind === 'leave') round?.delete(event.person)
    if (event.kind === 'erase') {
      for (const one of rounds) one.delete(event.person)
      versions[event.person] = (versions[event.person] ?? 0) + 1
    }
    if (event.kind !== 'close' || !round) continue
    const contributions = [...round.values()]
    const known = new Set(sets.flat().map(({ version }) => version))
    const decision = decide({ contributions, organiser: 'nobody', k, earlier: sets })
    closings.push({
      contributors: contributions.length,
      isFresh: contributions.every(({ version }) => !known.has(version)),
      isReleased: decision.kind === 'released',
    })
    if (decision.kind === 'released') {
      sets.push(decision.total, ...(decision.roles ?? []).map(({ contributions: set }) => set))
    }
  }
  return { sets, closings }
}
