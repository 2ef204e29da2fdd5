import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readMessage } from '#test/message.ts'
import { type MailServer, startMailServer } from '#test/smtp.ts'
import { MailFailure, openMailbox } from './mailbox.ts'

const FROM = 'QuickScan <quickscan@voorbeeld.nl>'
const LETTER = {
  to: 'noor.geheim@voorbeeld.nl',
  subject: 'Eén account – ‘klaar’ voor coördinatoren én hun collega’s van de gemeente Súdwest-Fryslân',
  text: 'Ga naar:\nhttps://quickscan.voorbeeld.nl/account/bevestigen?bewijs=abc-DEF_123\n',
  html: `<!doctype html><html lang="nl"><p>Ga naar <a href="https://quickscan.voorbeeld.nl/?a=b&amp;c=d">é</a></p></html>`,
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quickscan-mail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What was thrown, whole: its words, its fields and its causes. */
async function failureOf(sending: Promise<unknown>): Promise<{ error: unknown; told: string }> {
  const error: unknown = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('nothing was thrown')
  const fields = Object.fromEntries(
    Object.getOwnPropertyNames(error).map((name) => [name, error[name as 'name']]),
  )
  return { error, told: `${error} ${JSON.stringify(fields)} ${error.cause}` }
}

describe('without a mail server', () => {
  const send = async (letter = LETTER, id = 'brief-1') => {
    await openMailbox({ from: FROM, folder: join(folder, 'mail') }).send(letter, id)
    const names = readdirSync(join(folder, 'mail'))
    return names.map((name) => ({ name, raw: readFileSync(join(folder, 'mail', name), 'utf8') }))
  }

  test('each letter becomes a whole file that a mail program can open', async () => {
    const [file, ...more] = await send()
    expect(more).toEqual([])
    expect(file?.name).toMatch(/^20\d\d-\d\d-\d\dT[\d-]+\.\d+Z-brief-1\.eml$/)
    const { headers, parts } = readMessage(file?.raw ?? '')
    expect(headers.get('from')).toBe(FROM)
    expect(headers.get('to')).toBe(LETTER.to)
    expect(headers.get('subject')).toBe(LETTER.subject)
    expect(headers.get('message-id')).toBe('<brief-1@voorbeeld.nl>')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('date')).toBeTruthy()
    expect(parts).toEqual([
      { type: 'text/plain', words: LETTER.text },
      { type: 'text/html', words: LETTER.html },
    ])
  })

  test('a line of it is plain ASCII and never longer than a server takes', async () => {
    const [file] = await send()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about.
    expect(file?.raw).toMatch(/^[\x00-\x7f]*$/)
    expect(Math.max(...(file?.raw ?? '').split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  })

  test('only whoever runs the application can read the files', async () => {
    const [file] = await send()
    expect(statSync(join(folder, 'mail')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'mail', file?.name ?? '')).mode & 0o077).toBe(0)
  })

  test('what looks like more headers or a path is neither', async () => {
    const files = await send({ ...LETTER, subject: 'Dag\r\nBcc: c@elders.nl' }, '../../brief-2')
    expect(files.map(({ raw }) => readMessage(raw).headers.has('bcc'))).toEqual([false])
    expect(readdirSync(folder)).toEqual(['mail'])
  })

  test('a folder that cannot be written to is told as a code, and leaves nothing half', async () => {
    writeFileSync(join(folder, 'mail'), 'a file')
    const { told, error } = await failureOf(send())
    expect(error).toBeInstanceOf(MailFailure)
    expect(told).toContain('a letter could not be sent (EEXIST)')
    expect(told).not.toMatch(/geheim|bewijs/)
  })
})

describe('with a mail server', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
    return () => server.leave()
  })
  const open = (smtpUrl = server.url, timeoutSeconds = 20) =>
    openMailbox({ smtpUrl, from: FROM, folder: '/nonexistent', timeoutSeconds })

  test('a letter arrives as it was written, at one address', async () => {
    await open().send(LETTER, 'brief-1')
    const [{ to, id, raw } = { to: '', id: '', raw: '' }] = server.received
    expect([to, id]).toEqual([LETTER.to, '<brief-1@voorbeeld.nl>'])
    const { headers, parts } = readMessage(raw)
    expect(headers.get('subject')).toBe(LETTER.subject)
    expect(parts.map(({ words }) => words.trim())).toEqual([LETTER.text.trim(), LETTER.html])
  })

  const TWO = 'a@voorbeeld.nl, b@elders.nl'
  test.each([TWO, 'a@voorbeeld.nl\r\nBcc: b@elders.nl', 'B <b@elders.nl>', 'g: b@elders.nl;'])(
    'what is no plain address goes to nobody: %j',
    async (to) => {
      const { told } = await failureOf(open().send({ ...LETTER, to }, 'brief-1'))
      expect(told).not.toContain('elders')
      expect(server.received).toEqual([])
    },
  )

  test('control: the library itself reads such a text as two addresses', async () => {
    await createTransport(server.url).sendMail({ ...LETTER, from: FROM, to: TWO })
    expect(server.received.map(({ to }) => to)).toEqual(['a@voorbeeld.nl b@elders.nl'])
  })

  test.each([
    { mood: 'defers', code: 'EENVELOPE 450 RCPT TO', isServerAway: false },
    { mood: 'refuses', code: 'EMESSAGE 554 DATA', isServerAway: false },
    { mood: 'hangs up', code: 'ECONNECTION CONN', isServerAway: true },
  ] as const)('a server that $mood is told as $code', async ({ mood, code, isServerAway }) => {
    server.behave(mood)
    const { error, told } = await failureOf(open().send(LETTER, 'brief-1'))
    expect(error).toMatchObject({ isServerAway, message: `a letter could not be sent (${code})` })
    expect(told).not.toMatch(/geheim|bewijs/)
  })

  test('control: the library itself does tell the address', async () => {
    server.behave('defers')
    const { told } = await failureOf(createTransport(server.url).sendMail({ ...LETTER, from: FROM }))
    expect(told).toContain(LETTER.to)
  })

  test('smtps is not sent in the clear, and not to a server with a certificate that nobody knows', async () => {
    const secure = await startMailServer({ isSecure: true })
    try {
      const { told } = await failureOf(open(secure.url).send(LETTER, 'brief-1'))
      expect(told).toContain('ESOCKET CONN')
      expect(secure.received).toEqual([])
      await open(`${secure.url}?tls.rejectUnauthorized=false`).send(LETTER, 'brief-1')
      expect(secure.received).toHaveLength(1)
    } finally {
      await secure.leave()
    }
  })
})

describe('a server that never gets anywhere', () => {
  const sockets: Socket[] = []
  let server: Server | undefined
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    server?.close()
  })

  /** Says hello, and then a word every 20 ms, but never the last one. */
  async function startDripping(): Promise<string> {
    const dripping = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => {}).write('220 hello\r\n')
      const timer = setInterval(() => socket.writable && socket.write('250-still here\r\n'), 20)
      socket.once('close', () => clearInterval(timer))
    })
    server = dripping
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve))
    const address = dripping.address()
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  test('is given up, also when it keeps talking', async () => {
    const box = openMailbox({ smtpUrl: await startDripping(), from: FROM, folder, timeoutSeconds: 0.1 })
    const start = Date.now()
    const { error, told } = await failureOf(box.send(LETTER, 'brief-1'))
    expect(error).toMatchObject({ isServerAway: true })
    expect(told).toContain('EABORT')
    expect(Date.now() - start).toBeLessThan(5_000)
  })
})
