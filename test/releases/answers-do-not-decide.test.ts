import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInstrument } from '#domain/examples.ts'
import { statementsOf } from '#domain/instrument.ts'
import { type SentAnswers, type ToldRound, tellRound } from '#domain/release.ts'
import type { ToldSet } from '#domain/release-rule.ts'
import type { Answers } from '#domain/scan.ts'
import { anyHistory, type Event } from './history.ts'

const K = 5
const PEOPLE = 14
const ROLES = ['uitvoering', 'management', null]
const instrument = exampleInstrument()
const statements = statementsOf(instrument).map(({ id }) => id)

/** What everybody answers: by person, and by version of their answers. */
type World = (person: number, version: number) => Answers

const anyLevel = fc.constantFrom('1', '2', '3', '4', '5', 'onbekend', null)
const anyWorld: fc.Arbitrary<World> = fc.array(anyLevel, { minLength: 40, maxLength: 40 }).map(
  (given) => (person, version) =>
    Object.fromEntries(
      statements.map((id, index) => {
        const answer = given[(person * 7 + version * 3 + index) % given.length] ?? null
        return [id, { answer, note: `merkteken van ${person}` }]
      }),
    ),
)

type Closing = { outcome: ToldRound | null; contributors: number }

/** Everything that is told in the course of it, by the module that the program uses. */
function play(roles: number[], events: Event[], world: World): Closing[] {
  const versions = roles.map(() => 1)
  const rounds = [0, 1, 2].map(() => new Map<number, SentAnswers>())
  const earlier: ToldSet[] = []
  const before = new Map<number, ReadonlySet<string>>()
  const closings: Closing[] = []
  for (const event of events) {
    const round = 'group' in event ? rounds[event.group] : undefined
    if (event.kind === 'answer') {
      const { person } = event
      const version = versions[person] ?? 1
      round?.set(person, {
        version: `${person}.${version}`,
        contributor: String(person),
        role: ROLES[(roles[person] ?? 0) % ROLES.length] ?? null,
        answers: world(person, version),
      })
    }
    if (event.kind === 'change' || event.kind === 'erase') {
      versions[event.person] = (versions[event.person] ?? 1) + 1
    }
    if (event.kind === 'leave') round?.delete(event.person)
    if (event.kind === 'erase') for (const one of rounds) one.delete(event.person)
    if (event.kind !== 'close' || !round) continue
    const sent = [...round.values()]
    const outcome = tellRound({
      instrument,
      sent,
      organiser: '0',
      k: K,
      earlier,
      before: before.get(event.group) ?? null,
    })
    closings.push({ outcome, contributors: sent.length })
    if (!outcome) continue
    earlier.push(...outcome.told)
    before.set(event.group, new Set(sent.map(({ contributor }) => contributor)))
  }
  return closings
}

/** What is told and what is not, without the figures. */
function shapeOf(closings: Closing[]): unknown {
  return closings.map(
    ({ outcome }) => outcome && { told: outcome.told, roles: outcome.release.roles?.map(({ role }) => role) },
  )
}

describe('whatever people answer', () => {
  test('the same things are told and the same are not', () => {
    const runs = 500
    let [releases, withheld] = [0, 0]
    fc.assert(
      fc.property(anyHistory(PEOPLE), anyWorld, anyWorld, ({ roles, events }, one, other) => {
        const closings = play(roles, events, one)
        releases += closings.filter(({ outcome }) => outcome).length
        withheld += closings.filter(({ outcome }) => !outcome).length
        expect(shapeOf(play(roles, events, other))).toEqual(shapeOf(closings))
      }),
      { numRuns: runs, seed: 59 },
    )
    expect(Math.min(releases, withheld)).toBeGreaterThan(100)
    console.log(`same events, other answers: ${runs} histories, ${releases} told, ${withheld} not; 0 differ`)
  })

  test('one person who answers otherwise changes only what at least k people are in', () => {
    let changed = 0
    fc.assert(
      fc.property(
        anyHistory(PEOPLE),
        anyWorld,
        anyWorld,
        fc.nat(PEOPLE - 1),
        (history, world, other, who) => {
          const otherwise: World = (person, version) => (person === who ? other : world)(person, version)
          const after = play(history.roles, history.events, otherwise)
          for (const [index, { outcome }] of play(history.roles, history.events, world).entries()) {
            if (JSON.stringify(outcome) === JSON.stringify(after[index]?.outcome)) continue
            changed += 1
            const people = new Set(outcome?.told[0]?.map(({ contributor }) => contributor))
            expect(people.has(String(who))).toBe(true)
            expect(people.size).toBeGreaterThanOrEqual(K)
          }
        },
      ),
      { numRuns: 500, seed: 61 },
    )
    expect(changed).toBeGreaterThan(100)
  })

  test('no release holds a note, a person or a version', () => {
    fc.assert(
      fc.property(anyHistory(PEOPLE), anyWorld, ({ roles, events }, world) => {
        for (const { outcome } of play(roles, events, world)) {
          expect(JSON.stringify(outcome?.release ?? null)).not.toMatch(
            /merkteken|contributor|version|"\d+\.\d+"/,
          )
        }
      }),
      { numRuns: 300, seed: 67 },
    )
  })

  test('nobody and too few look the same, to the byte', () => {
    const alike = (count: number): SentAnswers[] =>
      Array.from({ length: count }, (_, person) => ({
        version: `${person}.1`,
        contributor: String(person),
        role: null,
        answers: {},
      }))
    const told = (count: number) =>
      tellRound({ instrument, sent: alike(count), organiser: '99', k: K, earlier: [], before: null })
    for (const count of [0, 1, 2, 3, 4]) expect(told(count)).toBeNull()
    expect(told(5)).not.toBeNull()
  })

  test('control: a rule that looks at answers is found out', () => {
    const peeking = (roles: number[], events: Event[], world: World) =>
      play(roles, events, world).map((closing) =>
        closing.outcome?.release.figures.total.kind === 'none' ? { ...closing, outcome: null } : closing,
      )
    const { failed, numRuns } = fc.check(
      fc.property(
        anyHistory(PEOPLE),
        anyWorld,
        anyWorld,
        ({ roles, events }, one, other) =>
          JSON.stringify(shapeOf(peeking(roles, events, one))) ===
          JSON.stringify(shapeOf(peeking(roles, events, other))),
      ),
      { numRuns: 500, seed: 71 },
    )
    expect(failed).toBe(true)
    console.log(`control: found out in run ${numRuns}`)
  })
})
