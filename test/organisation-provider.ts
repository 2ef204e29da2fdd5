import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider, { type JWK } from 'oidc-provider'

/** What somebody is called at the organisation: the claims of OpenID Connect Core 1.0, 5.1. */
export type Person = { sub: string; email?: string; email_verified?: boolean; name?: string }

export type Client = { clientId: string; clientSecret: string }

/** A server on this machine that can go away, and come back at the same address. */
type Place = { issuer: string; leave: () => Promise<void>; comeBack: () => Promise<void> }

export type OrganisationProvider = Place & Client

/**
 * A real provider (oidc-provider), with one client that has a secret and must use PKCE. Its page to sign in
 * believes everybody. As OpenID Connect says for this flow, the address is not in the id token but at userinfo.
 */
export async function startOrganisationProvider(redirectUri: string): Promise<OrganisationProvider> {
  const client = { clientId: 'quickscan', clientSecret: randomBytes(24).toString('base64url') }
  const people = new Map<string, Person>()
  const place = await open((issuer) => {
    const provider = createProvider(issuer, redirectUri, client, people)
    const answer = provider.callback()
    return async (request, response) => {
      if (!request.url?.startsWith(SIGN_IN_PAGE)) return answer(request, response)
      if (request.method !== 'POST') return response.end(SIGN_IN_FORM)
      const sent: Person | null = JSON.parse(await text(request))
      if (sent) people.set(sent.sub, sent)
      const result = sent ? { login: { accountId: sent.sub } } : { error: 'access_denied' }
      await provider.interactionFinished(request, response, result)
    }
  })
  return { ...place, ...client }
}

const SIGN_IN_PAGE = '/interaction/'
const SIGN_IN_FORM = 'Who are you?'
const SCOPE = 'openid email profile'
const HOUR = 3600 // in seconds

function createProvider(issuer: string, redirectUri: string, client: Client, people: Map<string, Person>) {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: { Interaction: HOUR, Session: HOUR, Grant: HOUR, AccessToken: HOUR, IdToken: HOUR },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    jwks: { keys: [{ ...makeKey().privateKey.export({ format: 'jwk' }), kid: 'real', use: 'sig' } as JWK] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `${SIGN_IN_PAGE}${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    // Nobody is asked whether QuickScan may know their address: that is for the organisation to say.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: oidc.account?.accountId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
  })
}

/**
 * What a browser does at a provider, from the first address to the callback, which is not visited. Null is
 * somebody who presses "cancel".
 */
export async function signInAtProvider(url: string, person: Person | null): Promise<URL> {
  const redirectUri = new URL(url).searchParams.get('redirect_uri') ?? ''
  const cookies = new Map<string, string>()
  let next = new URL(url)
  let body: string | null = null
  while (!next.href.startsWith(redirectUri)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const method = body === null ? 'GET' : 'POST'
    const response: Response = await fetch(next, { method, body, headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const page = await response.text()
    const location = response.headers.get('location')
    if (location === null && page !== SIGN_IN_FORM)
      throw new Error(`${next.href}: ${response.status} ${page}`)
    body = location === null ? JSON.stringify(person) : null
    next = new URL(location ?? next, next)
  }
  return next
}

/** How an answer differs from an honest one. With undefined something is left out. */
export type Lies = {
  discovery?: Record<string, unknown>
  callback?: Record<string, string | undefined>
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
  userinfo?: Record<string, unknown>
  /** Says that it signs with the known key, and does it with another. */
  isSignedByStranger?: boolean
  /** Answers at the token endpoint in place of the provider. */
  token?: (response: ServerResponse) => void
}

export type DishonestProvider = Place &
  Client & {
    /** From now on, until the next time. Without lies it is honest. */
    lie: (lies: Lies) => void
    /** What was sent to the token endpoint, in order. */
    asked: { authorization: string | undefined; body: URLSearchParams }[]
  }

/** A provider made by hand, which signs its own tokens, and everybody in as the same person without a page. */
export async function startDishonestProvider(person: Person): Promise<DishonestProvider> {
  const client = { clientId: 'quickscan', clientSecret: 'a secret: with % and +' }
  const keys = { known: makeKey(), stranger: makeKey() }
  const asked: DishonestProvider['asked'] = []
  let lies: Lies = {}
  const place = await open((issuer) => async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const { sub, ...about } = person
    if (pathname === '/authorize') {
      const honest = {
        code: searchParams.get('nonce') ?? '', // so that nothing has to be remembered
        state: searchParams.get('state') ?? '',
        iss: issuer,
      }
      const query = new URLSearchParams(JSON.parse(JSON.stringify({ ...honest, ...lies.callback })))
      return response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?${query}` }).end()
    }
    if (pathname === '/token') {
      const body = new URLSearchParams(await text(request))
      asked.push({ authorization: request.headers.authorization, body })
      if (lies.token) return lies.token(response)
      const now = Math.floor(Date.now() / 1000)
      const honest = {
        iss: issuer,
        sub,
        aud: client.clientId,
        iat: now,
        exp: now + 300,
        nonce: body.get('code'),
      }
      const header = { alg: 'RS256', kid: 'known', ...lies.header }
      const key = lies.isSignedByStranger ? keys.stranger : keys.known
      const idToken = signToken(header, { ...honest, ...about, ...lies.claims }, key.privateKey, client)
      return sendJson(response, { access_token: 'access', token_type: 'Bearer', id_token: idToken })
    }
    if (pathname === '/userinfo') return sendJson(response, { ...person, ...lies.userinfo })
    if (pathname === '/jwks') return sendJson(response, { keys: [publicJwk(keys.known.publicKey, 'known')] })
    if (pathname === '/.well-known/openid-configuration') {
      return sendJson(response, { ...describe(issuer), ...lies.discovery })
    }
    response.writeHead(404).end()
  })
  return {
    ...place,
    ...client,
    asked,
    lie: (next) => {
      lies = next
    },
  }
}

/** OpenID Connect Discovery 1.0, 3. */
function describe(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}

/** RFC 7515 in its compact form; `none` is not signed, `HS256` is signed with the secret of the client. */
function signToken(header: { alg: unknown }, claims: object, key: KeyObject, client: Client): string {
  const content = [header, claims].map((part) => encode(Buffer.from(JSON.stringify(part)))).join('.')
  if (header.alg === 'none') return `${content}.`
  if (header.alg !== 'HS256') return `${content}.${encode(sign('sha256', Buffer.from(content), key))}`
  return `${content}.${createHmac('sha256', client.clientSecret).update(content).digest('base64url')}`
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function publicJwk(key: KeyObject, kid: string): object {
  return { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
}

function makeKey(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function sendJson(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

async function open(createListener: (issuer: string) => RequestListener): Promise<Place> {
  const server = createServer((request: IncomingMessage, response) => listener(request, response))
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve())
    })
  await listen(0)
  // A TCP server has an address with a port as long as it listens.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const listener = createListener(issuer)
  return {
    issuer,
    leave: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
    comeBack: () => listen(port),
  }
}
