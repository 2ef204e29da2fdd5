import { type IncomingMessage, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Everything that a browser with an empty cache receives before a page is complete. */
export type FirstVisit = { requests: number; bytes: number; strangers: string[]; files: Download[] }
export type Download = { path: string; type: string; bytes: number; body: string }

/** Reads the page and all that it links to, and what that links to in turn. */
export async function visitFirst(origin: string, path: string, cookie?: string): Promise<FirstVisit> {
  const files: Download[] = []
  const strangers: string[] = []
  const waiting = [new URL(path, origin)]
  const seen = new Set(waiting.map(String))
  for (const address of waiting) {
    const file = await download(address, cookie)
    files.push(file)
    for (const link of linksIn(file)) {
      const target = new URL(link, address)
      if (seen.has(target.href) || target.protocol === 'data:') continue
      seen.add(target.href)
      if (target.origin === origin) waiting.push(target)
      else strangers.push(target.href)
    }
  }
  return {
    requests: files.length + strangers.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    strangers,
    files,
  }
}

/** Addresses that a browser asks for by itself; links to follow by hand are not among them. */
function linksIn({ type, body }: Download): string[] {
  if (type.startsWith('text/css')) return matches(body, /url\(['"]?([^'")]+)/g)
  if (!type.startsWith('text/html')) return []
  const tags = matches(body, /(<(?:link|script|img|source)\b[^>]*>)/g)
  const links = tags.filter((tag) => !/\brel="(canonical|alternate|license)"/.test(tag))
  return links.flatMap((tag) => matches(tag, /\s(?:href|src)="([^"]+)"/g))
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => (found ? [found] : []))
}

/** Counts what arrives on a connection of its own: status line, headers and body as they were sent. */
function download(address: URL, cookie: string | undefined): Promise<Download> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br, gzip', ...(cookie && { cookie }) }
    const sending = request(address, { agent: false, headers })
    sending.on('error', reject)
    sending.on('response', (response) => {
      const pieces: Buffer[] = []
      const { socket } = response
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${address.pathname} gave ${response.statusCode}`))
        const type = response.headers['content-type'] ?? ''
        const body = decompress(response, Buffer.concat(pieces))
        resolve({ path: address.pathname, type, bytes: socket.bytesRead, body })
      })
    })
    sending.end()
  })
}

function decompress(response: IncomingMessage, body: Buffer): string {
  const encoding = response.headers['content-encoding']
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}
