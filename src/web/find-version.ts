import type { Instrument } from '#domain/instrument.ts'
import type { House } from './house.ts'

/**
 * A version of an instrument that something was made with. What another program published a moment ago may not have
 * been read here yet: then it is now. Never inside a transaction.
 */
export async function findVersion(
  { catalogue, refreshContent }: Pick<House, 'catalogue' | 'refreshContent'>,
  { instrument, instrumentVersion }: { instrument: string; instrumentVersion: string },
): Promise<Instrument | undefined> {
  const known = catalogue.find(instrument, instrumentVersion)
  if (known) return known
  await refreshContent()
  return catalogue.find(instrument, instrumentVersion)
}
