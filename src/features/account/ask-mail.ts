import { requestMail } from '#database/mails.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import type { EmailAddress } from '#domain/email-address.ts'
import type { MailKind } from '#domain/letter.ts'
import { isWithin } from '#web/attempts.ts'
import { networkOfClient } from '#web/client-network.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'

/**
 * Asks for a letter, and never says whether anybody has this address: known or not, the same is done here, and
 * who writes the letter finds out. Past the limit of one address nothing is sent and nothing is said; gives
 * false past the limit of the network.
 */
export async function askMail(
  c: RequestContext,
  kind: MailKind,
  { address, key }: EmailAddress,
  accountId: string | null = null,
): Promise<boolean> {
  const { db, clock, secrets, mailWaits } = c.get('house')
  if (!(await isWithin(c, LIMITS.mailsPerNetwork, networkOfClient(c)))) return false
  // Each kind by itself, so that nobody can use up the letters that open an account again.
  if (await isWithin(c, LIMITS.mailsPerAddress, `${kind}:${key}`)) {
    await requestMail(db, { id: secrets.createId(), kind, address, accountId, requestedAt: clock() })
    mailWaits()
  }
  return true
}

/** For whoever met the limit of the network. */
export function refuseMail(c: RequestContext): Response {
  return refuse(c, 429, 'Wacht een uur en probeer het dan opnieuw.', LIMITS.mailsPerNetwork.seconds)
}
