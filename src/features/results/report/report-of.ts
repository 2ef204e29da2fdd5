import type { Instrument } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import type { Scan } from '#domain/scan.ts'
import type { Trend } from '#domain/trend.ts'
import type { House } from '#web/house.ts'

/** What a report is made from. `trend` is null with fewer than two finished scans. */
export type ReportOf = {
  house: Pick<House, 'library' | 'linkCheck' | 'running'>
  scan: Scan
  instrument: Instrument
  result: Result
  trend: Trend | null
}
