import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

type Mail = { to: string; subject: string; text: string; html: string }

/** Where letters go out. */
export type Mailbox = {
  /** `id` makes the Message-ID, by which a letter that came twice is known. Throws a MailFailure. */
  send: (mail: Mail, id: string) => Promise<void>
  /** Takes no new letters; one that is on its way may still arrive. */
  close: () => void
}

/** Why a letter did not go out. Says nothing of who it was for or what was in it. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure'
  /** It was not this letter: the next one would meet the same. */
  readonly isServerAway: boolean
  constructor(code: string, isServerAway: boolean) {
    super(`a letter could not be sent (${code})`)
    this.isServerAway = isServerAway
  }
}

/**
 * Sends by SMTP; `smtps:` is TLS from the first byte, `smtp:` goes over to TLS when the server can. A server
 * that does not answer is given up after `timeoutSeconds`. Without an address of a server each letter becomes a
 * file in `folder`, for whoever tries the application out.
 */
export function openMailbox({
  smtpUrl,
  from,
  folder,
  timeoutSeconds = 20,
}: {
  smtpUrl?: string | undefined
  from: string
  folder: string
  timeoutSeconds?: number
}): Mailbox {
  const box = smtpUrl === undefined ? folderBox(folder) : smtpBox(smtpUrl, timeoutSeconds * 1000)
  return {
    send: async ({ to, ...words }, id) => {
      try {
        await box.send({
          ...words,
          from,
          // As an object it is one address, whatever characters it holds: never read as a list.
          to: { name: '', address: to },
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw failureOf(error)
      }
    },
    close: box.close,
  }
}

type Outgoing = Omit<Mail, 'to'> & {
  from: string
  to: { name: string; address: string }
  messageId: string
  headers: Record<string, string>
}
type Box = { send: (letter: Outgoing) => Promise<void>; close: () => void }

/** Shares of the patience. RFC 5321 (4.5.3.2.6): who gives up after the last dot may send a letter twice. */
const SILENCE = 3
/** A server that says a little now and then is given up as well, before the letter is somebody else's. */
const WHOLE_LETTER = 9

function smtpBox(url: string, patience: number): Box {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: SILENCE * patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter, signal: AbortSignal.timeout(WHOLE_LETTER * patience) })
    },
    close: () => transport.close(),
  }
}

/** The letters open accounts: only whoever runs the application may read the files. */
function folderBox(folder: string): Box {
  const writer = createTransport({ streamTransport: true, buffer: true })
  return {
    send: async (letter) => {
      const { message } = await writer.sendMail(letter)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const id = letter.messageId.slice(1, letter.messageId.indexOf('@')).replaceAll(/[^\w-]/g, '_')
      const name = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${id}.eml`)
      try {
        await writeFile(`${name}.part`, message, { mode: 0o600 })
        await rename(`${name}.part`, name)
      } catch (error) {
        await rm(`${name}.part`, { force: true })
        throw error
      }
    },
    close: () => writer.close(),
  }
}

/** Where a server judges one letter; what goes wrong elsewhere goes wrong for each. */
const ABOUT_ONE_LETTER = ['RCPT TO', 'DATA', 'API']

/** The words of the server can hold the address: only its code goes further. */
function failureOf(error: unknown): MailFailure {
  const known: { code?: unknown; responseCode?: unknown; command?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  const code = [known.code, known.responseCode, known.command].filter(isPlain).join(' ') || 'unknown'
  const isAboutThisLetter = ABOUT_ONE_LETTER.includes(String(known.command)) && known.responseCode !== 421
  return new MailFailure(code, !isAboutThisLetter)
}

/** A number or a word in capitals: a code, and never what somebody wrote. */
function isPlain(part: unknown): boolean {
  return typeof part === 'number' || (typeof part === 'string' && /^[A-Z][A-Z0-9_ ]{0,30}$/.test(part))
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
}
