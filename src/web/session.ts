import { getCookie, setCookie } from 'hono/cookie'
import type { RequestContext } from './house.ts'

const A_YEAR = 365 * 24 * 60 * 60
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * The hash by which the database knows this browser, or null when it has no scan here. There is one
 * cookie, without a name or a trace in it, and it is only set when somebody starts a scan.
 */
export function browserOf(c: RequestContext): string | null {
  const token = getCookie(c, cookieName(c))
  return token && TOKEN.test(token) ? c.get('house').secrets.hash(token) : null
}

/** The same, and gives the browser its cookie when it has none yet. */
export function rememberBrowser(c: RequestContext): string {
  const known = browserOf(c)
  if (known) return known
  const { secrets } = c.get('house')
  const token = secrets.createToken()
  setCookie(c, cookieName(c), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: A_YEAR,
  })
  return secrets.hash(token)
}

function cookieName(c: RequestContext): string {
  return isSecure(c) ? '__Host-quickscan' : 'quickscan'
}

function isSecure(c: RequestContext): boolean {
  return c.get('house').site.publicUrl?.startsWith('https:') ?? false
}
