import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type OrganisationProvider, rememberProvider } from './organisation-provider.ts'
import { explain, type Refusal } from './organisation-refusal.ts'

/**
 * Signing in with the account that somebody has at the organisation, at its own provider: OpenID Connect Core
 * 1.0, the authorisation code flow, with PKCE (RFC 7636) and the issuer in the answer (RFC 9207).
 */
export type OrganisationSignIn = {
  /**
   * An attempt: the address to send the browser to, and what has to be kept of it, for `finish`, out of reach
   * of everybody but this browser and only once. `asksAgain`: whoever the provider still remembers should sign in
   * there all the same; a provider may ignore that. Never throws for a provider that is away or not as it should be.
   */
  begin: (redirectUri: string, options?: { asksAgain?: boolean }) => Promise<Beginning>
  /**
   * What the browser brought back, judged by what was kept. Of `callback` only the query counts, because a
   * proxy may have changed the rest. Never throws for what a provider or a visitor sends.
   */
  finish: (callback: URL, kept: Attempt) => Promise<SignInAnswer>
}

/** What is kept between going and coming back. */
export type Attempt = { state: string; nonce: string; verifier: string; redirectUri: string }

export type Beginning = ({ ok: true; url: string } & Omit<Attempt, 'redirectUri'>) | Refusal

export type SignInAnswer = { ok: true; person: OrganisationPerson } | Refusal

/**
 * Who it is according to the organisation. `issuer` and `subject` together are for ever the same person; the
 * address is not, and is only given when the provider says that it was verified. A missing name is empty. Address
 * and name are any text, of any length.
 */
export type OrganisationPerson = {
  issuer: string
  subject: string
  address: string | null
  isAddressVerified: boolean
  name: string
}

const SCOPE = 'openid email profile'
/** OpenID Connect Core 1.0, 2: at most 255 characters, of ASCII. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/

/** Asks nothing yet: the provider is looked up at the first attempt. Throws when the issuer is no address. */
export function createOrganisationSignIn(provider: OrganisationProvider): OrganisationSignIn {
  const find = rememberProvider(provider)
  return {
    begin: async (redirectUri, { asksAgain = false } = {}) => {
      const kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      try {
        const url = await addressOf(await find(), { ...kept, redirectUri }, asksAgain)
        return { ok: true, url, ...kept }
      } catch (error) {
        return explain(error)
      }
    },
    finish: async (callback, kept) => {
      // Before anything else, so that an answer that nobody asked for costs the provider nothing. The library
      // takes an empty verifier for "without PKCE".
      const state = callback.searchParams.get('state')
      if (!state || !kept.state || !kept.nonce || !kept.verifier) {
        return { ok: false, reason: 'invalid', detail: 'there was no attempt' }
      }
      if (state !== kept.state) {
        return { ok: false, reason: 'replayed', detail: 'the state of another attempt' }
      }
      try {
        return { ok: true, person: await readPerson(await find(), callback, kept) }
      } catch (error) {
        return explain(error)
      }
    },
  }
}

async function addressOf(provider: Configuration, attempt: Attempt, asksAgain: boolean): Promise<string> {
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: attempt.redirectUri,
    scope: SCOPE,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(asksAgain && { prompt: 'login' }),
  })
  return url.href
}

type Claims = { email?: unknown; email_verified?: unknown }

/** Throws when what came back is not in order; see `explain`. */
async function readPerson(
  provider: Configuration,
  callback: URL,
  kept: Attempt,
): Promise<OrganisationPerson> {
  const answer = new URL(kept.redirectUri)
  answer.search = callback.search
  const tokens = await authorizationCodeGrant(provider, answer, {
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    pkceCodeVerifier: kept.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !SUBJECT.test(claims.sub)) throw new Error('the id token is about nobody')
  const canAsk = provider.serverMetadata().userinfo_endpoint !== undefined
  const isAsked = textOf(claims.email) === null && canAsk
  const more = isAsked ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : {}
  // Whether an address was verified is only believed of the answer that holds the address.
  const { email, email_verified: verified }: Claims = isAsked ? more : claims
  const address = verified === true ? textOf(email) : null
  const about: Record<string, unknown> = { ...claims, ...more }
  return {
    issuer: claims.iss,
    subject: claims.sub,
    address,
    isAddressVerified: address !== null,
    name: textOf(about.name) ?? textOf(about.preferred_username) ?? '',
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() || null : null
}
