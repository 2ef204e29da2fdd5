import { findBenchmark, listBenchmarks, type StoredBenchmark } from '#database/benchmark-releases.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { RequestContext } from '#web/house.ts'

export type Told = { instrument: Instrument; benchmark: StoredBenchmark; earlier: Listed[] }
type Listed = Awaited<ReturnType<typeof listBenchmarks>>[number]

/**
 * What was told of the instrument in the address: the release that is asked for with `?versie=` and `?keer=`, else
 * the newest one. `benchmark` is null when nothing was told yet, undefined when what is asked for does not exist.
 */
export async function toldBenchmark(
  c: RequestContext,
  instrument: Instrument,
): Promise<Told | { benchmark: null } | { benchmark: undefined }> {
  const { db, catalogue } = c.get('house')
  const { versie, keer } = c.req.query()
  const all = await listBenchmarks(db, instrument.id)
  const isAsked = versie !== undefined || keer !== undefined
  if (all.length === 0 && !isAsked) return { benchmark: null }
  const wanted = all.find(
    ({ instrumentVersion, number }) =>
      (versie === undefined || instrumentVersion === versie) &&
      (keer === undefined || String(number) === keer),
  )
  const of = wanted && catalogue.find(instrument.id, wanted.instrumentVersion)
  const benchmark =
    of && (await findBenchmark(db, { instrument: of.id, version: of.version, number: wanted.number }))
  if (!of || !benchmark) return { benchmark: undefined }
  return { instrument: of, benchmark, earlier: all.filter((one) => one !== wanted) }
}

/** Of this release, also when a newer one has come. */
export function asksFor({
  instrumentVersion,
  number,
}: Pick<StoredBenchmark, 'instrumentVersion' | 'number'>): string {
  return `?${new URLSearchParams({ versie: instrumentVersion, keer: String(number) })}`
}
