import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Attempt,
  createOrganisationSignIn,
  type OrganisationSignIn,
  type SignInAnswer,
} from '#platform/organisation-sign-in.ts'
import {
  type DishonestProvider,
  type Lies,
  type OrganisationProvider,
  type Person,
  signInAtProvider,
  startDishonestProvider,
  startOrganisationProvider,
} from '#test/organisation-provider.ts'

const REDIRECT_URI = 'http://localhost/account/organisatie'
const PATIENCE = 400
const ANNA: Person = { sub: 'a-1', email: 'anna@school.example', email_verified: true, name: 'Anna de Wit' }
const BRAM: Person = { sub: 'b-2', email: 'bram@school.example', email_verified: true, name: 'Bram Smit' }

type Known = { issuer: string; clientId: string; clientSecret: string }

function signInAt({ issuer, clientId, clientSecret }: Known): OrganisationSignIn {
  return createOrganisationSignIn({ issuer, clientId, clientSecret, allowInsecure: true, patience: PATIENCE })
}

async function setOut(signIn: OrganisationSignIn): Promise<{ url: string; kept: Attempt }> {
  const beginning = await signIn.begin(REDIRECT_URI)
  if (!beginning.ok) throw new Error(beginning.detail)
  const { url, state, nonce, verifier } = beginning
  return { url, kept: { state, nonce, verifier, redirectUri: REDIRECT_URI } }
}

async function goAround(signIn: OrganisationSignIn, person: Person | null): Promise<SignInAnswer> {
  const { url, kept } = await setOut(signIn)
  return signIn.finish(await signInAtProvider(url, person), kept)
}

describe('at a real provider', () => {
  let provider: OrganisationProvider
  let signIn: OrganisationSignIn

  beforeAll(async () => {
    provider = await startOrganisationProvider(REDIRECT_URI)
    signIn = signInAt(provider)
  })
  afterAll(() => provider.leave())

  const anna = () => ({
    ok: true,
    person: {
      issuer: provider.issuer,
      subject: 'a-1',
      address: 'anna@school.example',
      isAddressVerified: true,
      name: 'Anna de Wit',
    },
  })

  test('somebody signs in, and is known by what the organisation says', async () => {
    expect(await goAround(signIn, ANNA)).toEqual(anna())
  })

  test('the browser goes with PKCE, a state and a nonce, which differ each time', async () => {
    const [first, second] = [await setOut(signIn), await setOut(signIn)]
    const sent = new URL(first.url).searchParams
    expect(Object.fromEntries(sent)).toEqual({
      client_id: 'quickscan',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid email profile',
      state: first.kept.state,
      nonce: first.kept.nonce,
      code_challenge: createHash('sha256').update(first.kept.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    const values = [first, second].flatMap(({ kept }) => [kept.state, kept.nonce, kept.verifier])
    expect(new Set(values).size).toBe(6)
    expect(values.filter((value) => value.length < 43)).toEqual([])
  })

  test('somebody who has to prove it again is asked again, and who does not is not', async () => {
    const promptOf = async (options?: { asksAgain: boolean }) => {
      const beginning = await signIn.begin(REDIRECT_URI, options)
      return beginning.ok ? new URL(beginning.url).searchParams.get('prompt') : beginning.detail
    }
    expect(await promptOf({ asksAgain: true })).toBe('login')
    expect(await promptOf()).toBeNull()
  })

  test('an address that was not verified is not given', async () => {
    const answer = await goAround(signIn, { ...ANNA, email_verified: false })
    expect(answer).toMatchObject({ ok: true, person: { address: null, isAddressVerified: false } })
  })

  test('somebody without address and name signs in all the same', async () => {
    const answer = await goAround(signIn, { sub: 'c-3' })
    expect(answer).toMatchObject({ ok: true, person: { subject: 'c-3', address: null, name: '' } })
  })

  test('somebody who presses "cancel" is refused, and may try again', async () => {
    expect(await goAround(signIn, null)).toMatchObject({ ok: false, reason: 'refused' })
    expect(await goAround(signIn, ANNA)).toEqual(anna())
  })

  test('the answer to one attempt is no answer to another', async () => {
    const mine = await setOut(signIn)
    const other = await setOut(signIn)
    const callback = await signInAtProvider(other.url, BRAM)
    const refused = { ok: false, reason: 'replayed', detail: 'the state of another attempt' }
    expect(await signIn.finish(callback, mine.kept)).toEqual(refused)
    expect(await signIn.finish(callback, other.kept)).toMatchObject({ ok: true, person: { subject: 'b-2' } })
  })

  test('nor when somebody writes the state of the other attempt into it', async () => {
    const mine = await setOut(signIn)
    const other = await setOut(signIn)
    const callback = await signInAtProvider(other.url, BRAM)
    callback.searchParams.set('state', mine.kept.state)
    // The code belongs to the challenge of the other attempt.
    expect(await signIn.finish(callback, mine.kept)).toMatchObject({ ok: false, reason: 'replayed' })
    const own = await signInAtProvider(mine.url, ANNA)
    expect(await signIn.finish(own, mine.kept)).toEqual(anna())
  })

  test('an answer counts once', async () => {
    const { url, kept } = await setOut(signIn)
    const callback = await signInAtProvider(url, ANNA)
    expect(await signIn.finish(callback, kept)).toEqual(anna())
    expect(await signIn.finish(callback, kept)).toMatchObject({
      ok: false,
      reason: 'replayed',
      detail: expect.stringContaining('invalid_grant'),
    })
  })

  test('of ten answers at once, no more than one counts', async () => {
    const { url, kept } = await setOut(signIn)
    const callback = await signInAtProvider(url, ANNA)
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn.finish(callback, kept)))
    // The one may fail as well: a provider that sees a code twice takes back what it gave (RFC 6749, 4.1.2).
    const replayed = answers.filter((answer) => !answer.ok && answer.reason === 'replayed')
    expect(replayed.length).toBeGreaterThanOrEqual(9)
  })

  test('whoever catches the code gets nothing for it without the verifier', async () => {
    const redeem = async (prove: (kept: Attempt) => Record<string, string>) => {
      const { url, kept } = await setOut(signIn)
      const callback = await signInAtProvider(url, ANNA)
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: REDIRECT_URI,
        client_id: provider.clientId,
        client_secret: provider.clientSecret,
        ...prove(kept),
      })
      return (await fetch(`${provider.issuer}/token`, { method: 'POST', body })).status
    }
    expect(await redeem(() => ({}))).toBe(400)
    expect(await redeem(({ nonce }) => ({ code_verifier: nonce }))).toBe(400)
    expect(await redeem(({ verifier }) => ({ code_verifier: verifier }))).toBe(200)
  })

  test.each(['state', 'nonce', 'verifier'] as const)('an attempt without its %s is none', async (name) => {
    const { url, kept } = await setOut(signIn)
    const callback = await signInAtProvider(url, ANNA)
    const refused = { ok: false, reason: 'invalid', detail: 'there was no attempt' }
    expect(await signIn.finish(callback, { ...kept, [name]: '' })).toEqual(refused)
    expect(await signIn.finish(callback, kept)).toEqual(anna())
  })

  test.each(['state', 'iss', 'code'])('an answer without its %s is none', async (name) => {
    const { url, kept } = await setOut(signIn)
    const whole = await signInAtProvider(url, ANNA)
    const part = new URL(whole)
    part.searchParams.delete(name)
    expect(await signIn.finish(part, kept)).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await signIn.finish(whole, kept)).toEqual(anna())
  })

  test('the answer may come in at another address, as behind a proxy', async () => {
    const { url, kept } = await setOut(signIn)
    const { search } = await signInAtProvider(url, ANNA)
    expect(await signIn.finish(new URL(search, 'http://10.0.0.7:3000/intern'), kept)).toEqual(anna())
  })

  test('a wrong secret is told to whoever reads the log, and not repeated there', async () => {
    const mistaken = signInAt({ ...provider, clientSecret: 'not-the-secret' })
    const answer = await goAround(mistaken, ANNA)
    expect(answer).toMatchObject({ ok: false, reason: 'invalid' })
    expect(JSON.stringify(answer)).toContain('invalid_client')
    expect(JSON.stringify(answer)).not.toContain('not-the-secret')
  })

  test('a provider that is away is unreachable, and found when it is back', async () => {
    const late = signInAt(provider)
    const { url, kept } = await setOut(signIn)
    const callback = await signInAtProvider(url, ANNA)
    await provider.leave()
    const host = new URL(provider.issuer).host
    const away = { ok: false, reason: 'unreachable', detail: expect.stringContaining(host) }
    try {
      expect(await late.begin(REDIRECT_URI)).toEqual(away)
      expect(await late.finish(callback, kept)).toEqual(away)
      expect(await signIn.finish(callback, kept)).toEqual(away)
    } finally {
      await provider.comeBack()
    }
    expect(await late.finish(callback, kept)).toEqual(anna())
  })
})

describe('at a provider that is not to be trusted', () => {
  let provider: DishonestProvider
  let signIn: OrganisationSignIn
  const now = () => Math.floor(Date.now() / 1000)
  const elsewhere = 'https://elsewhere.example'

  beforeAll(async () => {
    provider = await startDishonestProvider(ANNA)
  })
  beforeEach(() => {
    provider.lie({})
    signIn = signInAt(provider)
  })
  afterAll(() => provider.leave())

  /** The control of each test: the same provider, honest, is believed. */
  const expectHonestIsBelieved = async () => {
    provider.lie({})
    expect(await goAround(signInAt(provider), ANNA)).toMatchObject({ ok: true, person: { subject: 'a-1' } })
  }

  test.each<[what: string, lies: () => Lies, reason: string, detail: string]>([
    [
      'an id token of another issuer',
      () => ({ claims: { iss: elsewhere } }),
      'invalid',
      'unexpected JWT "iss" (issuer) claim value',
    ],
    [
      'an answer of another issuer',
      () => ({ callback: { iss: elsewhere } }),
      'invalid',
      'unexpected "iss" (issuer) response parameter value',
    ],
    [
      'an answer without its issuer',
      () => ({ callback: { iss: undefined } }),
      'invalid',
      'response parameter "iss" (issuer) missing',
    ],
    [
      'an id token for another application',
      () => ({ claims: { aud: 'another' } }),
      'invalid',
      'unexpected JWT "aud" (audience) claim value',
    ],
    [
      'an id token for us and another, without saying whose',
      () => ({ claims: { aud: ['quickscan', 'another'] } }),
      'invalid',
      'additional untrusted audiences',
    ],
    [
      'an id token that has run out',
      () => ({ claims: { exp: now() - 60 } }),
      'invalid',
      '"exp" (expiration time) claim value',
    ],
    [
      'an id token that is not valid yet',
      () => ({ claims: { nbf: now() + 60 } }),
      'invalid',
      '"nbf" (not before) claim value',
    ],
    [
      'an id token that does not say until when',
      () => ({ claims: { exp: undefined } }),
      'invalid',
      'JWT "exp" (expiration time) claim missing',
    ],
    [
      'an id token of another attempt',
      () => ({ claims: { nonce: 'another' } }),
      'replayed',
      'unexpected ID Token "nonce" claim value',
    ],
    [
      'an id token of no attempt',
      () => ({ claims: { nonce: undefined } }),
      'invalid',
      'JWT "nonce" (nonce) claim missing',
    ],
    [
      'an id token about nobody',
      () => ({ claims: { sub: undefined } }),
      'invalid',
      'JWT "sub" (subject) claim missing',
    ],
    [
      'an id token about somebody without a name',
      () => ({ claims: { sub: '' } }),
      'invalid',
      'the id token is about nobody',
    ],
    [
      'an id token about somebody whose name has no end',
      () => ({ claims: { sub: 'a'.repeat(256) } }),
      'invalid',
      'the id token is about nobody',
    ],
    [
      'an id token about somebody whose name no database can hold',
      () => ({ claims: { sub: 'a\0' } }),
      'invalid',
      'the id token is about nobody',
    ],
    [
      'a signature by another key',
      () => ({ isSignedByStranger: true }),
      'invalid',
      'JWT signature verification failed',
    ],
    [
      'a key that nobody knows',
      () => ({ isSignedByStranger: true, header: { kid: 'stranger' } }),
      'invalid',
      'no applicable keys found',
    ],
    [
      'no signature',
      () => ({ header: { alg: 'none', kid: undefined } }),
      'invalid',
      'unexpected JWT "alg" header parameter',
    ],
    [
      'no signature, announced beforehand',
      () => ({ header: { alg: 'none', kid: undefined }, discovery: ALSO_WEAK }),
      'invalid',
      'unsupported JWS "alg" identifier',
    ],
    [
      'a signature with our own secret, announced beforehand',
      () => ({ header: { alg: 'HS256', kid: undefined }, discovery: ALSO_WEAK }),
      'invalid',
      'unsupported JWS algorithm',
    ],
    [
      'the details of somebody else',
      () => ({ claims: { email: undefined }, userinfo: { sub: 'b-2' } }),
      'invalid',
      'unexpected "response" body "sub" property value',
    ],
  ])('%s is refused', async (_, makeLies, reason, detail) => {
    const lies = makeLies()
    provider.lie(lies)
    const answer = await goAround(signIn, ANNA)
    expect(answer).toEqual({ ok: false, reason, detail: expect.stringContaining(detail) })
    await expectHonestIsBelieved()
  })

  test('no refusal tells what was in the tokens', async () => {
    provider.lie({ claims: { aud: 'another' } })
    const answer = JSON.stringify(await goAround(signIn, ANNA))
    expect(answer).toContain('aud')
    expect(answer).not.toMatch(/anna|a-1|eyJ/i)
  })

  test('a clock that is a little off is no reason to refuse', async () => {
    provider.lie({ claims: { exp: now() - 10, nbf: now() + 10 } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true })
  })

  test('an id token for us and another, which says that it is ours, is fine', async () => {
    provider.lie({ claims: { aud: ['quickscan', 'another'], azp: 'quickscan' } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true })
  })

  test('a subject of 255 characters is fine', async () => {
    const subject = 'a'.repeat(255)
    provider.lie({ claims: { sub: subject } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true, person: { subject } })
  })

  test('a long answer is fine', async () => {
    provider.lie({ claims: { groups: 'x'.repeat(500_000) } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true })
  })

  test.each<[what: string, lies: Lies, address: string | null]>([
    ['verified', {}, 'anna@school.example'],
    ['not verified', { claims: { email_verified: false } }, null],
    ['verified by the word "true"', { claims: { email_verified: 'true' } }, null],
    ['of which nothing is said', { claims: { email_verified: undefined } }, null],
    ['only known at userinfo', { claims: { email: undefined } }, 'anna@school.example'],
    ['at userinfo not verified', { claims: { email: undefined }, userinfo: { email_verified: false } }, null],
    [
      'at userinfo verified by the id token alone',
      { claims: { email: undefined, email_verified: true }, userinfo: { email_verified: undefined } },
      null,
    ],
    ['known nowhere', { claims: { email: undefined }, userinfo: { email: undefined } }, null],
    ['no text', { claims: { email: { anna: true } }, userinfo: { email: 7 } }, null],
  ])('an address that is %s', async (_, lies, address) => {
    provider.lie(lies)
    const person = { subject: 'a-1', address, isAddressVerified: address !== null }
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true, person })
  })

  test('a provider without userinfo is asked for no address', async () => {
    provider.lie({ discovery: { userinfo_endpoint: undefined }, claims: { email: undefined } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: true, person: { address: null } })
  })

  test.each<[error: string, reason: string]>([
    ['access_denied', 'refused'],
    ['interaction_required', 'refused'],
    ['temporarily_unavailable', 'unreachable'],
    ['server_error', 'unreachable'],
    ['unauthorized_client', 'invalid'],
    ['__proto__', 'invalid'],
    ['<script>', 'invalid'],
  ])('the error %s at the provider is "%s"', async (error, reason) => {
    provider.lie({ callback: { code: undefined, error, error_description: 'about anna' } })
    const answer = await goAround(signIn, ANNA)
    expect(answer).toMatchObject({ ok: false, reason })
    expect(JSON.stringify(answer)).not.toMatch(/script|anna/)
    expect(provider.asked.some(({ body }) => body.get('code') === null)).toBe(false)
    await expectHonestIsBelieved()
  })

  test('an error that comes with the state of another attempt is not believed', async () => {
    provider.lie({ callback: { error: 'access_denied', state: 'another' } })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: false, reason: 'replayed' })
    await expectHonestIsBelieved()
  })

  test.each<[what: string, token: NonNullable<Lies['token']>, reason: string]>([
    ['is out of order', (response) => response.writeHead(500).end('{}'), 'unreachable'],
    ['says nothing', () => {}, 'unreachable'],
    ['stops halfway', (response) => response.writeHead(200, JSON_TYPE).write('{"id_'), 'unreachable'],
    ['hangs up', (response) => response.destroy(), 'unreachable'],
    ['answers with a page', (response) => response.end('<p>Anna, welcome</p>'), 'invalid'],
    ['answers nonsense', (response) => response.writeHead(200, JSON_TYPE).end('{"Anna": wel'), 'invalid'],
    [
      'answers without id token',
      (response) => response.writeHead(200, JSON_TYPE).end(NO_ID_TOKEN),
      'invalid',
    ],
  ])('a token endpoint that %s costs no more than patience', async (_, token, reason) => {
    provider.lie({ token })
    const start = performance.now()
    const answer = await goAround(signIn, ANNA)
    expect(performance.now() - start).toBeLessThan(5 * PATIENCE)
    expect(answer).toMatchObject({ ok: false, reason })
    expect(JSON.stringify(answer)).not.toContain('Anna')
    await expectHonestIsBelieved()
  })

  test('an answer without end is not read to the end', async () => {
    let sent = 0
    const spaces = function* () {
      for (const piece = ' '.repeat(64_000); sent < 200_000_000; sent += piece.length) yield piece
    }
    provider.lie({
      token: (response) => {
        response.writeHead(200, JSON_TYPE)
        pipeline(spaces, response).catch(() => {}) // whoever asked hangs up
      },
    })
    const answer = await goAround(signIn, ANNA)
    expect(answer).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(sent).toBeGreaterThan(1_000_000)
    expect(sent).toBeLessThan(20_000_000)
    await expectHonestIsBelieved()
  })

  test('a code and a secret do not follow where a token endpoint points', async () => {
    let visits = 0
    const other = createServer((_, response) => {
      visits += 1
      response.end()
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    // A TCP server has an address with a port as long as it listens.
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
    provider.lie({ token: (response) => response.writeHead(307, { location }).end() })
    expect(await goAround(signIn, ANNA)).toMatchObject({ ok: false, reason: 'invalid' })
    expect(visits).toBe(0)
    await fetch(location)
    expect(visits).toBe(1)
    other.closeAllConnections()
    other.close()
  })

  test.each<[what: string, discovery: Record<string, unknown>]>([
    ['calls itself otherwise', { issuer: elsewhere }],
    ['does not say who it is', { issuer: undefined }],
  ])('a provider that %s is not begun with', async (_, discovery) => {
    provider.lie({ discovery })
    expect(await signIn.begin(REDIRECT_URI)).toMatchObject({ ok: false, reason: 'invalid' })
    provider.lie({})
    expect(await signIn.begin(REDIRECT_URI)).toMatchObject({ ok: true })
  })

  test('the address of what a provider says of itself is not its name', async () => {
    const issuer = `${provider.issuer}/.well-known/openid-configuration`
    expect(await signInAt({ ...provider, issuer }).begin(REDIRECT_URI)).toEqual({
      ok: false,
      reason: 'invalid',
      detail: 'the provider calls itself otherwise',
    })
    expect(await signIn.begin(REDIRECT_URI)).toMatchObject({ ok: true })
  })

  test('without leave for it, a provider is not spoken to in the clear', async () => {
    const { issuer, clientId, clientSecret } = provider
    const careful = createOrganisationSignIn({ issuer, clientId, clientSecret })
    expect(await careful.begin(REDIRECT_URI)).toEqual({
      ok: false,
      reason: 'invalid',
      detail: expect.stringContaining('HTTPS'),
    })
    expect(await signIn.begin(REDIRECT_URI)).toMatchObject({ ok: true })
  })

  test('the secret goes in the body, or in the header where that is all the provider knows', async () => {
    provider.asked.length = 0
    await goAround(signIn, ANNA)
    provider.lie({ discovery: { token_endpoint_auth_methods_supported: ['client_secret_basic'] } })
    await goAround(signInAt(provider), ANNA)
    const [inBody, inHeader] = provider.asked
    expect(inBody?.authorization).toBeUndefined()
    expect(inBody?.body.get('client_secret')).toBe(provider.clientSecret)
    const credentials = Buffer.from(inHeader?.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
    const [, secret = ''] = credentials.split(':')
    expect(new URLSearchParams(`secret=${secret}`).get('secret')).toBe(provider.clientSecret)
    expect(inHeader?.body.get('client_secret')).toBeNull()
  })
})

const ALSO_WEAK = { id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] }
const JSON_TYPE = { 'content-type': 'application/json' }
const NO_ID_TOKEN = JSON.stringify({ access_token: 'access', token_type: 'Bearer' })
