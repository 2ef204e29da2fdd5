import { listScansInUse, type ScanInUse } from '#database/use-people.ts'
import { saveUse, takeQuarter, wasCounted } from '#database/use-releases.ts'
import type { Instrument } from '#domain/instrument.ts'
import { quarterToCount } from '#domain/use-calendar.ts'
import { releaseUse } from '#domain/use-release.ts'
import type { House } from '#web/house.ts'

/**
 * Tells how much each version was used in the last quarter that is long enough over, once. With several programs one
 * of them does. Gives of how many versions something was told; null when it was done before.
 */
export async function releaseDueUse({
  db,
  catalogue,
  clock,
  minGroup,
}: Pick<House, 'db' | 'catalogue' | 'clock' | 'minGroup'>): Promise<number | null> {
  const now = clock()
  const quarter = quarterToCount(now)
  if (await wasCounted(db, quarter.name)) return null
  return db.transaction().execute(async (trx) => {
    if (!(await takeQuarter(trx, quarter.name, now))) return null
    const versions = new Map<Instrument, ScanInUse[]>()
    for (const scan of await listScansInUse(trx, quarter)) {
      const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
      const known = instrument && versions.get(instrument)
      if (known) known.push(scan)
      else if (instrument) versions.set(instrument, [scan])
    }
    let told = 0
    for (const [instrument, scans] of versions) {
      const parts = instrument.clusters.map(({ id }) => id)
      const people = scans.map((scan) => ({ ...scan, reached: lastPartOf(instrument, scan.answered) }))
      const content = releaseUse(people, parts, minGroup)
      if (!content) continue
      const place = {
        instrument: instrument.id,
        instrumentVersion: instrument.version,
        quarter: quarter.name,
      }
      await saveUse(trx, { ...place, content }, now)
      told += 1
    }
    return told
  })
}

function lastPartOf({ clusters }: Instrument, answered: readonly string[]): string | null {
  return clusters.findLast(({ statements }) => statements.some(({ id }) => answered.includes(id)))?.id ?? null
}
