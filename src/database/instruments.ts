import type { PublishedInstrument } from '#domain/published-instrument.ts'
import type { Database, DatabaseTransaction } from './connect.ts'

export type InstrumentVersion = {
  instrument: string
  version: string
  contentHash: string
  content: object
  publishedAt: Date
  /** With the program, or changed here; with the program unless told otherwise. */
  origin?: 'shipped' | 'local'
  /** The newest version of the program whose changes are in it; its own, unless told otherwise. */
  shippedVersion?: string | null
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
    .values({ shippedVersion: version.version, ...version, content: JSON.stringify(version.content) })
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
export function listInstrumentVersions(db: Database): Promise<Required<InstrumentVersion>[]> {
  return db
    .selectFrom('instrumentVersions')
    .select(['instrument', 'version', 'contentHash', 'content', 'publishedAt', 'origin', 'shippedVersion'])
    .orderBy('publishedAt')
    .orderBy('instrument')
    .orderBy('version')
    .execute()
}

export type VersionFacts = Pick<
  Required<InstrumentVersion>,
  'version' | 'publishedAt' | 'origin' | 'shippedVersion'
>

/** What is known of the versions of an instrument, without what is in them; in any order. */
export function listVersionFacts(db: Database, instrument: string): Promise<VersionFacts[]> {
  return db
    .selectFrom('instrumentVersions')
    .select(['version', 'publishedAt', 'origin', 'shippedVersion'])
    .where('instrument', '=', instrument)
    .execute()
}

/** Which versions there are, without what is in them. */
export function listVersionNames(db: Database): Promise<{ instrument: string; version: string }[]> {
  return db.selectFrom('instrumentVersions').select(['instrument', 'version']).execute()
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

/** Nobody else publishes a version of this instrument until the transaction ends. */
export async function lockInstrument(trx: DatabaseTransaction, instrument: string): Promise<void> {
  await trx
    .selectFrom('instrumentVersions')
    .select('version')
    .where('instrument', '=', instrument)
    .orderBy('version')
    .forNoKeyUpdate()
    .execute()
}

/**
 * Lets scans that are being filled in by somebody alone go on in another version. Those of a round stay: everybody in
 * it answers to the same words. Gives how many there were.
 */
export async function moveOpenScans(
  trx: DatabaseTransaction,
  instrument: string,
  { from, to }: { from: readonly string[]; to: string },
): Promise<number> {
  if (from.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('scans')
    .set({ instrumentVersion: to })
    .where('instrument', '=', instrument)
    .where('instrumentVersion', 'in', from)
    .where('finishedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roundMembers')
            .select('roundMembers.id')
            .whereRef('roundMembers.scanId', '=', 'scans.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Keeps a version that came with the program until somebody puts it together with what was changed here. */
export async function keepWaitingVersion(
  db: Database,
  version: {
    instrument: string
    version: string
    contentHash: string
    content: PublishedInstrument
    arrivedAt: Date
  },
): Promise<void> {
  await db
    .insertInto('waitingVersions')
    .values({ ...version, content: JSON.stringify(version.content) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What came with the program and waits, oldest first. */
export function listWaitingVersions(
  db: Database,
): Promise<{ instrument: string; version: string; content: PublishedInstrument; arrivedAt: Date }[]> {
  return db
    .selectFrom('waitingVersions')
    .select(['instrument', 'version', 'content', 'arrivedAt'])
    .orderBy('arrivedAt')
    .orderBy('version')
    .execute()
}

function versionOf(db: Database, instrument: string, version: string) {
  return db
    .selectFrom('instrumentVersions')
    .where('instrument', '=', instrument)
    .where('version', '=', version)
}
