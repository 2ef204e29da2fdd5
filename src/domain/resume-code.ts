/** Without I, L, O and U: nothing that is read wrong from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random bytes that a code is made of; each gives five bits, 120 together. */
export const RESUME_CODE_BYTES = 24

/** A code that a person can copy by hand: six groups of four characters. Random bytes in, one code out. */
export function resumeCodeFrom(bytes: Uint8Array): string {
  return grouped([...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''))
}

/** What a person typed, as the code it stands for, or null: case, spaces and hyphens do not matter. */
export function normaliseResumeCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = plain.length === RESUME_CODE_BYTES && [...plain].every((one) => ALPHABET.includes(one))
  return isCode ? grouped(plain) : null
}

function grouped(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-')
}
