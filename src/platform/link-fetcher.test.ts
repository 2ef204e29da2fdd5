import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BlockList } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchLink, isPrivate } from './link-fetcher.ts'

let server: Server
let origin: string
let port: number
const asked: string[] = []
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? ''
  asked.push(`${request.method} ${path}`)
  const redirect = /^\/to\/(.+)$/.exec(path)?.[1]
  if (redirect) response.writeHead(302, { location: decodeURIComponent(redirect) }).end()
  else if (['/no-head', '/endless'].includes(path) && request.method === 'HEAD') response.writeHead(405).end()
  else if (path === '/round') response.writeHead(301, { location: '/round' }).end()
  else if (path === '/hangs') return
  else if (path === '/switches')
    response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
  else if (path === '/endless') for (let i = 0; i < 50; i++) response.write('x'.repeat(65_536))
  else response.writeHead(path === '/gone' ? 404 : 200).end()
}

beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, patience = 500) =>
  fetchLink(path.startsWith('/') ? origin + path : path, { allowed: loopback, ports: [port], patience })

describe('a link that may be asked', () => {
  test.each([
    ['/here', { kind: 'status', status: 200 }],
    ['/gone', { kind: 'status', status: 404 }],
    ['/to/%2Fhere', { kind: 'status', status: 200 }],
    ['/round', { kind: 'silence', reason: 'too many redirects' }],
    ['/endless', { kind: 'status', status: 200 }],
  ])('%s', async (path, expected) => {
    expect(await ask(path)).toEqual(expected)
  })

  test('that does not know HEAD is asked with GET', async () => {
    expect(await ask('/no-head')).toEqual({ kind: 'status', status: 200 })
    expect(asked.slice(-2)).toEqual(['HEAD /no-head', 'GET /no-head'])
  })

  test('that does not answer is left in time', async () => {
    const started = performance.now()
    expect((await ask('/hangs', 200)).kind).toBe('silence')
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('that switches to another protocol keeps nobody waiting', async () => {
    expect(await ask('/switches', 1000)).toMatchObject({ kind: 'silence' })
  })

  test('of a host that does not exist is silence', async () => {
    expect(await fetchLink('http://bestaat-niet.invalid/', { patience: 2000 })).toMatchObject({
      kind: 'silence',
    })
  })
})

describe('a link that may not be asked', () => {
  test.each([
    ['file:///etc/passwd', 'scheme file:'],
    ['ftp://example.org/', 'scheme ftp:'],
    ['http://user:pass@example.org/', 'a name or password in the address'],
    ['http://example.org:22/', 'port 22'],
    ['http://127.0.0.1/', 'private address'],
    ['http://[::1]/', 'private address'],
    ['http://2130706433/', 'private address'],
    ['http://0x7f.1/', 'private address'],
    ['http://169.254.169.254/latest/meta-data', 'private address'],
    ['http://localhost/', 'private address'],
    ['no address', 'no address'],
  ])('%s', async (link, reason) => {
    expect(await fetchLink(link)).toEqual({ kind: 'refused', reason })
  })

  test('sees no connection on a private address, also behind a redirect; the control does', async () => {
    const before = asked.length
    expect(await fetchLink(`${origin}/here`, { ports: [port] })).toMatchObject({ kind: 'refused' })
    expect(await fetchLink(`http://localhost:${port}/here`, { ports: [port] })).toMatchObject({
      kind: 'refused',
    })
    expect(asked.length).toBe(before)
    expect(await ask(`/to/${encodeURIComponent('http://10.0.0.1/')}`)).toEqual({
      kind: 'refused',
      reason: `port 80`,
    })
    expect(await ask(`/to/${encodeURIComponent(`http://10.0.0.1:${port}/`)}`)).toEqual({
      kind: 'refused',
      reason: 'private address',
    })
    expect(asked.length).toBe(before + 2)
  })
})

test.each([
  ['8.8.8.8', false],
  ['10.1.2.3', true],
  ['100.64.0.1', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['2a00:1450:400e::1', false],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['2001:db8::1', true],
  ['64:ff9b::a00:1', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected)
})
