import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Letter } from '#domain/letter.ts'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { projectFolder } from '#src/project-folder.ts'
import { makeDraft } from '#test/draft.ts'
import { readMail } from '#test/mail-reader.ts'
import { readMessage } from '#test/message.ts'
import { type DishonestProvider, startDishonestProvider } from '#test/organisation-provider.ts'
import { makeEmbedded, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { urls } from '#web/urls.ts'
import { contentNames, fillIn, listRoutes, type Route } from './routes.ts'
import { cookiesOf, encode, type ValidRequest, validRequests } from './valid-requests.ts'

const HOSTILE = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'gopher',
  'x-forwarded-port': '81',
  'x-forwarded-server': 'evil.example',
  'x-forwarded-prefix': '/evil',
  forwarded: 'host=evil.example;proto=gopher',
  'x-original-url': 'http://evil.example/',
  'x-host': 'evil.example',
  referer: 'http://evil.example/',
}
const NONE = { host: 'localhost' }

type Sent = { status: number; headers: IncomingHttpHeaders; body: string }

/** Over a real socket: only there is a Host what the sender says it is. */
function ask(
  port: number,
  { method, path, headers, body = '' }: { method: string; path: string; headers: object; body?: string },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { port, host: '127.0.0.1', method, path, headers: { ...headers } },
      async (answer) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) })
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}

describe('a link', () => {
  let app: TestApp
  let provider: DishonestProvider
  let server: Server
  let port: number
  let requests: ReturnType<typeof validRequests>

  beforeAll(async () => {
    provider = await startDishonestProvider({ sub: 'nr-1' })
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn({ ...provider, allowInsecure: true }),
    })
    app.house.site.publicUrl = 'http://localhost'
    requests = validRequests(app)
    server = createServer(getRequestListener(app.fetch))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A server that listens at a port has an address with one.
    port = (server.address() as AddressInfo).port
  }, 60_000)
  afterAll(async () => {
    server.closeAllConnections()
    await app.close()
    await provider.leave()
  })

  function send({ who, method, path, fields }: ValidRequest, more: object): Promise<Sent> {
    const { type, body } = encode(method, fields)
    const headers = { cookie: cookiesOf(who), origin: 'http://localhost', 'content-type': type }
    return ask(port, { method, path, body, headers: { ...headers, 'content-length': body.length, ...more } })
  }

  /** What came of it: the answer, and the letters without what is another one every time. */
  async function lettersAfter(make: () => Promise<ValidRequest>, headers: object) {
    const prepared = await make()
    await readMail(app)
    const answer = await send(prepared, headers)
    return { answer, letters: (await readMail(app)).map(withoutNews) }
  }

  test('in a letter, or on a page, leads where the operator says, whatever a request says of its host', async () => {
    const wrong: string[] = []
    const writing: string[] = []
    const askers: [string, () => Promise<ValidRequest>][] = [
      ...Object.entries(requests),
      ['signUp of somebody known', () => toSomebody('signUp')],
      ['accountAddress of somebody known', () => toSomebody('accountAddress')],
      ['forgotPassword of nobody', () => to('forgotPassword', 'niemand@voorbeeld.nl')],
    ]
    for (const [name, make] of askers) {
      const { answer, letters } = await lettersAfter(make, HOSTILE)
      if (answer.status >= 400) wrong.push(`${name}: ${answer.status}`)
      if (/evil|gopher/.test(JSON.stringify([answer, letters]))) wrong.push(`${name} believed it`)
      const { location } = answer.headers
      if (location && !/^\/[a-z]/.test(location)) wrong.push(`${name} → ${location}`)
      if (letters.length === 0) continue
      writing.push(name)
      const honest = await lettersAfter(make, NONE)
      if (JSON.stringify(honest.letters) !== JSON.stringify(letters))
        wrong.push(`${name}: another letter: ${letters}`)
    }
    console.log(
      `${askers.length} requests with ${Object.keys(HOSTILE).length} hostile headers, of which ${writing.length} send a letter: ${wrong.length} believed them`,
    )
    console.log(`letters: ${writing.join(', ')}`)
    expect(wrong).toEqual([])
    expect(writing.length).toBeGreaterThanOrEqual(12)
  }, 60_000)

  test('on a page, and a page itself, are the same for whoever says the host is another', async () => {
    const nothing = 'A'.repeat(16)
    const ofGroup = {
      group: nothing,
      invitation: nothing,
      link: nothing,
      request: nothing,
      action: nothing,
      code: nothing,
      round: '1',
    }
    const values = {
      ...contentNames(app),
      ...(await makeDraft(app)),
      ...ofGroup,
      scan: nothing,
      passkey: 'geen',
    }
    const wrong: string[] = []
    const pages = listRoutes(createApp(app.house)).filter(({ method }) => method === 'GET')
    for (const { name } of pages) {
      const answers = [HOSTILE, NONE].map((headers) =>
        ask(port, { method: 'GET', path: fillIn(name, values), headers }),
      )
      const [hostile, honest] = await Promise.all(answers)
      if (hostile?.body !== honest?.body || hostile?.headers.location !== honest?.headers.location)
        wrong.push(urls[name].pattern)
    }
    console.log(`${pages.length} pages with hostile headers: ${wrong.length} other than without`)
    expect(wrong).toEqual([])
  })

  test('control: a letter whose link begins with what the request says, is another letter', async () => {
    const make = requests.signUp ?? fail
    const { letters } = await lettersAfter(make, NONE)
    app.house.site.linkBase = 'http://evil.example'
    const believed = await lettersAfter(make, HOSTILE)
    app.house.site.linkBase = 'http://localhost'
    expect(believed.letters).not.toEqual(letters)
    expect(JSON.stringify(believed.letters)).toContain('evil')
  })

  async function to(name: Route['name'], adres: string): Promise<ValidRequest> {
    const prepared = await (requests[name] ?? fail)()
    return { ...prepared, fields: { adres } }
  }

  /** The same, with the address of somebody who has an account. */
  async function toSomebody(name: Route['name']): Promise<ValidRequest> {
    const { fields } = await (requests.signIn ?? fail)()
    return to(name, String(fields.adres))
  }
})

describe('the server', () => {
  const start = (variables: Record<string, string>) => {
    const child = spawn(process.execPath, [join(projectFolder, 'dist/main.mjs')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: '0', ...variables },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const said = { error: '' }
    child.stderr.on('data', (piece) => {
      said.error += piece
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    return { child, said, ended }
  }

  test('does not start in production without knowing its own address', async () => {
    const { said, ended } = start({ DATA_DIR: '/nonexistent' })
    expect(await ended).toBe(1)
    expect(said.error).toContain('PUBLIC_URL: required when NODE_ENV is production')
  })

  test('and with it, writes letters with that address for whoever says it is another', async () => {
    const { place, remove } = await makeEmbedded()
    onTestFinished(remove)
    const { dataDir } = place
    const port = await freePort()
    const { child, ended } = start({
      PUBLIC_URL: 'https://quickscan.example/',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
    })
    await until(() => ask(port, { method: 'GET', path: '/livez', headers: NONE }).then(() => true))
    const { status } = await ask(port, {
      method: 'POST',
      path: '/account/aanmelden',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://quickscan.example',
        ...HOSTILE,
      },
      body: new URLSearchParams({ adres: 'noor@voorbeeld.nl' }).toString(),
    })
    const folder = join(dataDir, 'mail')
    await until(async () => readdirSync(folder).some((name) => name.endsWith('.eml')))
    child.kill('SIGTERM')
    const letters = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const words = letters.flatMap((letter) => readMessage(letter).parts.map((part) => part.words)).join()
    await ended
    const found = [...words.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => new URL(link).origin)
    expect([status, letters.length, [...new Set(found)]]).toEqual([303, 1, ['https://quickscan.example']])
  }, 60_000)
})

/** Without the token and the address, which are others every time. */
function withoutNews(letter: Letter): string {
  return JSON.stringify(letter)
    .replaceAll(/bewijs=(<wbr\/>)?[\w-]+/g, 'bewijs=')
    .replaceAll(/(uitnodiging|groepen)\/(<wbr\/>)?[A-Za-z0-9]{16}/g, '$1/')
    .replaceAll(/\d+\s+(\\n)?[a-z]+(\\n|\s)+20\d\d/g, 'die dag')
    .replaceAll(/(nieuw-)?adres\d+@/g, 'adres@')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not happen within half a minute')
}

function fail(): never {
  throw new Error('it is not there')
}
