import pg from 'pg'
import { type Instrument, statementsOf } from '#domain/instrument.ts'

/** People of so many organisations, so that none is over half. */
const ORGANISATIONS = 400

/**
 * Fills an empty, migrated database with so many people who each finished one scan of the instrument, two to fourteen
 * months ago, with an answer to every statement. The database writes it itself, without looking whether keys exist:
 * that takes the rights of whoever owns the server. Gives the seconds that it took.
 */
export async function fillWorld(databaseUrl: string, instrument: Instrument, scans: number): Promise<number> {
  const started = performance.now()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const text of statementsFor(instrument, scans)) await client.query(text)
  } finally {
    await client.end()
  }
  return (performance.now() - started) / 1000
}

/** The statements that do so, in order; for a store that is no server too. */
export function statementsFor(instrument: Instrument, scans: number): string[] {
  const listed = (values: string[]) => `array[${values.map(quoted).join(', ')}]`
  const chosen = (values: string[], by: string) => `(${listed(values)})[1 + abs(${by}) % ${values.length}]`
  // As ids are: nothing of the order in which they came is in them.
  const id = (letter: string, number: string) => `'${letter}' || left(md5(${number}::text), 15)`
  return [
    'set session_replication_role = replica',
    "set maintenance_work_mem = '1GB'",
    'alter table scan_answers drop constraint scan_answers_pkey',
    `insert into accounts (id, address, address_key, created_at, used_at)
     select ${id('a', 'n')}, address, address, now(), now() from (
       select n, 'p' || n || '@org' || abs(hashint4(n)) % ${ORGANISATIONS} || '.nl' as address
       from generate_series(1, ${scans}) n) people`,
    `insert into scans (id, instrument, instrument_version, role, organisation_kind, asked_background, started_at,
       changed_at, finished_at, account_id, revision)
     select ${id('s', 'n')}, ${quoted(instrument.id)}, ${quoted(instrument.version)},
       ${chosen(
         instrument.roles.map((role) => role.id),
         'hashint4(n + 1)',
       )},
       ${chosen(
         instrument.organisationKinds.map((kind) => kind.id),
         'hashint4(n + 2)',
       )},
       true, day, day, day, ${id('a', 'n')}, 1
     from generate_series(1, ${scans}) n,
       lateral (select now() - make_interval(days => 60 + abs(hashint4(n + 3)) % 365) as day) then_`,
    `insert into scan_answers (scan_id, statement, answer, changed_at)
     select ${id('s', 'n')}, statement, ${chosen(
       instrument.answers.map((answer) => answer.id),
       'hashint4(n * 64 + place::integer)',
     )}, now()
     from generate_series(1, ${scans}) n,
       unnest(${listed(statementsOf(instrument).map((statement) => statement.id))}) with ordinality as s (statement, place)`,
    'alter table scan_answers add primary key (scan_id, statement)',
    'set session_replication_role = origin',
    'vacuum analyze accounts, scans, scan_answers',
  ]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
