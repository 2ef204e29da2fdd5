import { authenticatorAddress, createAuthenticatorSecret, findStep } from './authenticator-codes.ts'
import { drawQrPicture } from './qr-picture.ts'
import { systemSecrets } from './secrets.ts'

/** All that is done with an app that gives codes. */
export type AuthenticatorCodes = {
  /** A new secret, in base32. */
  createSecret: () => string
  /** How an app takes the secret in: an address to open, and the same as a picture (SVG) to point a camera at. */
  toApp: (secret: string, account: string) => { address: string; picture: string }
  findStep: typeof findStep
}

export const systemAuthenticator: AuthenticatorCodes = {
  createSecret: () => createAuthenticatorSecret(systemSecrets.randomBytes),
  toApp: (secret, account) => {
    const address = authenticatorAddress({ secret, account, issuer: 'QuickScan' })
    return { address, picture: drawQrPicture(address, 'Code voor de app') }
  },
  findStep,
}
