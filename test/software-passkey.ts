import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/**
 * A passkey without a device: does by hand what a browser and its authenticator do (WebAuthn level 3, 6), with a real
 * key (ES256), so that the server has something real to check.
 */
export type SoftwarePasskey = {
  id: string
  counter: number
  /** What the browser sends after `navigator.credentials.create`. */
  create: (challenge: string, changes?: Changes) => Sent
  /** What the browser sends after `navigator.credentials.get`. */
  answer: (challenge: string, changes?: Changes) => Sent
}

/** What a browser sends, as plain JSON. */
export type Sent = {
  id: string
  rawId: string
  type: string
  clientExtensionResults: object
  response: Record<string, string | string[]>
}

/** What this time is otherwise than it should be. */
export type Changes = {
  origin?: string
  relyingPartyId?: string
  type?: string
  crossOrigin?: boolean
  isVerified?: boolean
  format?: 'none' | 'apple'
}

export type Place = { origin: string; relyingPartyId: string; account: string }

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

export function makeSoftwarePasskey(place: Place): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(20)
  const base = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
  const passkey: SoftwarePasskey = {
    id: text(id),
    counter: 0,
    create: (challenge, changes = {}) => {
      const data = Buffer.concat([
        authenticatorData(passkey.counter, HAS_KEY, place, changes),
        Buffer.alloc(16), // which make of device: not said
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, place, changes),
        attestationObject: text(attestation(changes.format ?? 'none', data)),
        transports: ['internal'],
      }
      return { ...base, response }
    },
    answer: (challenge, changes = {}) => {
      const clientDataJSON = clientData('webauthn.get', challenge, place, changes)
      const data = authenticatorData(passkey.counter, 0, place, changes)
      const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      const response = {
        clientDataJSON,
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, privateKey)),
        userHandle: text(Buffer.from(place.account)),
      }
      return { ...base, response }
    },
  }
  return passkey
}

function clientData(type: string, challenge: string, place: Place, changes: Changes): string {
  const { origin = place.origin, crossOrigin = false } = changes
  return text(Buffer.from(JSON.stringify({ type: changes.type ?? type, challenge, origin, crossOrigin })))
}

function authenticatorData(counter: number, more: number, place: Place, changes: Changes): Buffer {
  const { relyingPartyId = place.relyingPartyId, isVerified = true } = changes
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const flags = PRESENT | (isVerified ? VERIFIED : 0) | more
  return Buffer.concat([sha256(Buffer.from(relyingPartyId)), Buffer.from([flags]), count])
}

/** The public key as COSE has it (RFC 9053, 7.1.1): a map of kind 2, algorithm -7, curve 1, x and y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]
  const number = (name: number, value: string) => [name, 0x58, 32, ...Buffer.from(value, 'base64url')]
  return Buffer.from([...head, ...number(0x21, x), ...number(0x22, y)])
}

/** A map in CBOR (RFC 8949) of the format, an empty statement, and the data. */
function attestation(format: string, data: Buffer): Buffer {
  const word = (value: string) => Buffer.from([0x60 + value.length, ...Buffer.from(value)])
  return Buffer.concat([
    Buffer.from([0xa3]),
    ...[word('fmt'), word(format)],
    ...[word('attStmt'), Buffer.from([0xa0])],
    ...[word('authData'), Buffer.from([0x58, data.length]), data],
  ])
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
