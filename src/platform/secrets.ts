import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as text that fits in a cookie. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token or code: enough to recognise it, too little to use it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A short id that cannot be guessed, for in an address: 96 bits. It identifies and gives no access. */
export function createId(): string {
  return randomBytes(12).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'b')
}

/** Without I, L, O and U: nothing that is read wrong from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 24

/** A code of 120 random bits that a person can copy by hand: six groups of four characters. */
export function createResumeCode(): string {
  const characters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What a person typed, as the code it stands for: case, spaces and hyphens do not matter. */
export function normaliseResumeCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = plain.length === CODE_LENGTH && [...plain].every((character) => ALPHABET.includes(character))
  return isCode ? plain.replace(/(.{4})(?=.)/g, '$1-') : null
}
