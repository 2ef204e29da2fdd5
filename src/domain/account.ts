/** What a link in a mail proves. Each works in one flow only. */
export type MailProofPurpose = 'sign-up' | 'reset-password' | 'change-address'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE

/** How long a link in a mail works, in minutes. The mails and pages say so. */
export const MAIL_PROOF_MINUTES = 60

/**
 * How long somebody stays signed in: 14 days on a device of their own, else half a day or until the browser is
 * closed. Never renewed, so that no visit has to be written down.
 */
export const SESSION_DAYS = { own: 14, shared: 0.5 }

/** How long after a proof somebody may change what matters, in minutes. */
export const PROOF_MINUTES = 15

export function isRecentProof(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < PROOF_MINUTES * MINUTE
}

export function mailProofExpiry(now: Date): Date {
  return new Date(now.getTime() + MAIL_PROOF_MINUTES * MINUTE)
}

export function sessionExpiry(now: Date, isOwnDevice: boolean): Date {
  return new Date(now.getTime() + SESSION_DAYS[isOwnDevice ? 'own' : 'shared'] * DAY)
}
