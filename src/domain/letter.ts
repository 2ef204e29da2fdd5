/** A letter as it goes out: the same words as text and as HTML. */
export type Letter = { to: string; subject: string; text: string; html: string }

/** Letters about somebody's own account. */
export type AccountMailKind =
  | 'sign-up'
  | 'reset-password'
  | 'choose-password'
  | 'change-address'
  | 'address-changed'
  | 'password-changed'
  | 'second-factor-changed'
  | 'recovery-code-used'
  | 'account-warning'
  | 'account-last-warning'
  | 'account-erased'

/** Letters about a group. */
export type GroupMailKind =
  | 'invitation'
  | 'invitation-again'
  | 'request-approved'
  | 'reminder'
  | 'round-closed'

/** Letters about plans. */
export type PlanMailKind = 'plan-reminder'

/** Every letter that there is. */
export type MailKind = AccountMailKind | GroupMailKind | PlanMailKind

/** What waits to be written and sent: not a letter, so that no link and no text lies about. */
export type MailRequest = {
  id: string
  kind: MailKind
  address: string
  accountId: string | null
  /** What it is about: the id of an invitation or a round, or the day of a letter about plans. */
  about?: string | null
  requestedAt: Date
}

const SECOND = 1000
const FIRST_WAIT = 30 * SECOND
const LONGEST_WAIT = 10 * 60 * SECOND
const GIVE_UP = 48 * 60 * 60 * SECOND

/**
 * When a letter is tried again after so many tries that failed: sooner at first, then every ten minutes. Null
 * after two days: what was asked then is no longer expected.
 */
export function nextTry(tries: number, now: Date, requestedAt: Date): Date | null {
  if (now.getTime() - requestedAt.getTime() >= GIVE_UP) return null
  const wait = Math.min(FIRST_WAIT * 2 ** Math.max(0, tries - 1), LONGEST_WAIT)
  return new Date(now.getTime() + wait)
}
