import { normaliseReadableCode, readableCodeFrom } from './readable-code.ts'

/** How many codes somebody gets at once. */
export const RECOVERY_CODES = 10

/** Characters of one code; each is five bits, 80 together: too much to guess, also for who has the hashes. */
const CODE_LENGTH = 16

/** Random bytes that a set of codes is made of. */
export const RECOVERY_CODES_BYTES = RECOVERY_CODES * CODE_LENGTH

/** Ten codes of four groups of four characters. Random bytes in, a set of codes out. */
export function recoveryCodesFrom(bytes: Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    readableCodeFrom(bytes.subarray(index * CODE_LENGTH, (index + 1) * CODE_LENGTH)),
  )
}

/** What a person typed, as the code it stands for, or null: case, spaces and hyphens do not matter. */
export function normaliseRecoveryCode(typed: string): string | null {
  return normaliseReadableCode(typed, CODE_LENGTH)
}
