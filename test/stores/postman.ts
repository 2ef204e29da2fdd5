import type { Database } from '#database/connect.ts'
import { requestMail } from '#database/mails.ts'
import type { Letter, MailRequest } from '#domain/letter.ts'
import { createLog, type Log } from '#platform/log.ts'
import { type Mailbox, openMailbox } from '#platform/mailbox.ts'
import { createPostman, type Postman } from '#src/deliver-mails.ts'
import type { Received } from '#test/smtp.ts'
import { letter } from '#web/letter.tsx'

export const FROM = 'QuickScan <quickscan@voorbeeld.nl>'
const SECOND = 1000

/** A letter of our own template, that holds the secret word of its request. */
export function writeSample({ id, address }: MailRequest): Promise<Letter> {
  const action = { label: 'Kies een wachtwoord', href: `https://quickscan.voorbeeld.nl/?bewijs=${id}` }
  return Promise.resolve(
    letter({ to: address, subject: 'Maak je account', lines: ['Kies een wachtwoord.'], action }),
  )
}

/** A clock that a test moves, and what the postmen who live by it have logged. */
export type Office = {
  now: () => Date
  pass: (seconds: number) => void
  log: Log
  logged: () => string
  /** Each reason that stands in the log, once. */
  reasons: () => string[]
  newPostman: (db: Database, mailbox: Pick<Mailbox, 'send'>) => Postman
}

export function openOffice(start: Date): Office {
  let now = start
  const lines: string[] = []
  const log = createLog('trace', { write: (line: string) => void lines.push(line) })
  const clock = () => now
  return {
    now: clock,
    pass: (seconds) => {
      now = new Date(now.getTime() + seconds * SECOND)
    },
    log,
    logged: () => lines.join(''),
    reasons: () => [...new Set(lines.map((line) => JSON.parse(line).reason))],
    newPostman: (db, mailbox) =>
      createPostman({ db, write: writeSample, mailbox, clock, log, isStopping: () => false }),
  }
}

/** `timeoutSeconds` short for a server that is known to misbehave, else long: the machine may be busy. */
export function mailboxOf(smtpUrl: string, timeoutSeconds = 20): Mailbox {
  return openMailbox({ smtpUrl, from: FROM, folder: '/nonexistent', timeoutSeconds })
}

/** Asks for so many letters, each for an address of its own. Gives their Message-IDs. */
export async function requestLetters(db: Database, count: number, requestedAt: Date): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, number) => `brief-${number}`)
  for (const id of ids) {
    const address = `iemand.${id}@voorbeeld.nl`
    await requestMail(db, { id, kind: 'sign-up', address, accountId: null, requestedAt })
  }
  return ids.map((id) => `<${id}@voorbeeld.nl>`)
}

export type Figures = { requested: number; sent: number; lost: number; duplicates: number }

export function count(title: string, requested: string[], received: Received[]): Figures {
  const arrived = new Set(received.map(({ id }) => id))
  const figures = {
    requested: requested.length,
    sent: received.length,
    lost: requested.filter((id) => !arrived.has(id)).length,
    duplicates: received.length - arrived.size,
  }
  const { sent, lost, duplicates } = figures
  console.log(`${title}: requested ${requested.length}, sent ${sent}, lost ${lost}, duplicates ${duplicates}`)
  return figures
}
