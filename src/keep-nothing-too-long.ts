import {
  dateWaitingWarnings,
  eraseUnusedAccount,
  listUnusedAccounts,
  warnAccount,
} from '#database/account-retention.ts'
import { eraseOldAttempts } from '#database/attempts.ts'
import { eraseOldAudit } from '#database/audit.ts'
import type { Database } from '#database/connect.ts'
import { eraseOldScans } from '#database/erasure.ts'
import { eraseOldInvitations } from '#database/invitations.ts'
import { eraseExpiredMailProofs } from '#database/mail-proofs.ts'
import { endForgottenMeetings } from '#database/meetings.ts'
import { eraseExpiredOrganisationAttempts } from '#database/organisation-attempts.ts'
import { eraseExpiredChallenges } from '#database/passkeys.ts'
import { eraseExpiredPendingSignIns } from '#database/pending-sign-ins.ts'
import { eraseUnconfirmedAuthenticators } from '#database/second-factors.ts'
import { eraseExpiredSessions } from '#database/sessions.ts'
import { firstWarningLimit, retentionStep } from '#domain/account-retention.ts'
import { AUDIT_YEARS, yearsBefore } from '#domain/audit.ts'
import { MEETING_HOURS } from '#domain/meeting.ts'
import { INVITATION_DAYS, retentionLimits } from '#domain/retention.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Erases what was kept long enough, and warns whoever is about to lose an account. Gives how many of each. */
export async function keepNothingTooLong(
  db: Database,
  now: Date,
  { createId }: { createId: () => string },
): Promise<{ scans: number; accounts: number; warnings: number }> {
  const scans = await eraseOldScans(db, retentionLimits(now))
  await eraseExpiredSessions(db, now)
  await eraseExpiredMailProofs(db, now)
  await eraseExpiredPendingSignIns(db, now)
  await eraseExpiredChallenges(db, now)
  await eraseExpiredOrganisationAttempts(db, now)
  await eraseUnconfirmedAuthenticators(db, new Date(now.getTime() - DAY))
  await eraseOldAttempts(db, new Date(now.getTime() - DAY))
  await eraseOldInvitations(db, new Date(now.getTime() - INVITATION_DAYS * DAY))
  await endForgottenMeetings(db, new Date(now.getTime() - MEETING_HOURS * HOUR), now)
  await eraseOldAudit(db, yearsBefore(now, AUDIT_YEARS))
  await dateWaitingWarnings(db, now)
  let accounts = 0
  let warnings = 0
  for (const account of await listUnusedAccounts(db, firstWarningLimit(now))) {
    const step = retentionStep(account, now)
    if (step === 'none') continue
    const mail = { id: createId(), address: account.address, requestedAt: now }
    if (step === 'erase') accounts += await eraseUnusedAccount(db, account, mail)
    else {
      const kind = step === 'first-warning' ? 'account-warning' : 'account-last-warning'
      warnings += await warnAccount(db, account, { ...mail, kind, accountId: account.id })
    }
  }
  return { scans, accounts, warnings }
}
