import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { decideRelease } from '#domain/release-rule.ts'
import { findExposed } from './disclosure.ts'
import { anyHistory, play } from './history.ts'
import { rankOf } from './rank.ts'

const K = 5
const RUNS = 1_000

describe('whatever people do, and in whatever order', () => {
  test('nothing that is told, added and subtracted, is about fewer than k people', () => {
    const start = performance.now()
    let [events, told, runsWithSome] = [0, 0, 0]
    fc.assert(
      fc.property(anyHistory(14), (history) => {
        const { sets } = play(history, K)
        events += history.events.length
        told += sets.length
        runsWithSome += sets.length > 0 ? 1 : 0
        expect(findExposed(sets, K)).toBeNull()
      }),
      { numRuns: RUNS, seed: 23 },
    )
    // Saying nothing would be safe too.
    expect(runsWithSome / RUNS).toBeGreaterThanOrEqual(0.6)
    console.log(
      `never below k: ${RUNS} histories, ${events} events, ${told} sets told, in ${runsWithSome} histories; 0 exposed; ${Math.round(performance.now() - start)} ms`,
    )
  })

  test('somebody who was in it and leaves the own answers out is left with k - 1 others at least', () => {
    fc.assert(
      fc.property(anyHistory(9), fc.nat(8), (history, insider) => {
        const { sets } = play(history, K)
        const seen = sets.map((set) => set.filter(({ contributor }) => contributor !== String(insider)))
        expect(findExposed(seen, K - 1)).toBeNull()
      }),
      { numRuns: RUNS, seed: 29 },
    )
  })

  test('k people with answers that were never told before are always told of', () => {
    let closings = 0
    fc.assert(
      fc.property(anyHistory(12), (history) => {
        for (const { contributors, isFresh, isReleased } of play(history, K).closings) {
          if (!isFresh) continue
          closings += 1
          expect(isReleased).toBe(contributors >= K)
        }
      }),
      { numRuns: 500, seed: 31 },
    )
    expect(closings).toBeGreaterThan(500)
  })

  test('control: with k people as the only rule, somebody is soon exposed', () => {
    const onlyCounts: typeof decideRelease = ({ contributions, k }) =>
      contributions.length < k
        ? { kind: 'withheld' }
        : { kind: 'released', total: contributions, roles: null }
    const { failed, numRuns } = fc.check(
      fc.property(anyHistory(12), (history) => findExposed(play(history, K, onlyCounts).sets, K) === null),
      { numRuns: 1_000, seed: 37 },
    )
    expect(failed).toBe(true)
    console.log(`control: exposed in run ${numRuns}`)
  })
})

describe('the rank', () => {
  test.each([
    [[], 0],
    [[[0, 0]], 0],
    [
      [
        [1, 1],
        [1, 1],
      ],
      1,
    ],
    [
      [
        [1, 0],
        [1, 1],
      ],
      2,
    ],
    [
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ],
      3,
    ],
    [
      [
        [1, 1, 0, 0],
        [0, 0, 1, 1],
        [1, 1, 1, 1],
      ],
      2,
    ],
  ])('of %j is %i', (rows, rank) => {
    expect(rankOf(rows)).toBe(rank)
  })
})
