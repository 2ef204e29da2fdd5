import { expect, test } from 'vitest'
import {
  needsSecondFactor,
  ORGANISATION_SIGN_IN_MINUTES,
  organisationAttemptExpiry,
  PASSKEY_MINUTES,
  PENDING_SIGN_IN_MINUTES,
  passkeyChallengeExpiry,
  pendingSignInExpiry,
} from './second-factor.ts'

test.each([
  [false, 0, 0, false],
  [false, 0, 10, false],
  [true, 0, 0, true],
  [false, 1, 0, true],
  [true, 2, 8, true],
])('with an app (%s), %i passkeys and %i codes the password needs a second factor: %s', (...row) => {
  const [authenticator, passkeys, recoveryCodes, expected] = row
  expect(needsSecondFactor({ authenticator, passkeys, recoveryCodes })).toBe(expected)
})

test('what is under way ends after so many minutes', () => {
  const noon = new Date('2026-11-23T12:00:00Z')
  const minutes = (expiry: Date) => (expiry.getTime() - noon.getTime()) / 60_000
  expect(minutes(pendingSignInExpiry(noon))).toBe(PENDING_SIGN_IN_MINUTES)
  expect(minutes(passkeyChallengeExpiry(noon))).toBe(PASSKEY_MINUTES)
  expect(minutes(organisationAttemptExpiry(noon))).toBe(ORGANISATION_SIGN_IN_MINUTES)
})
