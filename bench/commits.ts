import { sql } from 'kysely'
import pg from 'pg'
import { openDatabase } from '#database/connect.ts'
import { AT_A_TIME, type Cost, measure } from './crowd.ts'
import { type Meter, ownMeter } from './processor-time.ts'
import { together } from './together.ts'

/** A participant saves four pages: each has to be on the disk before the next is shown. */
export const COMMITS_PER_PARTICIPANT = 4
const PARTICIPANTS = 500
const WARM_UP = 50

const TABLE = 'create table bench_commits (id bigint generated always as identity primary key, answer text)'
const INSERT = 'insert into bench_commits (answer) values ($1)'

/** The ceiling of saving on PostgreSQL: one row, one commit, nothing in between. */
export async function measureCommitsOnPostgresql(url: string, database: Meter | undefined): Promise<Cost> {
  const pool = new pg.Pool({ connectionString: url, max: AT_A_TIME })
  try {
    await pool.query(TABLE)
    const commit = async () => void (await pool.query({ name: 'commit', text: INSERT, values: ['3'] }))
    return await measureCommits(commit, database)
  } finally {
    await pool.end()
  }
}

/** The same on the embedded store, with the syncing that the product asks of it. */
export async function measureCommitsOnEmbedded(dataDir: string): Promise<Cost> {
  const { db, close } = await openDatabase({ dataDir })
  try {
    await sql.raw(TABLE).execute(db)
    return await measureCommits(
      async () => void (await sql`insert into bench_commits (answer) values (${'3'})`.execute(db)),
      undefined,
    )
  } finally {
    await close()
  }
}

async function measureCommits(commit: () => Promise<void>, database: Meter | undefined): Promise<Cost> {
  const commits = (participants: number) => Array.from({ length: participants * COMMITS_PER_PARTICIPANT })
  await together(commits(WARM_UP), AT_A_TIME, commit)
  const work = () => together(commits(PARTICIPANTS), AT_A_TIME, commit)
  return measure({ app: ownMeter, database }, PARTICIPANTS, work)
}
