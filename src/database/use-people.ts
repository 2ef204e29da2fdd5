import { sql } from 'kysely'
import type { DatabaseTransaction } from './connect.ts'

/** A scan that was begun in a quarter: whose, how long it took, and which statements have an answer. Never which one. */
export type ScanInUse = {
  instrument: string
  instrumentVersion: string
  contributor: string
  organisation: string
  startedAt: Date
  changedAt: Date
  finishedAt: Date | null
  answered: string[]
}

/**
 * The scans that were begun between two moments. A person is an account or, without one, a browser; of a scan that
 * several browsers have, the same one counts each time.
 */
export async function listScansInUse(
  trx: DatabaseTransaction,
  { from, until }: { from: Date; until: Date },
): Promise<ScanInUse[]> {
  const { rows } = await sql<ScanInUse>`
    select scans.instrument, scans.instrument_version,
      coalesce(accounts.contributor,
        (select min(browser_hash) from scan_browsers where scan_id = scans.id), scans.id) as contributor,
      coalesce(accounts.organisation, '') as organisation,
      scans.started_at, scans.changed_at, scans.finished_at,
      coalesce((select array_agg(statement) from scan_answers
        where scan_id = scans.id and answer is not null), '{}'::text[]) as answered
    from scans left join accounts on accounts.id = scans.account_id
    where scans.started_at >= ${from} and scans.started_at < ${until}`.execute(trx)
  return rows
}
