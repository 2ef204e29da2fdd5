import type { Database } from '#database/connect.ts'
import { listInstrumentVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { type Catalogue, createCatalogue } from '#domain/catalogue.ts'
import { contentHash, inLanguage, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { contentOf, LANGUAGE } from './read-instrument.ts'

/**
 * Publishes what lies in the folder and has not been published yet, and gives every version that ever
 * was: also one that is no longer shipped, because results still point to it. A version whose content
 * differs from what was published under its number stops the start.
 */
export async function loadInstruments(db: Database, folder: string, now: Date): Promise<Catalogue> {
  for (const files of readInstrumentFolder(folder)) {
    const content = contentOf(files)
    const { id: instrument, version } = content.structure
    const outcome = await publishInstrumentVersion(db, {
      instrument,
      version,
      contentHash: contentHash(content),
      content,
      publishedAt: now,
    })
    if (outcome === 'changed-after-publication') {
      throw new Error(
        `${files.folder}: version ${version} of ${instrument} was published before with other content. ` +
          'A published version never changes: give the new content a new version number. ' +
          'While developing, `npm run db:reset` forgets what was published.',
      )
    }
  }
  const versions = await listInstrumentVersions(db)
  return createCatalogue(
    versions.map(({ content }) => inLanguage(parsePublishedInstrument(content), LANGUAGE)),
  )
}
