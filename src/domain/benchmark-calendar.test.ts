import { describe, expect, test } from 'vitest'
import { benchmarkDue, COMPARED_AFTER_DAYS, finishedUntil, nextBenchmarkDay } from './benchmark-calendar.ts'
import { USABLE_DAYS } from './round.ts'

describe('the calendar of benchmarks', () => {
  test.each([
    [null, '2027-01-01T00:00:00Z', true, 'the first moment of a quarter'],
    [null, '2027-01-07T23:59:59Z', true, 'the whole week, for a program that stood still'],
    [null, '2027-01-08T00:00:00Z', false, 'not after that week'],
    [null, '2026-12-31T23:59:59Z', false, 'not before'],
    ['2026-10-01T01:00:00Z', '2027-01-01T00:00:00Z', true, 'after the one of the quarter before'],
    ['2027-01-01T01:00:00Z', '2027-01-02T00:00:00Z', false, 'once a quarter'],
    ['2026-12-20T01:00:00Z', '2027-01-01T00:00:00Z', true, 'also after one that was made by hand'],
  ])('after %s, at %s: %s (%s)', (last, now, isDue, _why) => {
    const due = benchmarkDue(last === null ? null : new Date(last), new Date(now))
    expect(due !== null).toBe(isDue)
  })

  test('who counts follows from the calendar, not from the hour in which it is counted', () => {
    const [early, late] = ['2027-04-01T00:00:00Z', '2027-04-06T18:30:00Z'].map((now) =>
      benchmarkDue(null, new Date(now)),
    )
    expect(early).toEqual({ finishedUntil: new Date('2027-03-01T00:00:00Z') })
    expect(late).toEqual(early)
  })

  test('who can still send a scan to a group does not count yet', () => {
    expect(COMPARED_AFTER_DAYS).toBeGreaterThan(USABLE_DAYS)
    expect(finishedUntil(new Date('2027-02-01T12:00:00Z'))).toEqual(new Date('2027-01-01T12:00:00Z'))
  })

  test.each([
    ['2026-11-24T12:00:00Z', '2027-01-01'],
    ['2027-01-01T00:00:00Z', '2027-04-01'],
    ['2027-09-30T23:00:00Z', '2027-10-01'],
  ])('the next one after %s is at %s', (now, day) => {
    expect(nextBenchmarkDay(new Date(now))).toEqual(new Date(`${day}T00:00:00Z`))
  })
})
