/** What may be tried how often, per what: `most` tries in `seconds`. */
export type Limit = { name: string; most: number; seconds: number }

const MINUTE = 60

/**
 * Per account the limits are strict, and per network address loose: sixty colleagues behind one address sign
 * in on a Monday morning. Guesses from everywhere still meet the limit of the account.
 */
export const LIMITS = {
  passwordsPerAccount: { name: 'password-account', most: 10, seconds: 15 * MINUTE },
  passwordsPerNetwork: { name: 'password-network', most: 300, seconds: 15 * MINUTE },
  codesPerAccount: { name: 'code-account', most: 10, seconds: 15 * MINUTE },
  passkeyQuestionsPerNetwork: { name: 'passkey-network', most: 300, seconds: 15 * MINUTE },
  organisationPerNetwork: { name: 'organisation-network', most: 300, seconds: 15 * MINUTE },
  mailsPerAddress: { name: 'mail-address', most: 3, seconds: 60 * MINUTE },
  /** Letters that one organiser has sent to others in a day: enough for a department, too few to be a nuisance. */
  invitationsPerAccount: { name: 'invitation-account', most: 1_000, seconds: 24 * 60 * MINUTE },
  /** A code of a room has 40 bits: so many wrong ones from one building leave nobody a chance. */
  roomCodesPerNetwork: { name: 'room-code-network', most: 1_000, seconds: 15 * MINUTE },
  mailsPerNetwork: { name: 'mail-network', most: 100, seconds: 60 * MINUTE },
} as const satisfies Record<string, Limit>

/**
 * What is counted together: an IPv4 address, or the /64 that one connection gets of IPv6. Some proxies add the port
 * of the visitor, which is another one each time.
 */
export function networkOf(from: string): string {
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(from)?.[1] ?? from
  const plain = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)
  if (plain?.[1]) return plain[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
