import { findScanOf } from '#database/scans.ts'
import { secondFactorsOf } from '#database/second-factors.ts'
import type { Session } from '#database/sessions.ts'
import { isRecentProof } from '#domain/account.ts'
import type { Instrument } from '#domain/instrument.ts'
import { type Action, asksSecondFactor, may } from '#domain/permissions.ts'
import type { Scan } from '#domain/scan.ts'
import { needsSecondFactor } from '#domain/second-factor.ts'
import type { Viewer } from '#domain/viewer.ts'
import { refuse } from './errors.tsx'
import { findVersion } from './find-version.ts'
import type { RequestContext } from './house.ts'
import { nextPath, withNext } from './next-path.ts'
import { askForSecondFactor } from './second-step-first.tsx'
import { hasEndedSession, sessionOf, viewerOf } from './session.ts'
import { urls } from './urls.ts'

export type OwnScan = { scan: Scan; instrument: Instrument; viewer: Viewer }

/**
 * The scan in the address, when this browser or account may see it. Somebody else's scan and one that does not
 * exist give the same answer.
 */
export async function requireScanOwner(
  c: RequestContext,
  handle: (own: OwnScan) => Response | Promise<Response>,
): Promise<Response> {
  const viewer = await viewerOf(c)
  const id = scanIdIn(c)
  const house = c.get('house')
  const isSomebody = viewer.browser !== null || viewer.account !== null
  const scan = isSomebody && id ? await findScanOf(house.db, id, viewer) : undefined
  const instrument = scan && (await findVersion(house, scan))
  return scan && instrument ? handle({ scan, instrument, viewer }) : refuseMissing(c)
}

/** What cannot be seen is not there; whoever was signed in until just now is asked to do that again. */
export async function refuseMissing(c: RequestContext): Promise<Response> {
  return (await hasEndedSession(c)) ? askToSignIn(c) : refuse(c, 404)
}

/** Comes back to this page after signing in. What was sent is not done, and not lost in silence. */
function askToSignIn(c: RequestContext): Response {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 401)
  return c.redirect(withNext(urls.signIn.to(), comeBackTo(c)), 303)
}

/** A file stands beside the page of its name: whoever comes back gets that page, with the button on it. */
function comeBackTo(c: RequestContext): string | null {
  return nextPath(c.req.path.replace(/\.(?:json|pdf|odt|ods|csv|ics)$/, ''))
}

const SCAN_ID = /^[A-Za-z0-9]{16}$/

/** The id in the address, or null when no scan can have it: then nobody needs to look. */
export function scanIdIn(c: RequestContext): string | null {
  const id = c.req.param('scan') ?? ''
  return SCAN_ID.test(id) ? id : null
}

/** The instrument in the address: the version that is asked for with `?versie=`, and otherwise the newest. */
export function requireInstrument(
  c: RequestContext,
  handle: (instrument: Instrument) => Response | Promise<Response>,
): Response | Promise<Response> {
  const instrument = c.get('house').catalogue.find(c.req.param('instrument') ?? '', c.req.query('versie'))
  return instrument ? handle(instrument) : refuse(c, 404)
}

/** Whoever is signed in; others are asked to sign in first and come back here. */
export async function requireAccount(
  c: RequestContext,
  handle: (session: Session) => Response | Promise<Response>,
): Promise<Response> {
  const session = await sessionOf(c)
  return session ? handle(session) : askToSignIn(c)
}

/** Whoever is signed in and proved it a moment ago; others are asked to do that first. */
export function requireRecentProof(
  c: RequestContext,
  handle: (session: Session) => Response | Promise<Response>,
): Promise<Response> {
  return requireAccount(c, (session) => {
    if (isRecentProof(session.provedAt, c.get('house').clock())) return handle(session)
    return c.redirect(withNext(urls.prove.to(), comeBackTo(c)), 303)
  })
}

/**
 * Whoever may do this. To everybody else who is signed in the page does not exist. For more than a participant may
 * do, the account must ask for more than a password.
 */
export function requirePermission(
  c: RequestContext,
  action: Action,
  handle: (session: Session) => Response | Promise<Response>,
): Promise<Response> {
  return requireAccount(c, async (session) => {
    const { id, permission } = session.account
    if (!may(permission, action)) return refuse(c, 404)
    if (asksSecondFactor(action)) {
      const factors = await secondFactorsOf(c.get('house').db, id)
      if (!needsSecondFactor(factors)) return askForSecondFactor(c)
    }
    return handle(session)
  })
}
