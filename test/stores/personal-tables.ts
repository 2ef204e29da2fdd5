import { sql } from 'kysely'
import type { Database } from '#database/connect.ts'

/** A column as the database itself describes it. `allowed` are the words that a check lets in, if it names any. */
export type Column = { table: string; column: string; type: string; allowed: string[] }

/** From one column to another, as a foreign key says. */
type Link = { table: string; column: string; toTable: string; toColumn: string }

export type Catalogue = { columns: Column[]; links: Link[] }

/** What the database says of its own tables; nothing here is written down by hand. */
export async function readCatalogue(db: Database): Promise<Catalogue> {
  const columns = await sql<{ table: string; column: string; type: string }>`
    select table_name as "table", column_name as "column", data_type as "type"
    from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`.execute(db)
  const links = await sql<Link>`
    select c.conrelid::regclass::text as "table", a.attname as "column",
      c.confrelid::regclass::text as "toTable", f.attname as "toColumn"
    from pg_constraint c, unnest(c.conkey, c.confkey) as keys(here, there), pg_attribute a, pg_attribute f
    where c.contype = 'f' and a.attrelid = c.conrelid and a.attnum = keys.here
      and f.attrelid = c.confrelid and f.attnum = keys.there`.execute(db)
  const checks = await sql<{ table: string; text: string }>`
    select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as "text"
    from pg_constraint where contype = 'c'`.execute(db)
  const allowed = ({ table, column }: { table: string; column: string }) =>
    checks.rows
      .filter(({ table: of, text }) => of === table && text.includes(`((${column} = ANY`))
      .flatMap(({ text }) => [...text.matchAll(/'([^']+)'::text/g)].map(([, word = '']) => word))
  return {
    columns: columns.rows.map((column) => ({ ...column, allowed: allowed(column) })),
    links: links.rows,
  }
}

/** Every table from which links lead to accounts, however many steps; each after those that it has a link to. */
export function tablesOfPeople({ links }: Catalogue): string[] {
  const found = ['accounts']
  for (const table of found) {
    for (const link of links)
      if (link.toTable === table && !found.includes(link.table)) found.push(link.table)
  }
  const ordered: string[] = []
  const waitsFor = (table: string) =>
    links.some(
      (link) =>
        link.table === table &&
        link.toTable !== table &&
        found.includes(link.toTable) &&
        !ordered.includes(link.toTable),
    )
  while (ordered.length < found.length) {
    const next = found.find((table) => !ordered.includes(table) && !waitsFor(table))
    if (!next) throw new Error('tables have links to each other in a circle')
    ordered.push(next)
  }
  return ordered
}

/** Every column of the tables from which no link leads to accounts: what they hold has to be looked at by somebody. */
export function columnsOfNobody(catalogue: Catalogue): string[] {
  const people = tablesOfPeople(catalogue)
  return catalogue.columns
    .filter(({ table }) => !people.includes(table))
    .map(({ table, column }) => `${table}.${column}`)
    .sort()
}

export type Planted = { table: string; column: string; value: unknown }

/**
 * One row for this person in every table that leads to accounts, with a marker of their own in every column that can
 * hold one, so that it can be found again wherever it goes.
 */
export async function plant(
  db: Database,
  catalogue: Catalogue,
  person: string,
  given: Record<string, Record<string, unknown>>,
): Promise<Planted[]> {
  const rows: Record<string, Record<string, unknown>> = {}
  for (const table of tablesOfPeople(catalogue)) {
    const row: Record<string, unknown> = {}
    rows[table] = row
    for (const column of catalogue.columns.filter((one) => one.table === table)) {
      const link = catalogue.links.find((one) => one.table === table && one.column === column.column)
      const parent = link && rows[link.toTable]?.[link.toColumn]
      row[column.column] =
        given[table] && column.column in given[table]
          ? given[table][column.column]
          : (parent ?? valueFor(column, person))
    }
    const names = Object.keys(row)
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => row[name]))})`.execute(db)
  }
  return Object.entries(rows).flatMap(([table, row]) =>
    Object.entries(row).map(([column, value]) => ({ table, column, value })),
  )
}

function valueFor({ table, column, type, allowed }: Column, person: string): unknown {
  if (allowed.length > 0) return allowed[0]
  const marker = markerOf(person, table, column)
  if (type === 'text') return marker
  if (type === 'ARRAY') return [marker]
  if (type === 'jsonb') return { marker }
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'bigint') return 7
  if (type.startsWith('timestamp')) return momentOf(marker)
  throw new Error(`say what a column of the type ${type} is to hold: ${table}.${column}`)
}

/** A moment of its own for each column, so that it is known again as well. */
function momentOf(marker: string): Date {
  const seconds = [...marker].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7)
  return new Date(Date.parse('2026-11-01T12:00:00Z') + seconds * 1000)
}

function markerOf(person: string, table: string, column: string): string {
  return `merk-${person}-${table}-${column}`.replaceAll('_', '-')
}

/** Every row of every table as text, for looking whether something is in it. */
export async function dump(db: Database, { columns }: Catalogue): Promise<string[]> {
  const rows: string[] = []
  for (const table of new Set(columns.map((column) => column.table))) {
    const found = await sql<{ text: string }>`
      select ${sql.lit(`${table}: `)} || to_jsonb(t)::text as text from ${sql.table(table)} t`.execute(db)
    rows.push(...found.rows.map(({ text }) => text))
  }
  return rows.sort()
}
