import { expect, test } from 'vitest'
import { comparableRounds, leastContributors } from './group.ts'

test.each<[host: number, promised: number | null, least: number]>([
  [5, null, 5],
  [5, 8, 8],
  [8, 5, 8],
  [4, 4, 4],
])('with %i from the host and %s promised, a release needs %i people', (host, promised, least) => {
  expect(leastContributors(host, promised)).toBe(least)
})

test.each([0, 3, 4.5, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  'a smallest group of %s is refused',
  (host) => {
    expect(() => leastContributors(host, null)).toThrow('no sense')
  },
)

/** "abc" are three people. */
test.each<[before: string, after: string, compared: string]>([
  ['abcdef', 'abcdef', 'everything'],
  ['abcdef', 'abcdefg', 'total'],
  ['abcdefg', 'abcdef', 'total'],
  ['abcdefgh', 'abcdeijk', 'total'],
  ['abcdef', 'abcdefghijk', 'everything'],
  ['abcdefghij', 'abcde', 'everything'],
  ['abcde', 'fghij', 'everything'],
  ['abcdefghij', 'abcdeklmno', 'everything'],
  ['abcdefghij', 'abcdeklm', 'total'],
])('between %s and %s, %s may be compared', (before, after, compared) => {
  expect(comparableRounds(new Set(before), new Set(after), 5)).toBe(compared)
})
