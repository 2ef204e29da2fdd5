import { describe, expect, test } from 'vitest'
import { retentionStep } from './account-retention.ts'

const now = new Date('2026-11-23T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

describe('an account that nobody uses', () => {
  test.each([
    { unused: 0, warnings: 0, warned: null, step: 'none' },
    { unused: 669, warnings: 0, warned: null, step: 'none' },
    { unused: 670, warnings: 0, warned: null, step: 'first-warning' },
    { unused: 3_000, warnings: 0, warned: null, step: 'first-warning' },
    { unused: 715, warnings: 1, warned: 45, step: 'none' },
    { unused: 716, warnings: 1, warned: 46, step: 'last-warning' },
    { unused: 3_000, warnings: 1, warned: 0, step: 'none' },
    { unused: 729, warnings: 2, warned: 13, step: 'none' },
    { unused: 730, warnings: 2, warned: 14, step: 'erase' },
    { unused: 3_000, warnings: 2, warned: 13, step: 'none' },
  ] as const)('after $unused days with $warnings warnings, the last $warned days ago: $step', (given) => {
    const { unused, warnings, warned, step } = given
    const warnedAt = warned === null ? null : daysAgo(warned)
    expect(retentionStep({ usedAt: daysAgo(unused), warnings, warnedAt }, now)).toBe(step)
  })
})
