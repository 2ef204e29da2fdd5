import { describe, expect, test } from 'vitest'
import {
  type BenchmarkCell,
  type BenchmarkLot,
  chooseCells,
  comparisonsKeepEverybodyHidden,
  isChangedEnough,
  isWide,
} from './benchmark-rule.ts'

test.each<[people: number, organisations: number, largest: number, isTold: boolean]>([
  [10, 3, 5, true],
  [9, 3, 4, false],
  [10, 2, 5, false],
  [10, 3, 6, false],
  [11, 3, 6, false],
  [12, 3, 6, true],
  [0, 0, 0, false],
])(
  '%i people of %i organisations, the largest with %i, may be told of: %s',
  (people, organisations, largest, told) => {
    expect(isWide({ people, organisations, largest })).toBe(told)
  },
)

test.each([
  [10, 2, true],
  [9, 2, false],
  [10, 1, false],
])('%i people of %i organisations changed: enough is %s', (people, organisations, enough) => {
  expect(isChangedEnough({ people, organisations })).toBe(enough)
})

describe('the cells that are told', () => {
  const cell = (id: string, people: number, organisations = 4): BenchmarkCell => ({
    id,
    people,
    organisations,
    largest: Math.ceil(people / organisations),
  })
  /** The organisations of one cell are those of another. */
  const choose = (...cells: BenchmarkCell[]) =>
    chooseCells(cells, (ids) => {
      const chosen = cells.filter(({ id }) => ids.includes(id))
      return {
        people: chosen.reduce((sum, { people }) => sum + people, 0),
        organisations: Math.max(...chosen.map(({ organisations }) => organisations)),
        largest: chosen.reduce((sum, { largest }) => sum + largest, 0),
      }
    })

  test.each<[name: string, told: string[], expected: string[]]>([
    ['all of them, when each is wide', choose(cell('a', 30), cell('b', 20)), ['b', 'a']],
    [
      'not the smallest wide one, when one person would be left',
      choose(cell('a', 30), cell('b', 20), cell('c', 1)),
      ['a'],
    ],
    ['none, when only two are there and one is small', choose(cell('a', 30), cell('b', 4)), []],
    [
      'the rest, when the small ones are wide together',
      choose(cell('a', 30), cell('b', 8), cell('c', 8)),
      ['a'],
    ],
    ['none, when none is wide', choose(cell('a', 5), cell('b', 5)), []],
    ['none of nobody', choose(), []],
  ])('are %s', (_, told, expected) => {
    expect(told).toEqual(expected)
  })
})

describe('comparisons one after the other', () => {
  const lot = (sets: string, people: number, isInGroup = false): BenchmarkLot => ({
    sets: sets.split(' '),
    people,
    isInGroup,
  })

  test.each<[name: string, lots: BenchmarkLot[], isSafe: boolean]>([
    ['nothing', [], true],
    ['one', [lot('q1', 20)], true],
    ['one of four people', [lot('q1', 4)], false],
    ['one about members of groups only', [lot('q1', 20, true)], false],
    ['a second with ten more', [lot('q1 q2', 20), lot('q2', 10)], true],
    ['a second with one more', [lot('q1 q2', 20), lot('q2', 1)], false],
    [
      'a second in which four others left and three came',
      [lot('q1 q2', 20), lot('q2', 3), lot('q1', 4)],
      false,
    ],
    ['a second in which six left and one came', [lot('q1 q2', 20), lot('q2', 1), lot('q1', 6)], true],
    ['two that are the same: the second says nothing new', [lot('q1 q2', 20)], true],
    ['a split of which one side is small', [lot('q1 beleid', 4), lot('q1 uitvoering', 20)], false],
    ['a split', [lot('q1 beleid', 6), lot('q1 uitvoering', 20), lot('q1', 5)], true],
    [
      'a split of which the rest is small',
      [lot('q1 beleid', 6), lot('q1 uitvoering', 20), lot('q1', 2)],
      false,
    ],
    [
      'a split that leaves nobody over: the total is their sum',
      [lot('q1 beleid', 6), lot('q1 uitvoering', 20)],
      true,
    ],
  ])('%s', (_, lots, isSafe) => {
    expect(comparisonsKeepEverybodyHidden(lots, 5)).toBe(isSafe)
  })
})
