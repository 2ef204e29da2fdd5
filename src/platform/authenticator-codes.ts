import { HOTP, Secret, TOTP } from 'otpauth'

/** What every authenticator app reads (RFC 6238): SHA-1, six digits, a new code every 30 seconds. */
const ALGORITHM = 'SHA1'
const DIGITS = 6
const PERIOD = 30

/** As many bytes as the hash has (RFC 4226, 4). */
const SECRET_BYTES = 20

/** A new secret for an app, in base32: 32 letters and digits. */
export function createAuthenticatorSecret(randomBytes: (count: number) => Uint8Array): string {
  // A copy, because the library takes the whole memory that a view looks at.
  return new Secret({ buffer: Uint8Array.from(randomBytes(SECRET_BYTES)).buffer }).base32
}

/**
 * What a QR picture has to say to the app (`otpauth://…`); `account` and `issuer` are what the app shows. A colon is
 * what stands between the two, so it cannot be in a name.
 */
export function authenticatorAddress(shown: { secret: string; account: string; issuer: string }): string {
  const { secret, account } = shown
  const issuer = shown.issuer.replaceAll(':', '')
  return new TOTP({
    secret,
    label: account,
    issuer,
    algorithm: ALGORITHM,
    digits: DIGITS,
    period: PERIOD,
  }).toString()
}

/**
 * The step, a number of half minutes since 1970, that this code belongs to; null when it is not right. Good are the
 * code of now, the one before and the one after, for clocks that differ (RFC 6238, 5.2). The caller has to see to
 * it that a step is used once.
 */
export function findStep(secret: string, code: string, now: Date): number | null {
  const token = normalise(code)
  if (token === null) return null
  const key = Secret.fromBase32(secret)
  const current = Math.floor(now.getTime() / 1000 / PERIOD)
  // All three, and the last that fits: the same digits twice in a row are used up together.
  const fitting = [current - 1, current, current + 1].filter(
    (counter) =>
      HOTP.validate({ token, secret: key, algorithm: ALGORITHM, digits: DIGITS, counter, window: 0 }) !==
      null,
  )
  return fitting.at(-1) ?? null
}

/** Apps show the code in two groups, and some keyboards write full-width digits. */
function normalise(code: string): string | null {
  const plain = code.normalize('NFKC').replace(/\s/g, '')
  return /^[0-9]{6}$/.test(plain) ? plain : null
}
