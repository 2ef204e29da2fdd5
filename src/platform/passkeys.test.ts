import { verifyRegistrationResponse } from '@simplewebauthn/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Changes, makeSoftwarePasskey, type Sent } from '#test/software-passkey.ts'
import { createPasskeyCheck, type KeptPasskey } from './passkeys.ts'

const PLACE = { origin: 'https://quickscan.example', relyingPartyId: 'quickscan.example' }
const NOOR = { id: 'account-of-noor', address: 'noor@gemeente.example', existing: [] }
const check = createPasskeyCheck(PLACE.origin)

const makePasskey = (account = NOOR.id) => makeSoftwarePasskey({ ...PLACE, account })

async function addPasskey(): Promise<{ passkey: ReturnType<typeof makePasskey>; kept: KeptPasskey }> {
  const passkey = makePasskey()
  const { challenge } = await check.creationOptions(NOOR)
  const answer = await check.checkCreation(passkey.create(challenge), challenge)
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`)
  return { passkey, kept: { ...answer.passkey, accountId: NOOR.id } }
}

describe('a passkey', () => {
  test('is added, and signs in', async () => {
    const { passkey, kept } = await addPasskey()
    expect(kept).toMatchObject({ id: passkey.id, counter: 0, transports: ['internal'] })
    const { challenge } = await check.requestOptions()
    const sent = passkey.answer(challenge)
    expect(check.readClaim(sent)).toEqual({ id: passkey.id, challenge })
    expect(await check.checkRequest(sent, challenge, kept)).toEqual({ ok: true, counter: 0 })
  })

  test('that counts, gives its count; one that counts back is refused', async () => {
    const { passkey, kept } = await addPasskey()
    passkey.counter = 7
    const sent = passkey.answer('challenge')
    expect(await check.checkRequest(sent, 'challenge', { ...kept, counter: 6 })).toEqual({
      ok: true,
      counter: 7,
    })
    for (const counter of [7, 8]) {
      const answer = await check.checkRequest(sent, 'challenge', { ...kept, counter })
      expect(answer).toEqual({ ok: false, reason: 'not-right' })
    }
  })
})

describe('what the browser is asked', () => {
  test('is a key that is kept in the device, behind a face, a finger or a PIN, and nothing about the device', async () => {
    const existing = [{ id: 'AQID', transports: ['usb'] }]
    const options = await check.creationOptions({ ...NOOR, existing })
    expect(options).toMatchObject({
      rp: { id: 'quickscan.example', name: 'QuickScan' },
      user: { name: NOOR.address, id: Buffer.from(NOOR.id).toString('base64url') },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: 'AQID', transports: ['usb'], type: 'public-key' }],
    })
    const request = await check.requestOptions()
    expect(request).toMatchObject({ rpId: 'quickscan.example', userVerification: 'required' })
    expect(request.allowCredentials ?? []).toEqual([])
  })

  test('is another challenge each time, of 256 bits', async () => {
    const challenges = [
      ...(await Promise.all(Array.from({ length: 20 }, () => check.requestOptions()))),
      ...(await Promise.all(Array.from({ length: 20 }, () => check.creationOptions(NOOR)))),
    ].map(({ challenge }) => challenge)
    expect(new Set(challenges).size).toBe(40)
    for (const challenge of challenges) expect(Buffer.from(challenge, 'base64url')).toHaveLength(32)
  })
})

const wrong: [why: string, changes: Changes, reason: string][] = [
  ['from another origin', { origin: 'https://quickscan.example.evil' }, 'not-right'],
  ['for another host', { relyingPartyId: 'evil.example' }, 'not-right'],
  ['of somebody who did not prove to be there', { isVerified: false }, 'not-right'],
  ['from a page of somebody else around ours', { crossOrigin: true }, 'malformed'],
]

describe('refused is an answer', () => {
  test.each([
    ...wrong,
    ['to another question', { type: 'webauthn.get' }, 'not-right'],
    ['in a form that we did not ask for', { format: 'apple' }, 'not-right'],
  ] satisfies typeof wrong)('%s, when adding', async (_why, changes, reason) => {
    const passkey = makePasskey()
    expect(await check.checkCreation(passkey.create('challenge'), 'challenge')).toMatchObject({ ok: true })
    expect(await check.checkCreation(passkey.create('challenge', changes), 'challenge')).toEqual({
      ok: false,
      reason,
    })
  })

  test.each([
    ...wrong,
    ['to another question', { type: 'webauthn.create' }, 'not-right'],
  ] satisfies typeof wrong)('%s, when signing in', async (_why, changes, reason) => {
    const { passkey, kept } = await addPasskey()
    expect(await check.checkRequest(passkey.answer('challenge'), 'challenge', kept)).toMatchObject({
      ok: true,
    })
    expect(await check.checkRequest(passkey.answer('challenge', changes), 'challenge', kept)).toEqual({
      ok: false,
      reason,
    })
  })

  test('with certificates of a stranger, also when they are in order, when adding', async () => {
    const response = { ...base(STRANGER.id), response: STRANGER.response }
    const { origin: expectedOrigin, relyingPartyId: expectedRPID } = PLACE
    const expected = { expectedOrigin, expectedRPID, expectedChallenge: 'challenge' }
    const control = await verifyRegistrationResponse({ response, ...expected })
    expect(control.verified).toBe(true)
    expect(await check.checkCreation(response, 'challenge')).toEqual({ ok: false, reason: 'not-right' })
  })

  test('to another challenge, of another passkey or another person, or with a changed signature', async () => {
    const { passkey, kept } = await addPasskey()
    const { kept: other } = await addPasskey()
    const sent = passkey.answer('challenge')
    const refusal = { ok: false, reason: 'not-right' }
    expect(await check.checkCreation(passkey.create('challenge'), 'other')).toEqual(refusal)
    expect(await check.checkRequest(sent, 'other', kept)).toEqual(refusal)
    expect(await check.checkRequest(sent, 'challenge', other)).toEqual(refusal)
    expect(await check.checkRequest(sent, 'challenge', { ...kept, publicKey: other.publicKey })).toEqual(
      refusal,
    )
    expect(await check.checkRequest(sent, 'challenge', { ...kept, accountId: 'account-of-sem' })).toEqual(
      refusal,
    )
    expect(await check.checkRequest(sent, 'challenge', { ...kept, id: other.id })).toEqual(refusal)
    const { signature } = passkey.answer('another').response
    const changed = { ...sent, response: { ...sent.response, signature } }
    expect(await check.checkRequest(changed, 'challenge', kept)).toEqual(refusal)
  })

  test('of any kind that is nonsense, and nothing throws', async () => {
    const { kept } = await addPasskey()
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (sent) => {
        expect(await check.checkCreation(sent, 'challenge')).toEqual({ ok: false, reason: 'malformed' })
        expect(await check.checkRequest(sent, 'challenge', kept)).toEqual({ ok: false, reason: 'malformed' })
        expect(check.readClaim(sent)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('that is right but for one changed place, and nothing throws', async () => {
    const { passkey, kept } = await addPasskey()
    const nonsense = fc.oneof(fc.anything(), fc.base64String(), fc.uint8Array().map(toText))
    const spoil = (sent: Sent, field: string, value: unknown) => ({
      ...sent,
      response: { ...sent.response, [field]: value },
    })
    await fc.assert(
      fc.asyncProperty(nonsense, async (value) => {
        for (const field of ['clientDataJSON', 'attestationObject']) {
          const sent = spoil(passkey.create('challenge'), field, value)
          expect(await check.checkCreation(sent, 'challenge')).toMatchObject({ ok: false })
        }
        for (const field of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle']) {
          const sent = spoil(passkey.answer('challenge'), field, value)
          expect(await check.checkRequest(sent, 'challenge', kept)).toMatchObject({ ok: false })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('with one bit of it turned over, wherever that is', async () => {
    const { passkey, kept } = await addPasskey()
    const sent = passkey.answer('challenge')
    // Of the signature the end of its second number: around the numbers stand bytes that say nothing.
    for (const [field, last] of [
      ['authenticatorData', 37],
      ['signature', 31],
    ] as const) {
      const right = Buffer.from(`${sent.response[field]}`, 'base64url')
      for (let bit = (right.length - last) * 8; bit < right.length * 8; bit++) {
        const bytes = Buffer.from(right)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const changed = { ...sent, response: { ...sent.response, [field]: toText(bytes) } }
        expect(await check.checkRequest(changed, 'challenge', kept)).toEqual({
          ok: false,
          reason: 'not-right',
        })
      }
    }
  })
})

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

const base = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} })

/**
 * Made once, with a key that was thrown away after: an answer to "challenge" with a certificate of its own making
 * (packed, WebAuthn level 3, 8.2), valid until 2120.
 */
const STRANGER = {
  id: 'X_uRjnWujQiUtxXOeWJl37ncKwM',
  response: {
    clientDataJSON: toText(
      Buffer.from('{"type":"webauthn.create","challenge":"challenge","origin":"https://quickscan.example"}'),
    ),
    attestationObject: [
      'o2NmbXRmcGFja2VkZ2F0dFN0bXSjY2FsZyZjc2lnWEgwRgIhAJu7YanviEpQIpnfFAkLItzsnXgq1YrUdKxhxTnZTO2L',
      'AiEAiOGUPsSkc2QybSfUFj3d5cTsqW6K6GHRzPhBZJbf0DNjeDVjgVkBzTCCAckwggFwoAMCAQICAQEwCgYIKoZIzj0E',
      'AwIwVTELMAkGA1UEBhMCTkwxEDAOBgNVBAoMB0V4YW1wbGUxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRp',
      'b24xEDAOBgNVBAMMB0V4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMFUxCzAJBgNVBAYTAk5M',
      'MRAwDgYDVQQKDAdFeGFtcGxlMSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMRAwDgYDVQQDDAdFeGFt',
      'cGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBog8_rtfDQJCieHKyK-K3_hqeZZP_OHM-aT4NG1mL7LH3KNXdev7',
      'Zdcq_YxRqk22WjuY9aS0JtO1XkDNLUgVvKMvMC0wDAYDVR0TAQH_BAIwADAdBgNVHQ4EFgQUy9_fFuOdyvOQ7nBStXaY',
      'JKuNiYswCgYIKoZIzj0EAwIDRwAwRAIgQnB4LHMBxw5d77BRlfD4WH6TjOFwozNM7GSsdNNflWoCICJCUvSjg-1bojUp',
      'F_nqz0QCvXRhs9jTxYZ11S2YMgbKaGF1dGhEYXRhWJja9W7575JswHH3S55BSyZPolcVw7AZX7c-hLL0pi2ZYUUAAAAA',
      'AAAAAAAAAAAAAAAAAAAAAAAUX_uRjnWujQiUtxXOeWJl37ncKwOlAQIDJiABIVgg5PSTefWglv1zu2VxXElsUU9nZwWW',
      'GSWcwcLhOmV3B0IiWCDcS_M-3wh2Wc2MZoW2xP5n8sjYtiljvnxYb0tW4mmu0w',
    ].join(''),
  },
}
