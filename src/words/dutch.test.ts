import { expect, test } from 'vitest'
import { asSentence, counted, dutchCount, dutchDate, dutchScore, dutchTime } from './dutch.ts'

test('times, dates and numbers are written as Dutch people write them', () => {
  const summer = new Date('2026-07-01T12:05:00Z')
  expect(dutchTime(summer)).toBe('14.05')
  expect(dutchDate(new Date('2026-11-22T23:30:00Z'))).toBe('23 november 2026')
  expect(dutchScore(3.4)).toBe('3,4')
  expect(dutchScore(3)).toBe('3,0')
  expect(counted(1, 'stelling', 'stellingen')).toBe('1 stelling')
  expect(counted(3, 'stelling', 'stellingen')).toBe('3 stellingen')
  expect([asSentence('goed op weg'), asSentence('n.v.t.')]).toEqual(['goed op weg.', 'n.v.t.'])
  expect([dutchCount(4), dutchCount(12)]).toEqual(['vier', '12'])
})
