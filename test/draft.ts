import { createDraft } from '#database/drafts.ts'
import { findInstrumentVersion } from '#database/instruments.ts'
import { parsePublishedInstrument } from '#domain/published-instrument.ts'
import type { TestApp } from './test-app.ts'

/** A set of changes to the first instrument in which nothing changed yet, with the names of what is in it. */
export async function makeDraft(
  app: TestApp,
): Promise<{ draft: string; part: string; tip: string; source: string }> {
  const { db, secrets, clock, catalogue } = app.house
  const instrument = catalogue.current[0]
  const statement = instrument?.clusters[0]?.statements[0]
  const found = instrument && (await findInstrumentVersion(db, instrument.id, instrument.version))
  if (!instrument || !statement || !found) throw new Error('there is no instrument')
  const draft = secrets.createId()
  await createDraft(db, {
    id: draft,
    instrument: instrument.id,
    baseVersion: instrument.version,
    title: 'Een wijziging',
    content: parsePublishedInstrument(found.content),
    conflicts: [],
    shippedVersion: null,
    at: clock(),
  })
  return {
    draft,
    part: `stelling-${statement.id}`,
    tip: statement.tips[0]?.id ?? '',
    source: instrument.sources[0]?.id ?? '',
  }
}
