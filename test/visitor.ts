import type { Hono } from 'hono'
import type { Environment } from '#web/house.ts'

/** Somebody with a browser: keeps the cookie, sends forms as a browser does, follows where it is sent. */
export type Visitor = {
  get: (path: string) => Promise<Answer>
  post: (path: string, fields?: Record<string, string>) => Promise<Answer>
  put: (path: string, body: unknown) => Promise<Answer>
  request: (path: string, init: RequestInit) => Promise<Answer>
  download: (path: string, headers?: Record<string, string>) => Promise<Download>
  cookies: Map<string, string>
}

export type Answer = { status: number; location: string | null; headers: Headers; text: string }

/** A file, as bytes. */
export type Download = { status: number; headers: Headers; bytes: Uint8Array }

const ORIGIN = 'http://localhost'

export function createVisitor(app: Hono<Environment>): Visitor {
  const cookies = new Map<string, string>()

  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method && init.method !== 'GET' && !headers.has('origin')) headers.set('origin', ORIGIN)
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }

  const request = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await send(path, init)
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    }
  }

  return {
    cookies,
    request,
    download: async (path, headers = {}) => {
      const response = await send(path, { method: 'GET', headers })
      return {
        status: response.status,
        headers: response.headers,
        bytes: new Uint8Array(await response.arrayBuffer()),
      }
    },
    get: (path) => request(path, { method: 'GET' }),
    post: (path, fields = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    put: (path, body) =>
      request(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

/** Starts a scan and gives its address. */
export async function startScan(visitor: Visitor, instrument: string): Promise<string> {
  const answer = await visitor.post('/scans', { instrument })
  if (answer.status !== 303 || !answer.location) throw new Error(`no scan was started: ${answer.status}`)
  return answer.location
}
