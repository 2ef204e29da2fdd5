import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** How passwords are kept: slow to try, and impossible to read back. */
export type Passwords = {
  hash: (password: string) => Promise<string>
  /** False for a wrong password, and for no hash at all, after the same work. */
  verify: (password: string, hash: string | null) => Promise<boolean>
}

/**
 * The cost of scrypt. 2^15, 8, 3 is one of the settings that OWASP gives (Password Storage Cheat Sheet, 2026):
 * 32 MB and about 0.2 s of one processor.
 */
export type Cost = { logN: number; r: number; p: number }
const RECOMMENDED: Cost = { logN: 15, r: 8, p: 3 }
const KEY_BYTES = 32
const AT_ONCE = 1

/**
 * Hashes passwords outside the thread that serves pages, one at a time: a crowd that signs in waits for each
 * other, and everybody else does not notice. `cost` is lower in tests.
 */
export function createPasswords(cost: Cost = RECOMMENDED): Passwords {
  const turn = takeTurns(AT_ONCE)
  const derive = (password: string, salt: Buffer, { logN, r, p }: Cost) =>
    turn(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          const N = 2 ** logN
          const options = { N, r, p, maxmem: 256 * N * r }
          scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
        }),
    )
  return {
    hash: async (password) => {
      const salt = randomBytes(16)
      const key = await derive(password, salt, cost)
      return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
    },
    verify: async (password, hash) => {
      const kept = hash === null ? null : readHash(hash)
      const key = await derive(password, kept?.salt ?? Buffer.alloc(16), kept?.cost ?? cost)
      return kept !== null && timingSafeEqual(key, kept.key)
    },
  }
}

function readHash(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const [, logN, r, p, salt = '', key = ''] = hash.split('$')
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

function takeTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    // Whoever is done hands over its place, so that nobody slips in between.
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
