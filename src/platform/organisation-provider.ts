import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client'
import { unreachable } from './organisation-refusal.ts'

/** Where the people of an organisation sign in, and who we are there. */
export type OrganisationProvider = {
  /** Exactly as the provider calls itself. At Microsoft with the id of the tenant: `common` is anybody. */
  issuer: string
  clientId: string
  clientSecret: string
  /** Lets http be: for a provider on this machine. */
  allowInsecure?: boolean
  /** Longest wait for one answer of the provider, in milliseconds. */
  patience?: number
}

const PATIENCE = 10_000
const MOST_BYTES = 1_000_000

/** Finds the provider once, when first asked. A failure is not remembered, so that the next one to come tries again. */
export function rememberProvider(options: OrganisationProvider): () => Promise<Configuration> {
  const issuer = new URL(options.issuer)
  let found: Promise<Configuration> | null = null
  return () => {
    found ??= findProvider(issuer, options).catch((error) => {
      found = null
      throw error
    })
    return found
  }
}

async function findProvider(issuer: URL, options: OrganisationProvider): Promise<Configuration> {
  const { clientId, clientSecret, allowInsecure = false, patience = PATIENCE } = options
  const provider = await discovery(issuer, clientId, undefined, authenticateWith(clientSecret), {
    [customFetch]: fetchWithin(patience),
    // Without this the library trusts the connection, and does not look at the signature of a token.
    execute: [enableNonRepudiationChecks, ...(allowInsecure ? [allowInsecureRequests] : [])],
  })
  // The library does not mind at addresses of Microsoft, also those that any organisation shares, nor when it is
  // given the address of the metadata.
  const { issuer: calledItself } = provider.serverMetadata()
  if (new URL(calledItself).href !== issuer.href) throw new Error('the provider calls itself otherwise')
  return provider
}

/** In the body where the provider says that it may, else in the header, which is what saying nothing means. */
function authenticateWith(secret: string): ClientAuth {
  const inBody = ClientSecretPost(secret)
  const inHeader = ClientSecretBasic(secret)
  return (server, ...rest) => {
    const isPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    return isPost ? inBody(server, ...rest) : inHeader(server, ...rest)
  }
}

/** Reads the whole answer within the time, so that one which stops halfway is as unreachable as none at all. */
function fetchWithin(patience: number): CustomFetch {
  return async (url, { body, method, headers, redirect }) => {
    const signal = AbortSignal.timeout(patience)
    const content = (body ?? null) as BodyInit | null // the library's name for the same
    try {
      const response = await fetch(url, { method, headers, redirect, signal, body: content })
      const bytes = await readBytes(response)
      if (response.status < 500) return new Response(bytes.length > 0 ? bytes : null, response)
    } catch {
      throw unreachable(`no whole answer of ${new URL(url).host}`)
    }
    throw unreachable(`${new URL(url).host} is out of order`)
  }
}

async function readBytes(response: Response): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw new Error('the answer does not end')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
