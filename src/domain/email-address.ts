/** An e-mail address as its owner writes it, and the form by which it is one person whatever the letter case. */
export type EmailAddress = { address: string; key: string }

/** Longest address that a mail server takes, in characters (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i

/**
 * The address in this text, or null. Strict on purpose: plain Latin letters only, so that two addresses that
 * look the same are the same. Full-width letters and the like become plain ones first (NFKC).
 */
export function parseEmailAddress(text: string): EmailAddress | null {
  if (text.length > 2 * LONGEST) return null
  const address = text.normalize('NFKC').trim()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (at < 1 || address.length > LONGEST || local.length > 64) return null
  return LOCAL.test(local) && DOMAIN.test(domain) ? { address, key: address.toLowerCase() } : null
}
