import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** What came back; see the rules in the domain for what it means. */
export type LinkReply =
  | { kind: 'status'; status: number }
  | { kind: 'silence'; reason: string }
  | { kind: 'refused'; reason: string }

export type LinkFetcherOptions = {
  /** Longest wait for one request, in milliseconds. */
  patience?: number
  /** Addresses that may be asked although they are private: for tests alone. */
  allowed?: BlockList
  /** Ports that may be asked. */
  ports?: number[]
}

const PATIENCE = 10_000
const MOST_HOPS = 5
const PORTS = [80, 443]
const AGENT = 'QuickScan link checker (one request per link, at most once a day)'

/**
 * Asks whether a link still leads somewhere: HEAD, and GET where HEAD is not understood, of which only the
 * head is read. Follows at most five redirects. Never asks an address of a private network: that is decided
 * at the moment of connecting, by the address itself, so that a name cannot change its mind in between.
 */
export async function fetchLink(link: string, options: LinkFetcherOptions = {}): Promise<LinkReply> {
  const head = await follow(link, 'HEAD', options)
  if (head.kind !== 'status' || head.status < 400) return head
  return follow(link, 'GET', options)
}

async function follow(link: string, method: string, options: LinkFetcherOptions): Promise<LinkReply> {
  let target = link
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const url = URL.canParse(target) ? new URL(target) : null
    const refusal = url ? refusalOf(url, options) : 'no address'
    if (!url || refusal) return { kind: 'refused', reason: refusal ?? 'no address' }
    const answer = await ask(url, method, options)
    if (answer.kind !== 'redirect') return answer
    target = URL.canParse(answer.to, url.href) ? new URL(answer.to, url.href).href : answer.to
  }
  return { kind: 'silence', reason: 'too many redirects' }
}

function refusalOf(url: URL, { ports = PORTS, allowed }: LinkFetcherOptions): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `scheme ${url.protocol}`
  if (url.username || url.password) return 'a name or password in the address'
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!ports.includes(port)) return `port ${port}`
  // A host that is an address itself is never looked up, so it is judged here.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && isPrivate(host, allowed) ? 'private address' : null
}

type Reply = LinkReply | { kind: 'redirect'; to: string }

function ask(url: URL, method: string, options: LinkFetcherOptions): Promise<Reply> {
  const { patience = PATIENCE, allowed } = options
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, {
      method,
      agent: false,
      headers: { 'user-agent': AGENT, accept: '*/*' },
      signal: AbortSignal.timeout(patience),
      lookup: publicLookup(allowed),
    })
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      const to = response.headers.location
      resolve(status >= 300 && status < 400 && to ? { kind: 'redirect', to } : { kind: 'status', status })
      response.destroy()
    })
    // Another protocol than was asked for, or an end without an answer: neither may keep anybody waiting.
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve({ kind: 'silence', reason: 'another protocol' })
    })
    request.on('close', () => resolve({ kind: 'silence', reason: 'no answer' }))
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isPrivateHost = error instanceof PrivateAddressError
      resolve(
        isPrivateHost
          ? { kind: 'refused', reason: 'private address' }
          : { kind: 'silence', reason: error.code ?? error.name },
      )
    })
    request.end()
  })
}

class PrivateAddressError extends Error {}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/** Looks a name up, and refuses when any of its addresses is private. */
function publicLookup(allowed: BlockList | undefined) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      if (addresses.some(({ address }) => isPrivate(address, allowed))) {
        return callback(new PrivateAddressError(`${hostname} is in a private network`), [])
      }
      const [first] = addresses
      if (options.all || !first) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/**
 * Everything that is not the public internet: private networks, this machine, link-local (also the metadata
 * services of clouds), shared, reserved, multicast. Source: IANA special-purpose address registries.
 */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4')
}

/** Of IPv6 only what is handed out as public counts as public. */
const PUBLIC_6 = new BlockList()
PUBLIC_6.addSubnet('2000::', 3, 'ipv6')
const RESERVED_6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  RESERVED_6.addSubnet(network, bits, 'ipv6')
}

/** Exported for its table of cases. */
export function isPrivate(address: string, allowed?: BlockList): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (allowed?.check(address, family)) return false
  if (family === 'ipv4') return PRIVATE.check(address, 'ipv4')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPrivate(mapped, allowed)
  return !PUBLIC_6.check(address, 'ipv6') || RESERVED_6.check(address, 'ipv6')
}
