import { normaliseReadableCode, readableCodeFrom } from './readable-code.ts'

/** Random bytes that a code is made of; each gives five bits, 120 together. */
export const RESUME_CODE_BYTES = 24

/** A code that a person can copy by hand: six groups of four characters. Random bytes in, one code out. */
export function resumeCodeFrom(bytes: Uint8Array): string {
  return readableCodeFrom(bytes)
}

/** What a person typed, as the code it stands for, or null: case, spaces and hyphens do not matter. */
export function normaliseResumeCode(typed: string): string | null {
  return normaliseReadableCode(typed, RESUME_CODE_BYTES)
}
