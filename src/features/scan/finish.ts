import { finishScan, reopenScan } from '#database/scans.ts'
import { totalProgress } from '#domain/scan.ts'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'

/** Finishing is allowed with gaps, but not with nothing at all. Finishing twice is finishing once. */
export function finish(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan, instrument }) => {
    const form = await readForm(c)
    if (!form || form.size > 0) return refuse(c, 400)
    if (totalProgress(instrument, scan.answers).answered === 0) {
      return c.redirect(urls.scanCheck.to({ scan: scan.id }), 303)
    }
    const { db, clock } = c.get('house')
    await finishScan(db, scan.id, clock())
    return c.redirect(urls.scanResult.to({ scan: scan.id }), 303)
  })
}

export function reopen(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan }) => {
    const form = await readForm(c)
    if (!form || form.size > 0) return refuse(c, 400)
    const { db, clock } = c.get('house')
    await reopenScan(db, scan.id, clock())
    return c.redirect(urls.scan.to({ scan: scan.id }), 303)
  })
}
