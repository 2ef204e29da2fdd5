import { findScanOfBrowser } from '#database/scans.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { Scan } from '#domain/scan.ts'
import { refuse } from './errors.tsx'
import type { RequestContext } from './house.ts'
import { browserOf } from './session.ts'

export type OwnScan = { scan: Scan; instrument: Instrument; browser: string }

/**
 * The scan in the address, when this browser may see it. Somebody else's scan and one that does not
 * exist give the same answer.
 */
export async function requireScanOwner(
  c: RequestContext,
  handle: (own: OwnScan) => Response | Promise<Response>,
): Promise<Response> {
  const browser = browserOf(c)
  const id = scanIdIn(c)
  const { db, catalogue } = c.get('house')
  const scan = browser && id ? await findScanOfBrowser(db, id, browser) : undefined
  const instrument = scan && catalogue.find(scan.instrument, scan.instrumentVersion)
  return browser && scan && instrument ? handle({ scan, instrument, browser }) : refuse(c, 404)
}

const SCAN_ID = /^[A-Za-z0-9]{16}$/

/** The id in the address, or null when no scan can have it: then nobody needs to look. */
export function scanIdIn(c: RequestContext): string | null {
  const id = c.req.param('scan') ?? ''
  return SCAN_ID.test(id) ? id : null
}

/** The newest version of the instrument in the address. */
export function requireInstrument(
  c: RequestContext,
  handle: (instrument: Instrument) => Response | Promise<Response>,
): Response | Promise<Response> {
  const instrument = c.get('house').catalogue.find(c.req.param('instrument') ?? '')
  return instrument ? handle(instrument) : refuse(c, 404)
}
