import type { Database } from './connect.ts'

export type InstrumentVersion = {
  instrument: string
  version: string
  contentHash: string
  content: object
  publishedAt: Date
}

export type Publication = 'published' | 'already-published' | 'changed-after-publication'

/**
 * Keeps a version for ever. Asking again with the same content is nothing new; with other content it is
 * refused (the answer says so) and what was published stays. Safe when several nodes start together.
 */
export async function publishInstrumentVersion(
  db: Database,
  version: InstrumentVersion,
): Promise<Publication> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('instrumentVersions')
    .values({ ...version, content: JSON.stringify(version.content) })
    .onConflict((conflict) => conflict.columns(['instrument', 'version']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return 'published'

  const { contentHash } = await db
    .selectFrom('instrumentVersions')
    .select('contentHash')
    .where('instrument', '=', version.instrument)
    .where('version', '=', version.version)
    .executeTakeFirstOrThrow()
  return contentHash === version.contentHash ? 'already-published' : 'changed-after-publication'
}

/** Every version that was ever published, oldest first. */
export function listInstrumentVersions(db: Database): Promise<InstrumentVersion[]> {
  return db
    .selectFrom('instrumentVersions')
    .select(['instrument', 'version', 'contentHash', 'content', 'publishedAt'])
    .orderBy('publishedAt')
    .orderBy('instrument')
    .orderBy('version')
    .execute()
}

/** What was published under this version, or undefined. */
export function findInstrumentVersion(
  db: Database,
  instrument: string,
  version: string,
): Promise<Pick<InstrumentVersion, 'content'> | undefined> {
  return versionOf(db, instrument, version).select('content').executeTakeFirst()
}

/** When this version was published, or undefined. */
export async function findPublicationDate(
  db: Database,
  instrument: string,
  version: string,
): Promise<Date | undefined> {
  const found = await versionOf(db, instrument, version).select('publishedAt').executeTakeFirst()
  return found?.publishedAt
}

function versionOf(db: Database, instrument: string, version: string) {
  return db
    .selectFrom('instrumentVersions')
    .where('instrument', '=', instrument)
    .where('version', '=', version)
}
