import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/**
 * How it treats letters. `defers`: 450 at the recipient. `refuses`: 554 after the letter. Both repeat the
 * address, as real ones do. `silent`: never says hello. `forgets to answer`: reads the letter, drops it and
 * says nothing. `hangs up`: keeps the letter and cuts the line instead of saying so.
 */
export type Mood = 'takes' | 'defers' | 'refuses' | 'silent' | 'forgets to answer' | 'hangs up'

/** A letter that the server took, with its Message-ID. */
export type Received = { to: string; id: string; raw: string }

export type MailServer = {
  url: string
  received: Received[]
  /** For so many letters or greetings; after that it takes them again. */
  behave: (mood: Mood, most?: number) => void
  /** Answers about no letter before so many of them lie with it at the same moment. Comes when the first does. */
  gather: (letters: number) => Promise<void>
  /** From now on nobody answers at this address. */
  leave: () => Promise<void>
  comeBack: () => Promise<void>
}

/** A real mail server on this machine, in the clear unless `isSecure` (then with a certificate nobody knows). */
export async function startMailServer({ isSecure = false } = {}): Promise<MailServer> {
  const received: Received[] = []
  let mood: Mood = 'takes'
  let left = 0
  let missing = 0
  let firstCame = () => {}
  let gathered = () => {}
  let everyone = Promise.resolve()
  let sockets = new Set<Socket>()

  const is = (...moods: Mood[]): boolean => {
    if (!moods.includes(mood)) return false
    left -= 1
    if (left < 0) mood = 'takes'
    return left >= 0
  }

  const open = async (port: number): Promise<SMTPServer> => {
    sockets = new Set()
    const server = new SMTPServer({
      secure: isSecure,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onConnect: (_, next) => {
        if (!is('silent')) next()
      },
      onRcptTo: ({ address }, _, next) => next(is('defers') ? reply(450, `<${address}> try later`) : null),
      onData: (stream, session, next) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(' ')
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', async () => {
          missing -= 1
          firstCame()
          if (missing === 0) gathered()
          await everyone
          if (is('refuses')) return next(reply(554, `no mail for <${to}>`))
          if (is('forgets to answer')) return
          const raw = Buffer.concat(pieces).toString()
          received.push({ to, id: /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '', raw })
          if (!is('hangs up')) return next()
          for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy()
        })
      },
    })
    server.on('error', () => {})
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    return server
  }

  let server: SMTPServer | undefined = await open(0)
  // A TCP server has an address with a port as long as it listens.
  const { port } = server.server.address() as AddressInfo
  return {
    url: `${isSecure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received,
    behave: (next, most = Number.POSITIVE_INFINITY) => {
      mood = next
      left = most
    },
    gather: (letters) => {
      missing = letters
      everyone = new Promise((resolve) => {
        gathered = resolve
      })
      return new Promise((resolve) => {
        firstCame = resolve
      })
    },
    leave: async () => {
      const leaving = server
      server = undefined
      if (!leaving) return
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => leaving.close(resolve))
    },
    comeBack: async () => {
      server ??= await open(port)
    },
  }
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
