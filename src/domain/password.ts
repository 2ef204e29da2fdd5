import { z } from 'zod'

/** Shortest and longest password, in characters. Long sentences are welcome; the upper bound stops a flood. */
export const PASSWORD_LENGTH = { least: 10, most: 200 }

export type PasswordRefusal = 'too-short' | 'too-long' | 'easily-guessed'

/** How well a password withstands guessing: the number of guesses that a good program needs, as 10^x. */
export type PasswordStrength = { guesses: number }

/** Under a hundred million guesses (10^8) a password falls in a few days, even at the limits we keep. */
const LEAST_GUESSES = 8
const MANY_GUESSES = 11

/**
 * The same password typed on another keyboard is the same password (NFKC, as NIST SP 800-63B 3.1.1.2 asks).
 */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** No rules about capitals or digits: length, and whether it is easy to guess. Null when it may be used. */
export function refusePassword(password: string, { guesses }: PasswordStrength): PasswordRefusal | null {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return 'too-short'
  if (length > PASSWORD_LENGTH.most) return 'too-long'
  return guesses < LEAST_GUESSES ? 'easily-guessed' : null
}

export function isStrong({ guesses }: PasswordStrength): boolean {
  return guesses >= MANY_GUESSES
}

const TYPED = z.strictObject({ password: z.string().max(PASSWORD_LENGTH.most) })

/** The password in what a page sends while somebody types, or null when it is something else. */
export function readTypedPassword(sent: unknown): string | null {
  return TYPED.safeParse(sent).data?.password ?? null
}
