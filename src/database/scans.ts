import { sql, type Transaction } from 'kysely'
import type { Answer, Scan } from '#domain/scan.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

/** A scan as it is kept: the answers by the id of their statement. */
export type StoredScan = Scan

export type NewScan = { id: string; instrument: string; instrumentVersion: string; startedAt: Date }
export type ListedScan = Omit<StoredScan, 'answers'> & {
  /** How many statements have an answer; a note alone does not count. */
  answered: number
}
export type AnswerChange = Answer & { statement: string }

const COLUMNS = [
  'scans.id',
  'scans.instrument',
  'scans.instrumentVersion',
  'scans.role',
  'scans.organisationKind',
  'scans.askedBackground',
  'scans.startedAt',
  'scans.changedAt',
  'scans.finishedAt',
] as const

/** Starts an empty scan for one browser. Rejects when the id exists or the version was never published. */
export async function createScan(db: Database, scan: NewScan, browserHash: string): Promise<void> {
  await db
    .with('created', (query) =>
      query
        .insertInto('scans')
        .values({ ...scan, changedAt: scan.startedAt })
        .returning('id'),
    )
    .insertInto('scanBrowsers')
    .columns(['scanId', 'browserHash'])
    .expression((query) => query.selectFrom('created').select(['id', sql.val(browserHash).as('browserHash')]))
    .execute()
}

/** The scan with its answers in one query, if this browser may see it: it runs on every request. */
export function findScanOfBrowser(
  db: Database,
  id: string,
  browserHash: string,
): Promise<StoredScan | undefined> {
  return scansOf(db, browserHash)
    .select(COLUMNS)
    .select(
      sql<StoredScan['answers']>`coalesce((
        select json_object_agg(statement, json_build_object('answer', answer, 'note', note))
        from scan_answers where scan_id = scans.id
      ), '{}'::json)`.as('answers'),
    )
    .where('scans.id', '=', id)
    .executeTakeFirst()
}

/** The scans of one browser, last changed first. */
export function listScansOfBrowser(db: Database, browserHash: string): Promise<ListedScan[]> {
  return scansOf(db, browserHash)
    .select(COLUMNS)
    .select((query) =>
      query
        .selectFrom('scanAnswers')
        .select((answers) => answers.fn.count<number>('answer').as('answered'))
        .whereRef('scanAnswers.scanId', '=', 'scans.id')
        .$asScalar()
        .$notNull()
        .as('answered'),
    )
    .orderBy('scans.changedAt', 'desc')
    .orderBy('scans.id')
    .execute()
}

/**
 * The scan as it is now, and nobody else changes it until the transaction ends. Two statements on
 * purpose: one that waits for a lock still reads other tables as they were before it waited, so the
 * answers that the other one just saved would be missing.
 */
export async function lockScan(
  trx: Transaction<Tables>,
  id: string,
  browserHash: string,
): Promise<StoredScan | undefined> {
  await scansOf(trx, browserHash)
    .select('scans.id')
    .where('scans.id', '=', id)
    .forUpdate('scans')
    .executeTakeFirst()
  return findScanOfBrowser(trx, id, browserHash)
}

/**
 * Keeps these answers and the moment, in one statement. Nothing happens without changes. Rejects when the
 * scan does not exist or a text is longer than the tables allow.
 */
export async function saveAnswers(
  trx: Transaction<Tables>,
  scanId: string,
  changes: readonly AnswerChange[],
  changedAt: Date,
): Promise<void> {
  if (changes.length === 0) return
  // One statement cannot write a row twice: the last word on a statement counts.
  const last = [...new Map(changes.map((change) => [change.statement, change])).values()]
  await trx
    .with('touched', (query) => query.updateTable('scans').set({ changedAt }).where('id', '=', scanId))
    .insertInto('scanAnswers')
    .values(last.map(({ statement, answer, note }) => ({ scanId, statement, answer, note, changedAt })))
    .onConflict((conflict) =>
      conflict.columns(['scanId', 'statement']).doUpdateSet((row) => ({
        answer: row.ref('excluded.answer'),
        note: row.ref('excluded.note'),
        changedAt: row.ref('excluded.changedAt'),
      })),
    )
    .execute()
}

/** Keeps who filled it in, or that they would not say (null), so that it is not asked again. */
export async function saveBackground(
  db: Database,
  id: string,
  background: Pick<StoredScan, 'role' | 'organisationKind'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('scans')
    .set({ ...background, askedBackground: true, changedAt: at })
    .where('id', '=', id)
    .execute()
}

/** Finishing again keeps the first moment. */
export async function finishScan(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('scans')
    .set({ finishedAt: at, changedAt: at })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .execute()
}

export async function reopenScan(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('scans')
    .set({ finishedAt: null, changedAt: at })
    .where('id', '=', id)
    .where('finishedAt', 'is not', null)
    .execute()
}

function scansOf(db: Database, browserHash: string) {
  return db
    .selectFrom('scans')
    .innerJoin('scanBrowsers', 'scanBrowsers.scanId', 'scans.id')
    .where('scanBrowsers.browserHash', '=', browserHash)
}
