import type { Database } from '#database/connect.ts'
import { listInstrumentVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { type Catalogue, createCatalogue } from '#domain/catalogue.ts'
import { contentHash, inLanguage, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { type InstrumentFiles, readInstrumentFolder } from '#platform/instrument-files.ts'

const LANGUAGE = 'nl'

/**
 * Publishes what lies in the folder and has not been published yet, and gives every version that ever
 * was: also one that is no longer shipped, because results still point to it. A version whose content
 * differs from what was published under its number stops the start.
 */
export async function loadInstruments(db: Database, folder: string, now: Date): Promise<Catalogue> {
  for (const files of readInstrumentFolder(folder)) {
    const content = parsePublishedInstrument(toContent(files))
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

function toContent({ folder, structure, texts }: InstrumentFiles): unknown {
  for (const file of [structure, ...texts]) {
    const [error] = file.errors
    if (error) throw new Error(`${file.path}:${error.line} ${error.message}`)
  }
  if (texts.length === 0) throw new Error(`${folder} has no texts`)
  return {
    structure: structure.data,
    texts: Object.fromEntries(texts.map((file) => [file.path.slice(-7, -5), file.data])),
  }
}
