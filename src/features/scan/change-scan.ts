import type { DatabaseTransaction } from '#database/connect.ts'
import { lockScan, type StoredScan } from '#database/scans.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { Viewer } from '#domain/viewer.ts'
import type { House } from '#web/house.ts'

export type LockedScan = { scan: StoredScan; instrument: Instrument }

/**
 * Decides about a scan as it is at that moment, while nobody else changes it. `gone` when they may not see it. A scan
 * may have gone on to a version that another program published just now: then that is read first.
 */
export async function changeScan<Outcome>(
  { db, catalogue, refreshContent }: Pick<House, 'db' | 'catalogue' | 'refreshContent'>,
  { id, viewer }: { id: string; viewer: Viewer },
  decide: (trx: DatabaseTransaction, own: LockedScan) => Promise<Outcome>,
): Promise<Outcome | 'gone'> {
  const attempt = () =>
    db.transaction().execute(async (trx): Promise<Outcome | 'gone' | 'unknown-version'> => {
      const scan = await lockScan(trx, id, viewer)
      const instrument = scan && catalogue.find(scan.instrument, scan.instrumentVersion)
      if (scan && !instrument) return 'unknown-version'
      return scan && instrument ? decide(trx, { scan, instrument }) : 'gone'
    })
  const first = await attempt()
  if (first !== 'unknown-version') return first
  await refreshContent()
  const second = await attempt()
  return second === 'unknown-version' ? 'gone' : second
}
