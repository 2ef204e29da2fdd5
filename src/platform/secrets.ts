import { createHash, randomBytes } from 'node:crypto'

/** Where chance comes in, and how a secret is kept. */
export type Secrets = {
  /** 256 random bits as text that fits in a cookie. */
  createToken: () => string
  /** A short id that cannot be guessed, for in an address: 16 letters and digits. It gives no access. */
  createId: () => string
  randomBytes: (count: number) => Uint8Array
  /** What the database keeps of a token or code: enough to recognise it, too little to use it. */
  hash: (secret: string) => string
}

export const systemSecrets: Secrets = {
  createToken: () => randomBytes(32).toString('base64url'),
  createId: () => randomBytes(12).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'b'),
  randomBytes: (count) => randomBytes(count),
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
}
