import { expect, test } from 'vitest'
import { eraseAfter, retentionLimits } from './retention.ts'

const CHANGED = new Date('2026-11-01T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

test.each([
  ['an unfinished scan, ninety days after it was changed', null, '2027-01-30T12:00:00.000Z'],
  ['a finished one, a year after it was', new Date('2026-11-02T08:00:00Z'), '2027-11-02T08:00:00.000Z'],
])('%s, may be erased; and not before', (_, finishedAt, moment) => {
  const at = eraseAfter({ changedAt: CHANGED, finishedAt })
  expect(at.toISOString()).toBe(moment)
  const { finishedBefore, unfinishedBefore } = retentionLimits(new Date(at.getTime() + 1))
  const limit = finishedAt ? finishedBefore : unfinishedBefore
  expect((finishedAt ?? CHANGED) < limit).toBe(true)
  const before = retentionLimits(new Date(at.getTime() - DAY))
  expect((finishedAt ?? CHANGED) < (finishedAt ? before.finishedBefore : before.unfinishedBefore)).toBe(false)
})
