import { randomBytes } from 'node:crypto'
import { HOTP, Secret, URI } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { authenticatorAddress, createAuthenticatorSecret, findStep } from './authenticator-codes.ts'

/** RFC 6238, appendix B: seconds since 1970, and the code of eight digits for SHA-1; ours are the last six. */
const VECTORS: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32

test.each(VECTORS)('at %i seconds since 1970 the code is the one of RFC 6238', (seconds, code) => {
  expect(findStep(RFC_SECRET, code.slice(-6), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

const SECRET = createAuthenticatorSecret((count) => randomBytes(count))
const STEP = 60_000_000
const codeOf = (step: number) => HOTP.generate({ secret: Secret.fromBase32(SECRET), counter: step })
/** In milliseconds from the first moment at which this is the code of now. */
const at = (milliseconds: number) => new Date(STEP * 30_000 + milliseconds)

describe('a code', () => {
  test.each([
    ['a millisecond before the half minute before its own', -30_001, null],
    ['in the first millisecond of the half minute before its own', -30_000, STEP],
    ['in the last millisecond of the half minute before its own', -1, STEP],
    ['in its first millisecond', 0, STEP],
    ['in its last millisecond', 29_999, STEP],
    ['in the first millisecond of the half minute after its own', 30_000, STEP],
    ['in the last millisecond of the half minute after its own', 59_999, STEP],
    ['a millisecond after the half minute after its own', 60_000, null],
  ])('%s', (_when, milliseconds, expected) => {
    expect(findStep(SECRET, codeOf(STEP), at(milliseconds))).toBe(expected)
  })

  test('is read with spaces and in full-width digits', () => {
    const code = codeOf(STEP)
    const wide = code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    for (const typed of [
      `${code.slice(0, 3)} ${code.slice(3)}`,
      ` ${code}\n`,
      wide,
      `${wide.slice(0, 3)}　${wide.slice(3)}`,
    ]) {
      expect(findStep(SECRET, typed, at(0))).toBe(STEP)
    }
  })

  test.each(['', '12345', '1234567', '12345a', '-12345', '1e5', '１２３４５', '००००००'])(
    '"%s" is none',
    (typed) => {
      expect(findStep(SECRET, typed, at(0))).toBeNull()
    },
  )

  test('that is the same half a minute later belongs to the later one, so that both are used up together', () => {
    // Found by trying: the first two steps in a row of this secret with the same code.
    const [step, code] = [910_737, '911617']
    const secret = Secret.fromBase32(RFC_SECRET)
    expect(HOTP.generate({ secret, counter: step })).toBe(code)
    expect(HOTP.generate({ secret, counter: step + 1 })).toBe(code)
    expect(findStep(RFC_SECRET, code, new Date(step * 30_000))).toBe(step + 1)
    expect(findStep(RFC_SECRET, code, new Date((step + 1) * 30_000))).toBe(step + 1)
  })
})

test('a secret is 160 random bits in base32, and another one each time', () => {
  const secrets = Array.from({ length: 100 }, () => createAuthenticatorSecret((count) => randomBytes(count)))
  expect(new Set(secrets).size).toBe(100)
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/)
})

test('the address for the app holds the secret, whose it is and where it is for', () => {
  const shown = { secret: SECRET, account: 'noor+scan@gemeente.example', issuer: 'QuickScan: “wijk & werk”' }
  const address = authenticatorAddress(shown)
  expect(address).toMatch(/^otpauth:\/\/totp\//)
  expect(URI.parse(address)).toMatchObject({
    label: shown.account,
    issuer: 'QuickScan “wijk & werk”',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })
  expect(new URL(address).searchParams.get('secret')).toBe(SECRET)
})
