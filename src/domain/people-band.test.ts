import { describe, expect, test } from 'vitest'
import { peopleBand } from './people-band.ts'

const EVERY = Array.from({ length: 3_000 }, (_, count) => count)

describe('a number of people in bands', () => {
  test.each([
    [0, null],
    [1, null],
    [4, null],
    [5, { from: 5, to: 9 }],
    [9, { from: 5, to: 9 }],
    [10, { from: 10, to: 19 }],
    [20, { from: 20, to: 49 }],
    [999, { from: 500, to: 999 }],
    [1_000, { from: 1_000, to: 1_999 }],
  ])('%i, where five is the least', (count, band) => {
    expect(peopleBand(count, 5)).toEqual(band)
  })

  test.each([4, 5, 6, 7, 10, 25])(
    'where %i is the least, no band is narrower, and each holds its number',
    (least) => {
      for (const count of EVERY) {
        const band = peopleBand(count, least)
        expect(band === null).toBe(count < least)
        if (!band) continue
        expect(band.from).toBeLessThanOrEqual(count)
        expect(band.to).toBeGreaterThanOrEqual(count)
        expect(band.to - band.from + 1).toBeGreaterThanOrEqual(least)
      }
    },
  )

  test('without a sensible least, nothing is told', () => {
    expect(peopleBand(1_000, Number.NaN)).toBeNull()
  })
})
