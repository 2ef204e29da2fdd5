import { createSession, endSessionOf, findSession, renewSession, type Session } from '#database/sessions.ts'
import { sessionExpiry } from '#domain/account.ts'
import type { Viewer } from '#domain/viewer.ts'
import { dropToken, giveToken, tokenHashIn } from './cookies.ts'
import { deviceOf } from './device.ts'
import type { RequestContext } from './house.ts'

const A_YEAR = 365 * 24 * 60 * 60
const BROWSER = 'quickscan'
const SESSION = 'quickscan-account'

/**
 * The hash by which the database knows this browser, or null when it has no scan here. There is one
 * cookie for it, without a name or a trace in it, and it is only set when somebody starts a scan.
 */
export function browserOf(c: RequestContext): string | null {
  return tokenHashIn(c, BROWSER)
}

/** The same, and gives the browser its cookie when it has none yet. */
export function rememberBrowser(c: RequestContext): string {
  return browserOf(c) ?? giveToken(c, BROWSER, A_YEAR)
}

/** Who is signed in, if anybody. Asked once per request, and only when there is a cookie to ask about. */
export async function sessionOf(c: RequestContext): Promise<Session | null> {
  const known = c.get('session')
  if (known !== undefined) return known
  const token = tokenHashIn(c, SESSION)
  const { db, clock } = c.get('house')
  const session = (token && (await findSession(db, token, clock()))) || null
  c.set('session', session)
  return session
}

/** Whether somebody was signed in here, and is not any more: their session ended while they were at it. */
export async function hasEndedSession(c: RequestContext): Promise<boolean> {
  return tokenHashIn(c, SESSION) !== null && (await sessionOf(c)) === null
}

/** What this request may see of scans: what is this browser's, and what is the account's. */
export async function viewerOf(c: RequestContext): Promise<Viewer> {
  const session = await sessionOf(c)
  return { browser: browserOf(c), account: session?.account.id ?? null }
}

/**
 * Signs in with a session of its own: what the browser had before does not open it, and ends. `stays` keeps
 * it after the browser is closed.
 */
export async function signIn(c: RequestContext, account: string, stays: boolean): Promise<void> {
  const { db, clock, secrets } = c.get('house')
  const earlier = tokenHashIn(c, SESSION)
  if (earlier) await endSessionOf(db, earlier)
  const now = clock()
  const expiresAt = sessionExpiry(now, stays)
  await createSession(db, {
    tokenHash: giveToken(c, SESSION, stays ? secondsUntil(expiresAt, now) : undefined),
    id: secrets.createId(),
    accountId: account,
    device: deviceOf(c.req.header('user-agent') ?? ''),
    stays,
    createdAt: now,
    expiresAt,
  })
  c.set('session', undefined)
}

/** After somebody proved again who they are: the session goes on under another token. */
export async function proveAgain(c: RequestContext, session: Session): Promise<void> {
  const { db, clock } = c.get('house')
  const now = clock()
  const tokenHash = giveToken(c, SESSION, session.stays ? secondsUntil(session.expiresAt, now) : undefined)
  await renewSession(db, session.id, { tokenHash, provedAt: now })
  c.set('session', undefined)
}

/** Ends this session, takes the cookie back, and asks the browser to forget what it kept of our pages. */
export async function signOut(c: RequestContext): Promise<void> {
  const token = tokenHashIn(c, SESSION)
  if (token) await endSessionOf(c.get('house').db, token)
  dropToken(c, SESSION)
  c.header('clear-site-data', '"cache", "storage"')
  c.set('session', null)
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.floor((moment.getTime() - now.getTime()) / 1000)
}
