/** Without I, L, O and U: nothing that is read wrong from paper. Each character is five bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that a person can copy by hand, in groups of four: one character for each random byte. */
export function readableCodeFrom(bytes: Uint8Array): string {
  return grouped([...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''))
}

/**
 * What a person typed, as the code of so many characters that it stands for, or null: case, spaces and hyphens
 * do not matter.
 */
export function normaliseReadableCode(typed: string, length: number): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = plain.length === length && [...plain].every((one) => ALPHABET.includes(one))
  return isCode ? grouped(plain) : null
}

function grouped(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-')
}
