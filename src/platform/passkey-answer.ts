import { z } from 'zod'

/** Which passkey and which challenge this says it is of; nothing is proven yet. */
export function readClaim(sent: unknown): { id: string; challenge: string } | null {
  const response = CLAIM.safeParse(sent).data
  const client = response && readClientData(response.response.clientDataJSON)
  return client ? { id: response.id, challenge: client.challenge } : null
}

/** Base64url without padding, of at most so many bytes. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(Math.ceil((most * 4) / 3))
    .regex(/^[A-Za-z0-9_-]+$/)

const CREDENTIAL = z.object({
  id: bytes(1023),
  rawId: bytes(1023),
  type: z.literal('public-key'),
  // Browsers add what they like here; we asked nothing, and read nothing.
  clientExtensionResults: z.unknown().transform(() => ({})),
})
const CLIENT_DATA_JSON = bytes(8000)
const CLAIM = CREDENTIAL.extend({ response: z.object({ clientDataJSON: CLIENT_DATA_JSON }) })

/** What comes of `navigator.credentials.create`, without what we do not read. */
export const CREATION = CREDENTIAL.extend({
  response: z.object({
    clientDataJSON: CLIENT_DATA_JSON,
    attestationObject: bytes(30_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(20)
      .default([]),
  }),
})

/** What comes of `navigator.credentials.get`. A passkey that the device keeps by itself always says whose it is. */
export const REQUEST = CREDENTIAL.extend({
  response: z.object({
    clientDataJSON: CLIENT_DATA_JSON,
    authenticatorData: bytes(8000),
    signature: bytes(8000),
    userHandle: bytes(64),
  }),
})

/** WebAuthn level 3, 5.8.1. In a page of somebody else's our pages are not shown, so no passkey is used there. */
const CLIENT_DATA = z.object({
  type: z.enum(['webauthn.create', 'webauthn.get']),
  challenge: bytes(200),
  origin: z.string(),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
})

/** What the browser says of the question that was answered, or null when it is something else. */
export function readClientData(clientDataJson: string): z.infer<typeof CLIENT_DATA> | null {
  try {
    const text = Buffer.from(clientDataJson, 'base64url').toString()
    return CLIENT_DATA.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // JSON.parse has no other way of saying that it is not JSON.
    return null
  }
}
