import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { COSEALG, decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { CREATION, REQUEST, readClaim, readClientData } from './passkey-answer.ts'

/**
 * Passkeys: WebAuthn level 3. Always one that the device keeps by itself and opens with a face, a finger or a PIN,
 * so that it counts for both factors. Options go to the browser as they are; what comes back is `unknown` here, and
 * nothing that anybody sends makes any of this throw.
 */
export type PasskeyCheck = {
  /** For `navigator.credentials.create`. The caller keeps (a hash of) the `challenge` in it, for once. */
  creationOptions: (person: PasskeyOwner) => Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Whether this is a new passkey that answers the challenge, and what to keep of it. */
  checkCreation: (sent: unknown, challenge: string) => Promise<CreationAnswer>
  /**
   * Of what came back: which passkey it says it is, and which challenge it says it answers, to look both up by.
   * Nothing is proven yet. Null when it is not something that a browser sends.
   */
  readClaim: (sent: unknown) => { id: string; challenge: string } | null
  /** For `navigator.credentials.get`: any passkey of ours. The caller keeps the `challenge` in it, for once. */
  requestOptions: () => Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Whether this kept passkey answered the challenge; `counter` has to be kept, and must have risen. */
  checkRequest: (sent: unknown, challenge: string, kept: KeptPasskey) => Promise<RequestAnswer>
}

/** `id` is kept in the passkey and comes back with it; `existing` are the passkeys that need no second time. */
export type PasskeyOwner = {
  id: string
  address: string
  existing: { id: string; transports: string[] }[]
}

/** As it is kept; `id` and `publicKey` are base64url. */
export type NewPasskey = { id: string; publicKey: string; counter: number; transports: string[] }
export type KeptPasskey = NewPasskey & { accountId: string }

/**
 * - `malformed`: not something that a browser sends
 * - `not-right`: another challenge, place or passkey, a wrong signature, or nobody proved to be there
 */
export type PasskeyRefusal = 'malformed' | 'not-right'
export type CreationAnswer = { ok: true; passkey: NewPasskey } | { ok: false; reason: PasskeyRefusal }
export type RequestAnswer = { ok: true; counter: number } | { ok: false; reason: PasskeyRefusal }

/** How long the browser waits for somebody, in milliseconds. */
const PATIENCE = 5 * 60 * 1000

/** What every passkey maker knows. Named, so that every node says the same whatever its version of Node knows. */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256]

/** `address` is where the pages are, such as `https://quickscan.example`. Passkeys belong to its host for ever. */
export function createPasskeyCheck(address: string): PasskeyCheck {
  const { origin, hostname: relyingPartyId } = new URL(address)
  const expected = { expectedOrigin: origin, expectedRPID: relyingPartyId, requireUserVerification: true }
  return {
    creationOptions: ({ id, address, existing }) =>
      generateRegistrationOptions({
        rpName: 'QuickScan',
        rpID: relyingPartyId,
        userID: Uint8Array.from(Buffer.from(id)),
        userName: address,
        userDisplayName: address,
        timeout: PATIENCE,
        attestationType: 'none',
        excludeCredentials: existing,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    checkCreation: async (sent, challenge) => {
      const response = CREATION.safeParse(sent).data
      if (!response || !readClientData(response.response.clientDataJSON)) return refuse('malformed')
      const answer = await orNothing(async () => {
        if (!saysNothingOfItsMaker(response.response.attestationObject)) return undefined
        return verifyRegistrationResponse({
          ...expected,
          response,
          expectedChallenge: challenge,
          supportedAlgorithmIDs: ALGORITHMS,
        })
      })
      if (!answer?.verified) return refuse('not-right')
      const { id, publicKey, counter } = answer.registrationInfo.credential
      if (id !== response.id) return refuse('not-right')
      const { transports } = response.response
      return { ok: true, passkey: { id, publicKey: toText(publicKey), counter, transports } }
    },
    readClaim,
    requestOptions: () =>
      generateAuthenticationOptions({
        rpID: relyingPartyId,
        timeout: PATIENCE,
        userVerification: 'required',
      }),
    checkRequest: async (sent, challenge, kept) => {
      const response = REQUEST.safeParse(sent).data
      if (!response || !readClientData(response.response.clientDataJSON)) return refuse('malformed')
      const isOfOwner = response.response.userHandle === toText(Buffer.from(kept.accountId))
      if (response.id !== kept.id || !isOfOwner) return refuse('not-right')
      const credential = { ...kept, publicKey: Uint8Array.from(Buffer.from(kept.publicKey, 'base64url')) }
      const answer = await orNothing(() =>
        verifyAuthenticationResponse({ ...expected, response, expectedChallenge: challenge, credential }),
      )
      if (!answer?.verified) return refuse('not-right')
      return { ok: true, counter: answer.authenticationInfo.newCounter }
    },
  }
}

/**
 * We ask for no proof of who made the device, and a browser then sends "none", or what the device signed by itself
 * (5.1.3). Anything else is certificates, which say more of somebody's device than we want to know, and of which the
 * library may look up over the network whether they were withdrawn.
 */
function saysNothingOfItsMaker(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(Uint8Array.from(Buffer.from(attestationObject, 'base64url')))
  const format = decoded.get('fmt')
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
}

/** The library throws for everything that may be wrong with an answer: a refusal, with nothing to tell apart. */
async function orNothing<Answer>(check: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}

function refuse<Reason extends PasskeyRefusal>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason }
}

function toText(some: Uint8Array): string {
  return Buffer.from(some).toString('base64url')
}
