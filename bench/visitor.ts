import { type Agent, type IncomingMessage, request } from 'node:http'

/** One request and its answer; `size` is of the body as it came over the wire, in bytes. */
export type Exchange = {
  method: 'GET' | 'POST'
  path: string
  body: string
  status: number
  location: string | undefined
  size: number
}

/** Somebody with a browser: keeps the cookie, sends forms, goes where the server sends them. */
export type Visitor = {
  /** Gives the path at which one ends up. Rejects when that is not a page with status 200. */
  open(path: string): Promise<string>
  submit(path: string, form: string): Promise<string>
  exchanges: Exchange[]
  /** Milliseconds from each click to the last byte of the page that it led to. */
  pageTimes: number[]
  cookie(): string | undefined
}

const PAGE_HEADERS = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'nl',
}

export function createVisitor(origin: string, agent: Agent): Visitor {
  const exchanges: Exchange[] = []
  const pageTimes: number[] = []
  let cookie: string | undefined

  const exchange = async (method: Exchange['method'], path: string, body = ''): Promise<Exchange> => {
    const headers = {
      ...PAGE_HEADERS,
      ...(cookie && { cookie }),
      ...(method === 'POST' && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const { response, size } = await send(origin, agent, { method, path, headers, body })
    cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
    const status = response.statusCode ?? 0
    const done = { method, path, body, status, location: response.headers.location, size }
    exchanges.push(done)
    return done
  }

  const goTo = async (method: Exchange['method'], path: string, body?: string): Promise<string> => {
    const started = performance.now()
    let last = await exchange(method, path, body)
    while (last.status === 303 && last.location) last = await exchange('GET', last.location)
    if (last.status !== 200) throw new Error(`${method} ${path} ended in ${last.status} at ${last.path}`)
    pageTimes.push(performance.now() - started)
    return last.path
  }

  return {
    open: (path) => goTo('GET', path),
    submit: (path, form) => goTo('POST', path, form),
    exchanges,
    pageTimes,
    cookie: () => cookie,
  }
}

type Sent = { method: string; path: string; headers: Record<string, string>; body: string }
type Received = { response: IncomingMessage; size: number }

function send(origin: string, agent: Agent, { method, path, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body)
    const sending = request(new URL(path, origin), {
      method,
      agent,
      headers: { ...headers, ...(method === 'POST' && { 'content-length': length }) },
    })
    sending.on('error', reject)
    sending.on('response', (response) => {
      let size = 0
      response.on('data', (piece: Buffer) => {
        size += piece.length
      })
      response.on('error', reject)
      response.on('end', () => resolve({ response, size }))
    })
    sending.end(body)
  })
}
