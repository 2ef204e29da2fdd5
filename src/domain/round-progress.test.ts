import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countProgress, type ToldProgress } from './round-progress.ts'

const K = 5
const BEGIN = new Date('2026-11-23T09:00:00Z')
const HOUR = 60 * 60 * 1000
const later = (hours: number) => new Date(BEGIN.getTime() + hours * HOUR)

test.each<[sent: number, people: ToldProgress['people']]>([
  [0, null],
  [1, null],
  [4, null],
  [5, { from: 5, to: 9 }],
  [9, { from: 5, to: 9 }],
  [10, { from: 10, to: 19 }],
  [800, { from: 20, to: null }],
])('of %i who sent, %j is told', (sent, people) => {
  expect(countProgress(null, { sent, k: K }, BEGIN).people).toEqual(people)
})

test.each([
  [1, false],
  [23.99, false],
  [24, true],
  [100, true],
])('after %d hours it is counted anew: %s', (hours, isAnew) => {
  const told = countProgress(null, { sent: 4, k: K }, BEGIN)
  const after = countProgress(told, { sent: 12, k: K }, later(hours))
  expect(after).toEqual(isAnew ? { people: { from: 10, to: 19 }, countedAt: later(hours) } : told)
})

describe('whoever keeps looking while people send, take back and leave', () => {
  /** Every hour somebody does something or nothing, and the organiser looks before and after it. */
  const anyCourse = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 24, maxLength: 24 * 6 })

  function movesSeen(course: number[], count: typeof countProgress): { moves: number; ownMoves: number } {
    let [sent, moves, ownMoves] = [4, 0, 0]
    let told = count(null, { sent, k: K }, BEGIN)
    for (const [hour, step] of course.entries()) {
      const before = count(told, { sent, k: K }, later(hour))
      if (before.people?.from !== told.people?.from) moves += 1
      sent = Math.max(0, sent + step)
      told = count(before, { sent, k: K }, later(hour))
      if (told.people?.from !== before.people?.from) ownMoves += 1
    }
    return { moves, ownMoves }
  }

  test('never sees it move when one person does something', () => {
    let seen = 0
    fc.assert(
      fc.property(anyCourse, (course) => {
        const { moves, ownMoves } = movesSeen(course, countProgress)
        seen += moves
        expect(ownMoves).toBe(0)
      }),
      { numRuns: 1_000, seed: 73 },
    )
    // What never moves at all would pass as well.
    expect(seen).toBeGreaterThan(100)
  })

  test('control: counting at every look shows somebody coming by', () => {
    const atOnce: typeof countProgress = (_, counts, now) => countProgress(null, counts, now)
    const { failed } = fc.check(
      fc.property(anyCourse, (course) => movesSeen(course, atOnce).ownMoves === 0),
      { numRuns: 1_000, seed: 79 },
    )
    expect(failed).toBe(true)
  })
})
