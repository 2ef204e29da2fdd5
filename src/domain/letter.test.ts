import { expect, test } from 'vitest'
import { nextTry } from './letter.ts'

const ASKED = new Date('2026-11-23T12:00:00Z')
const after = (seconds: number) => new Date(ASKED.getTime() + seconds * 1000)
const MINUTE = 60
const HOUR = 60 * MINUTE

test.each([
  { tries: 1, wait: 30 },
  { tries: 2, wait: 1 * MINUTE },
  { tries: 3, wait: 2 * MINUTE },
  { tries: 4, wait: 4 * MINUTE },
  { tries: 5, wait: 8 * MINUTE },
  { tries: 6, wait: 10 * MINUTE },
  { tries: 7, wait: 10 * MINUTE },
  { tries: 2_000, wait: 10 * MINUTE },
])('after $tries tries that failed, the next is $wait seconds later', ({ tries, wait }) => {
  expect(nextTry(tries, after(HOUR), ASKED)).toEqual(after(HOUR + wait))
})

test.each([
  { hours: 0, isGivenUp: false },
  { hours: 47.99, isGivenUp: false },
  { hours: 48, isGivenUp: true },
  { hours: 500, isGivenUp: true },
])('a letter that was asked $hours hours ago is given up: $isGivenUp', ({ hours, isGivenUp }) => {
  expect(nextTry(3, after(hours * HOUR), ASKED) === null).toBe(isGivenUp)
})

test('a letter that never goes out is tried 293 times, the last time after two days', () => {
  const tried = [0]
  for (;;) {
    const now = after(tried.at(-1) ?? 0)
    const next = nextTry(tried.length, now, ASKED)
    if (!next) break
    tried.push((next.getTime() - ASKED.getTime()) / 1000)
  }
  expect(tried.slice(0, 8)).toEqual([0, 30, 90, 210, 450, 930, 1530, 2130])
  expect(tried.length).toBe(293)
  expect(tried.at(-1)).toBe(48 * HOUR + 5.5 * MINUTE)
})
