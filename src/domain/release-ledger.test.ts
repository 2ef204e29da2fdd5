import { expect, test } from 'vitest'
import { checkLedger, type LedgerEntry } from './release-ledger.ts'

const told = (numbers: number[]) =>
  numbers.map((number) => ({ version: `v${number}`, contributor: `p${number}`, role: null }))
const entry = (id: string, numbers: number[], rest: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  least: 5,
  sets: [told(numbers)],
  isWhole: true,
  ...rest,
})
const FIVE = [1, 2, 3, 4, 5]
const OTHERS = [6, 7, 8, 9, 10]

test('finds nothing in releases that keep everybody hidden', () => {
  expect(checkLedger([entry('one', FIVE), entry('two', [...FIVE, ...OTHERS])])).toEqual([])
})

test('finds the release that came last when two together single somebody out', () => {
  const six = [...FIVE, 6]
  expect(checkLedger([entry('one', FIVE), entry('two', six)])).toEqual([
    { release: 'two', problem: 'tells of too few' },
  ])
})

test('finds a text that was changed, and one that tells of nobody', () => {
  expect(checkLedger([entry('one', FIVE, { isWhole: false }), entry('two', [], { sets: [] })])).toEqual([
    { release: 'one', problem: 'was changed afterwards' },
    { release: 'two', problem: 'tells of nobody' },
  ])
})
