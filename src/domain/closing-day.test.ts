import { expect, test } from 'vitest'
import { closingDays, readClosingDay } from './closing-day.ts'

const NOW = new Date('2026-11-23T13:05:00Z')

test.each([
  ['2026-12-07', '2026-12-07T23:00:00.000Z', 'in winter'],
  ['2027-05-10', '2027-05-10T22:00:00.000Z', 'in summer'],
  ['2027-03-27', '2027-03-27T23:00:00.000Z', 'the night before the clocks go forward'],
  ['2027-03-28', '2027-03-28T22:00:00.000Z', 'the day that the clocks went forward'],
  ['2026-11-24', '2026-11-24T23:00:00.000Z', 'tomorrow'],
])('%s ends at %s (%s)', (day, end) => {
  const read = readClosingDay(day, NOW)
  expect(read.ok && read.closesAt.toISOString()).toBe(end)
})

test.each([
  ['2026-11-23', 'too-soon'],
  ['1999-01-01', 'too-soon'],
  ['2027-05-23', 'too-late'],
  ['9999-12-30', 'too-late'],
  ['2026-02-30', 'no-day'],
  ['2026-13-01', 'no-day'],
  ['morgen', 'no-day'],
  ['', 'no-day'],
  ['2026-12-07T00:00', 'no-day'],
])('%s is refused: %s', (day, refusal) => {
  expect(readClosingDay(day, NOW)).toEqual({ ok: false, refusal })
})

test('the days that are offered are days that are taken', () => {
  const { first, usual, last } = closingDays(NOW)
  expect([first, usual, last]).toEqual(['2026-11-24', '2026-12-07', '2027-05-22'])
  expect([first, usual, last].every((day) => readClosingDay(day, NOW).ok)).toBe(true)
})
