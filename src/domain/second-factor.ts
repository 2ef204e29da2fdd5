/** What an account has beside a password. A passkey signs in by itself, without the password. */
export type SecondFactors = { authenticator: boolean; passkeys: number; recoveryCodes: number }

/** What a passkey is asked for. */
export type PasskeyPurpose = 'add' | 'sign-in'

const MINUTE = 60 * 1000

/** How long the second factor may take after the password, in minutes. */
export const PENDING_SIGN_IN_MINUTES = 10

/** How long a question to a passkey can be answered, in minutes. */
export const PASSKEY_MINUTES = 5

/** How long the sign-in at an organisation may take, in minutes: people look for their telephone there too. */
export const ORGANISATION_SIGN_IN_MINUTES = 20

/** After the right password: whether that is enough. Recovery codes alone ask nothing. */
export function needsSecondFactor({ authenticator, passkeys }: SecondFactors): boolean {
  return authenticator || passkeys > 0
}

export function pendingSignInExpiry(now: Date): Date {
  return after(now, PENDING_SIGN_IN_MINUTES)
}

export function passkeyChallengeExpiry(now: Date): Date {
  return after(now, PASSKEY_MINUTES)
}

export function organisationAttemptExpiry(now: Date): Date {
  return after(now, ORGANISATION_SIGN_IN_MINUTES)
}

function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE)
}
