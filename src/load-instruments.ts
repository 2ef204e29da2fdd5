import type { Database } from '#database/connect.ts'
import {
  keepWaitingVersion,
  listInstrumentVersions,
  listVersionNames,
  publishInstrumentVersion,
} from '#database/instruments.ts'
import { type Catalogue, compareVersions, createCatalogue } from '#domain/catalogue.ts'
import {
  contentHash,
  inLanguage,
  type PublishedInstrument,
  parsePublishedInstrument,
} from '#domain/published-instrument.ts'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { contentOf, LANGUAGE } from './read-instrument.ts'

/** Every version, also those that are published while this program runs. */
export type LiveCatalogue = Catalogue & {
  /** Reads what was published since, here or by another program. Gives whether there was anything. */
  refresh: () => Promise<boolean>
}

/**
 * Publishes what lies in the folder and has not been published yet, and gives every version that ever
 * was: also one that is no longer shipped, because results still point to it. A version whose content
 * differs from what was published under its number stops the start.
 */
export async function loadInstruments(db: Database, folder: string, now: Date): Promise<LiveCatalogue> {
  for (const files of readInstrumentFolder(folder)) {
    const content = contentOf(files)
    if ((await takeIn(db, content, now)) === 'changed-after-publication') {
      const { id: instrument, version } = content.structure
      throw new Error(
        `${files.folder}: version ${version} of ${instrument} was published before with other content. ` +
          'A published version never changes: give the new content a new version number. ' +
          'While developing, `npm run db:reset` forgets what was published.',
      )
    }
  }
  return openCatalogue(db)
}

/**
 * What comes with the program is published, unless somebody changed the instrument here: then it waits until the two
 * are put together, and what people see stays as they made it.
 */
async function takeIn(db: Database, content: PublishedInstrument, now: Date) {
  const { id: instrument, version } = content.structure
  const known = (await listInstrumentVersions(db))
    .filter((one) => one.instrument === instrument)
    .sort((one, other) => compareVersions(one.version, other.version))
  const newest = known.at(-1)
  const hash = contentHash(content)
  const isOurs = known.some((one) => one.version === version && one.origin === 'shipped')
  if (newest?.origin === 'local' && !isOurs) {
    if (compareVersions(version, newest.shippedVersion ?? '0.0.0') > 0) {
      await keepWaitingVersion(db, { instrument, version, contentHash: hash, content, arrivedAt: now })
    }
    return 'waits'
  }
  return publishInstrumentVersion(db, { instrument, version, contentHash: hash, content, publishedAt: now })
}

async function openCatalogue(db: Database): Promise<LiveCatalogue> {
  let catalogue = createCatalogue([])
  let reading: Promise<boolean> | undefined

  const read = async () => {
    const names = await listVersionNames(db)
    if (names.every(({ instrument, version }) => catalogue.find(instrument, version))) return false
    const versions = await listInstrumentVersions(db)
    catalogue = createCatalogue(
      versions.map(
        ({ instrument, version, content }) =>
          catalogue.find(instrument, version) ?? inLanguage(parsePublishedInstrument(content), LANGUAGE),
      ),
    )
    return true
  }
  const live: LiveCatalogue = {
    get current() {
      return catalogue.current
    },
    find: (instrument, version) => catalogue.find(instrument, version),
    versionsOf: (instrument) => catalogue.versionsOf(instrument),
    refresh: async () => {
      // What was published after another reading began may not be in it.
      await reading?.catch(() => {})
      reading ??= read().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
  await live.refresh()
  return live
}
