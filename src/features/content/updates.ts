import { listVersionFacts, listWaitingVersions } from '#database/instruments.ts'
import { compareVersions } from '#domain/catalogue.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import type { House } from '#web/house.ts'
import { findPublished } from './require-draft.ts'

/** A version that came with the program after the instrument was changed here. */
export type Update = { instrument: string; version: string; content: PublishedInstrument }

/** The newest update of each instrument that is not in its current version yet. */
export async function listUpdates({
  db,
  catalogue,
}: Pick<House, 'db' | 'catalogue'>): Promise<Map<string, Update>> {
  const updates = new Map<string, Update>()
  for (const update of await listWaitingVersions(db)) {
    const known = updates.get(update.instrument)
    if (!known || compareVersions(update.version, known.version) > 0) updates.set(update.instrument, update)
  }
  for (const [instrument, { version }] of updates) {
    const taken = await takenIn(db, instrument, catalogue.find(instrument)?.version)
    if (compareVersions(version, taken) <= 0) updates.delete(instrument)
  }
  return updates
}

/** The version of the program whose changes are in this one. */
export async function takenIn(
  db: House['db'],
  instrument: string,
  version: string | undefined,
): Promise<string> {
  const facts = await listVersionFacts(db, instrument)
  return facts.find((one) => one.version === version)?.shippedVersion ?? '0.0.0'
}

/** A version as it came with the program: published as it was, or waiting. */
export async function findShipped(
  db: House['db'],
  instrument: string,
  version: string,
): Promise<PublishedInstrument | null> {
  const waiting = (await listWaitingVersions(db)).find(
    (one) => one.instrument === instrument && one.version === version,
  )
  return waiting?.content ?? findPublished(db, instrument, version)
}
