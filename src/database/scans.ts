import { type NotNull, sql, type Transaction } from 'kysely'
import type { Answer, Scan } from '#domain/scan.ts'
import type { Viewer } from '#domain/viewer.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

/** A scan as it is kept: the answers by the id of their statement. */
export type StoredScan = Scan
export type FinishedScan = StoredScan & { finishedAt: Date }

export type NewScan = {
  id: string
  instrument: string
  instrumentVersion: string
  startedAt: Date
  /** The earlier scan that it begins with. */
  startedFrom?: string
}
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
  'scans.accountId',
  'scans.name',
  'scans.startedFrom',
] as const

const ANSWERS = sql<StoredScan['answers']>`coalesce((
  select json_object_agg(statement, json_build_object('answer', answer, 'note', note))
  from scan_answers where scan_id = scans.id
), '{}'::json)`

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

/** Starts an empty scan in an account: no browser has it without signing in. */
export async function createScanOfAccount(db: Database, scan: NewScan, accountId: string): Promise<void> {
  await db
    .insertInto('scans')
    .values({ ...scan, accountId, changedAt: scan.startedAt })
    .execute()
}

/** The scan with its answers in one query, if they may see it: it runs on every request. */
export function findScanOf(db: Database, id: string, viewer: Viewer): Promise<StoredScan | undefined> {
  return scansOf(db, viewer)
    .select(COLUMNS)
    .select(ANSWERS.as('answers'))
    .where('scans.id', '=', id)
    .executeTakeFirst()
}

/** The scans of a browser or an account, last changed first. */
export function listScans(db: Database, viewer: Viewer): Promise<ListedScan[]> {
  return scansOf(db, viewer)
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
  viewer: Viewer,
): Promise<StoredScan | undefined> {
  await scansOf(trx, viewer)
    .select('scans.id')
    .where('scans.id', '=', id)
    .forUpdate('scans')
    .executeTakeFirst()
  return findScanOf(trx, id, viewer)
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

/** Finishing again keeps the first moment. What is finished anew is another version of the answers. */
export async function finishScan(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('scans')
    .set((row) => ({ finishedAt: at, changedAt: at, revision: row('revision', '+', 1) }))
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

/**
 * Puts these scans of a browser into an account, once: no browser and no resume code opens them any more.
 * Gives how many there were.
 */
export async function claimScans(
  db: Database,
  ids: readonly string[],
  browserHash: string,
  accountId: string,
): Promise<number> {
  if (ids.length === 0) return 0
  const claimed = await db
    .with('claimed', (query) =>
      query
        .updateTable('scans')
        .set({ accountId, resumeCodeHash: null })
        .where('id', 'in', ids)
        .where('accountId', 'is', null)
        .where('id', 'in', (scans) =>
          scans.selectFrom('scanBrowsers').select('scanId').where('browserHash', '=', browserHash),
        )
        .returning('id'),
    )
    .with('freed', (query) =>
      query
        .deleteFrom('scanBrowsers')
        .where('scanId', 'in', (scans) => scans.selectFrom('claimed').select('id')),
    )
    .selectFrom('claimed')
    .select((claims) => claims.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(claimed.count)
}

export async function nameScan(db: Database, id: string, name: string): Promise<void> {
  await db.updateTable('scans').set({ name }).where('id', '=', id).execute()
}

/** The finished scans of an instrument that they may see, with their answers, oldest first. */
export function listFinishedScans(db: Database, viewer: Viewer, instrument: string): Promise<FinishedScan[]> {
  return scansOf(db, viewer)
    .select(COLUMNS)
    .select(ANSWERS.as('answers'))
    .where('scans.instrument', '=', instrument)
    .where('scans.finishedAt', 'is not', null)
    .$narrowType<{ finishedAt: NotNull }>()
    .orderBy('scans.finishedAt')
    .orderBy('scans.id')
    .execute()
}

function scansOf(db: Database, { browser, account }: Viewer) {
  return db.selectFrom('scans').where((scans) =>
    scans.or([
      scans('scans.accountId', '=', account),
      scans.and([
        scans('scans.accountId', 'is', null),
        scans(
          'scans.id',
          'in',
          scans
            .selectFrom('scanBrowsers')
            .select('scanId')
            .where('browserHash', '=', browser ?? ''),
        ),
      ]),
    ]),
  )
}
