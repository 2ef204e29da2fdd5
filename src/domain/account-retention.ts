import type { MailKind } from './letter.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * An account that nobody uses is erased after two years. Its owner is warned twice, so many days before.
 */
export const ACCOUNT_RETENTION = { unusedDays: 730, firstWarningDays: 60, lastWarningDays: 14 }

/** The letters without which nobody is erased. */
export const WARNING_LETTERS: MailKind[] = ['account-warning', 'account-last-warning']

export type RetentionStep = 'none' | 'first-warning' | 'last-warning' | 'erase'

/**
 * What is due for an account. Nobody is erased without two warnings, nor sooner after the last one than it
 * said, also when the server stood still for a year.
 */
export function retentionStep(
  { usedAt, warnings, warnedAt }: { usedAt: Date; warnings: number; warnedAt: Date | null },
  now: Date,
): RetentionStep {
  const unused = daysBetween(usedAt, now)
  const { unusedDays, firstWarningDays, lastWarningDays } = ACCOUNT_RETENTION
  if (warnings === 0) return unused >= unusedDays - firstWarningDays ? 'first-warning' : 'none'
  const sinceWarning = warnedAt ? daysBetween(warnedAt, now) : 0
  if (warnings === 1) {
    return sinceWarning >= firstWarningDays - lastWarningDays ? 'last-warning' : 'none'
  }
  return sinceWarning >= lastWarningDays && unused >= unusedDays ? 'erase' : 'none'
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY
}

/** Whoever used the account after this moment need not be looked at. */
export function firstWarningLimit(now: Date): Date {
  const { unusedDays, firstWarningDays } = ACCOUNT_RETENTION
  return new Date(now.getTime() - (unusedDays - firstWarningDays) * DAY)
}
