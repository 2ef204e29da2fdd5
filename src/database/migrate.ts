import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { Database } from './connect.ts'
import { atLeisure } from './postgresql.ts'
import type { Tables } from './tables.ts'

type Migration = { name: string; text: string; hash: string }

/** Any number, as long as it stays the same: nodes that start together take turns on it. */
const MIGRATION_LOCK = 7_425_001

/**
 * Brings the database up to the `.sql` files in the folder, in order of name, each in a transaction of
 * its own. Gives the names of what was applied now. Rejects when a file that was applied before has
 * changed since, or when one turns up in between: migrations only go forward. A database that is ahead
 * of the folder is fine: then a newer version runs beside this one.
 */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const name = await atLeisure(() => db.transaction().execute((trx) => applyNext(trx, migrations)))
    if (!name) return applied
    applied.push(name)
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  if (names.length === 0) throw new Error(`There are no migrations in ${folder}.`)
  return names.sort().map((name) => {
    // Git may have changed the ends of lines on the way here; that is not another migration.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

async function applyNext(trx: Transaction<Tables>, migrations: Migration[]): Promise<string | undefined> {
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx)
  await sql`create table if not exists migrations (
    name text primary key,
    content_hash text not null,
    applied_at timestamptz not null default now()
  )`.execute(trx)
  const done = await trx.selectFrom('migrations').select(['name', 'contentHash']).orderBy('name').execute()
  refuseChanges(migrations, new Map(done.map((row) => [row.name, row.contentHash])))

  const next = migrations[migrations.findIndex(({ name }) => !done.some((row) => row.name === name))]
  if (!next) return undefined
  await sql.raw(next.text).execute(trx)
  await trx.insertInto('migrations').values({ name: next.name, contentHash: next.hash }).execute()
  return next.name
}

function refuseChanges(migrations: Migration[], done: Map<string, string>): void {
  const newest = [...done.keys()].sort().at(-1) ?? ''
  for (const { name, hash } of migrations) {
    const appliedHash = done.get(name)
    if (appliedHash === undefined && name < newest) {
      throw new Error(
        `Migration ${name} comes before ${newest}, which was applied already. Give it a later name.`,
      )
    }
    if (appliedHash !== undefined && appliedHash !== hash) {
      throw new Error(
        `Migration ${name} has changed after it was applied to this database. Put it back, and write what ` +
          'has to change in a new migration. While developing, `npm run db:reset` starts afresh.',
      )
    }
  }
}
