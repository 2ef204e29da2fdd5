import { createMiddleware } from 'hono/factory'
import { refuse } from './errors.tsx'
import type { Environment, RequestContext } from './house.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
}

/**
 * Nothing from elsewhere, nothing inline, nowhere else to send a form, nothing kept. Set beforehand: a
 * handler can say otherwise (public pages may be kept), and the answer need not be opened again.
 */
export const securityHeaders = createMiddleware<Environment>((c, next) => {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  if (c.get('house').site.publicUrl?.startsWith('https:')) {
    c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  return next()
})

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A request that changes something must come from one of our own pages. Browsers say so themselves with
 * Sec-Fetch-Site or Origin, which no other site can forge; a request with neither is refused.
 */
export const sameOriginOnly = createMiddleware<Environment>(async (c, next) => {
  if (SAFE_METHODS.has(c.req.method) || comesFromUs(c)) return next()
  return refuse(c, 403)
})

function comesFromUs(c: RequestContext): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site === 'same-origin'
  return origin === ownOrigin(c)
}

/** In production the configured address counts, never what a request says of itself. */
function ownOrigin(c: RequestContext): string {
  const { publicUrl } = c.get('house').site
  return new URL(publicUrl ?? c.req.url).origin
}
