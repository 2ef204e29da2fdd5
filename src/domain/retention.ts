const DAY = 24 * 60 * 60 * 1000

/** How long a scan without an account is kept, in days. The pages say so. */
export const UNFINISHED_DAYS = 90
export const FINISHED_DAYS = 365

/** How long addresses are kept of people who were invited to a round, in days after it closed. */
export const INVITATION_DAYS = 365

/** Scans last changed, or finished, before these moments are to be erased. */
export function retentionLimits(now: Date): { unfinishedBefore: Date; finishedBefore: Date } {
  return {
    unfinishedBefore: new Date(now.getTime() - UNFINISHED_DAYS * DAY),
    finishedBefore: new Date(now.getTime() - FINISHED_DAYS * DAY),
  }
}

/** From when a scan without an account may be erased, if nobody changes it before. */
export function eraseAfter({ changedAt, finishedAt }: { changedAt: Date; finishedAt: Date | null }): Date {
  return finishedAt
    ? new Date(finishedAt.getTime() + FINISHED_DAYS * DAY)
    : new Date(changedAt.getTime() + UNFINISHED_DAYS * DAY)
}
