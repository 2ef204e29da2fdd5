import { giveUpWarning } from '#database/account-retention.ts'
import type { Database } from '#database/connect.ts'
import { forgetMail, retryMailAt, type TakenMail, takeDueMails } from '#database/mails.ts'
import { WARNING_LETTERS } from '#domain/account-retention.ts'
import { type Letter, type MailRequest, nextTry } from '#domain/letter.ts'
import type { Clock } from '#platform/clock.ts'
import type { Log } from '#platform/log.ts'
import { type Mailbox, MailFailure } from '#platform/mailbox.ts'

export type Postman = {
  /**
   * Sends what is due, and gives how many went out. Who calls while it is at it, waits for the same round. To
   * stop in an orderly way: say so in `isStopping`, and call this to wait for the letter that is on its way.
   */
  deliverDue: () => Promise<number>
}

/**
 * Sends each letter once. Whoever takes one has it for some minutes, so that a second postman leaves it alone;
 * only a crash between sending and forgetting sends it again.
 */
export function createPostman({
  db,
  write,
  mailbox,
  clock,
  log,
  isStopping,
}: {
  db: Database
  /** Null when there is nothing to say any more. */
  write: (request: MailRequest) => Promise<Letter | null>
  mailbox: Pick<Mailbox, 'send'>
  clock: Clock
  log: Log
  /** Asked before each letter; true ends the round. */
  isStopping: () => boolean
}): Postman {
  let round: Promise<number> | undefined

  const deliverAll = async () => {
    let sent = 0
    while (!isStopping()) {
      // One at a time: no letter lies taken while others are on their way, however slow the server is.
      const [mail] = await takeDueMails(db, clock(), 1)
      if (!mail) break
      const outcome = await deliver(mail)
      if (outcome === 'sent') sent += 1
      // The others would only wait for the same: they keep their time, and no try is counted.
      if (outcome === 'server away') break
    }
    return sent
  }

  const deliver = async (mail: TakenMail) => {
    const outcome = await trySending(mail)
    if (outcome === 'failed' || outcome === 'server away') await retryLater(mail, outcome)
    else await forgetMail(db, mail.id)
    return outcome
  }

  const trySending = async (mail: TakenMail) => {
    try {
      const letter = await write(mail)
      if (!letter) return 'dropped'
      await mailbox.send(letter, mail.id)
      return 'sent'
    } catch (error) {
      log.warn({ kind: mail.kind, tries: mail.tries, reason: reasonOf(error) }, 'a letter did not go out')
      return error instanceof MailFailure && error.isServerAway ? 'server away' : 'failed'
    }
  }

  const retryLater = async (mail: TakenMail, outcome: 'failed' | 'server away') => {
    const { id, kind, tries, requestedAt } = mail
    const at = nextTry(tries, clock(), requestedAt)
    if (at) return retryMailAt(db, id, at)
    log.error({ kind, tries }, 'a letter was given up')
    // An address that takes no mail does not keep an account for ever; a server that was away is not its owner's fault.
    if (outcome === 'server away' && WARNING_LETTERS.includes(kind)) await giveUpWarning(db, mail)
    else await forgetMail(db, id)
  }

  return {
    deliverDue: () => {
      round ??= deliverAll().finally(() => {
        round = undefined
      })
      return round
    },
  }
}

/** Other errors may hold an address in their words: of those only the name is told. */
function reasonOf(error: unknown): string {
  if (error instanceof MailFailure) return error.message
  return error instanceof Error ? error.name : 'unknown'
}
