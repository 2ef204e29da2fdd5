import { getCookie, setCookie } from 'hono/cookie'
import type { RequestContext } from './house.ts'

/**
 * Our cookies hold a random token and nothing else; the database knows it by its hash. Gives that hash, or null
 * when the browser has no such cookie.
 */
export function tokenHashIn(c: RequestContext, name: string): string | null {
  const token = getCookie(c, cookieName(c, name))
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? c.get('house').secrets.hash(token) : null
}

/** Gives the browser a new token and returns its hash. `maxAge` in seconds; without it until the browser closes. */
export function giveToken(c: RequestContext, name: string, maxAge?: number): string {
  const { secrets } = c.get('house')
  const token = secrets.createToken()
  setCookie(c, cookieName(c, name), token, { ...attributes(c), ...(maxAge !== undefined && { maxAge }) })
  return secrets.hash(token)
}

/** Takes the cookie back. */
export function dropToken(c: RequestContext, name: string): void {
  setCookie(c, cookieName(c, name), '', { ...attributes(c), maxAge: 0 })
}

function attributes(c: RequestContext) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) } as const
}

/** With this prefix a browser takes the cookie from nobody else, not from another host of the same domain either. */
function cookieName(c: RequestContext, name: string): string {
  return isSecure(c) ? `__Host-${name}` : name
}

function isSecure(c: RequestContext): boolean {
  return c.get('house').site.publicUrl?.startsWith('https:') ?? false
}
