import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOT_GIVEN_OUT, readAccountData } from '#database/account-data.ts'
import { eraseAccount } from '#database/account-erasure.ts'
import { publishInstrumentVersion } from '#database/instruments.ts'
import {
  type Catalogue,
  dump,
  type Planted,
  plant,
  readCatalogue,
  tablesOfPeople,
} from './personal-tables.ts'
import { INSTRUMENT } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('what is kept of somebody', (kind) => {
  let store: TestDatabase
  beforeEach(async () => {
    store = await openTestDatabase(kind)
    await publishInstrumentVersion(store.db, INSTRUMENT)
  }, 60_000)
  afterEach(() => store.close())

  /** Noor and Sem, each with a row in every table that leads to an account, and a letter that nobody linked. */
  async function plantBoth() {
    const catalogue = await readCatalogue(store.db)
    const noor = await plantPerson(catalogue, 'noor')
    const sem = await plantPerson(catalogue, 'sem')
    return { catalogue, noor, sem, noorId: idOf(noor) }
  }

  async function plantPerson(catalogue: Catalogue, person: string): Promise<Planted[]> {
    const address = `merk-${person}@voorbeeld.nl`
    const { instrument, version } = INSTRUMENT
    const planted = await plant(store.db, catalogue, person, {
      accounts: { address, address_key: address },
      mails: { address },
      mail_proofs: { address },
      scans: { instrument, instrument_version: version },
    })
    await sql`insert into mails (id, kind, address, account_id, requested_at, next_try_at)
      values (${`merk-${person}-los`}, 'sign-up', ${address.toUpperCase()}, null, now(), now())`.execute(
      store.db,
    )
    return planted
  }

  test('is found in every table that leads to an account', async () => {
    const { catalogue, noorId } = await plantBoth()
    const tables = tablesOfPeople(catalogue)
    console.log(`${tables.length} tables lead to an account, on ${kind}: ${tables.join(', ')}`)
    expect(tables.length).toBeGreaterThanOrEqual(14)
    expect(await missingFromExport(catalogue, noorId, 'noor')).toEqual([])
  })

  test('is given to them, and nothing of anybody else or of what opens a door', async () => {
    const { noor, noorId } = await plantBoth()
    const given = JSON.stringify(await readAccountData(store.db, noorId))
    expect(given).not.toContain('merk-sem')
    const secrets = noor.filter(
      ({ table, column }) => isNotGivenOut(table, column) && column !== 'account_id',
    )
    const leaked = secrets.filter(({ value }) => isMarker(value) && given.includes(`"${value}"`))
    expect(leaked.map(({ table, column }) => `${table}.${column}`)).toEqual([
      'accounts.address_key',
      'scan_browsers.scan_id',
    ])
  })

  test('is gone at once when the account is erased; what is of somebody else stays', async () => {
    const { catalogue, noorId } = await plantBoth()
    const before = await dump(store.db, catalogue)
    await eraseAccount(store.db, noorId)
    const after = await dump(store.db, catalogue)
    expect(leftOf('noor', after)).toEqual([])
    expect(after).toEqual(before.filter((row) => !row.toLowerCase().includes('merk-noor')))
    console.log(
      `erased ${before.length - after.length} of ${before.length} rows, 0 of them somebody else’s, on ${kind}`,
    )
  })

  test('control: a new table or column that nobody thought of is noticed', async () => {
    await sql`create table forgotten (account_id text references accounts (id) on delete set null, remark text)`.execute(
      store.db,
    )
    await sql`alter table accounts add column shoe_size text`.execute(store.db)
    const { catalogue, noorId } = await plantBoth()
    expect(await missingFromExport(catalogue, noorId, 'noor')).toEqual([
      'accounts.shoe_size',
      'forgotten.account_id',
      'forgotten.remark',
    ])
    await eraseAccount(store.db, noorId)
    expect(leftOf('noor', await dump(store.db, catalogue))).toEqual([
      'forgotten: {"remark": "merk-noor-forgotten-remark", "account_id": null}',
    ])
  })

  test('what is not given out is named by columns that exist', async () => {
    const { columns } = await readCatalogue(store.db)
    const known = new Set(columns.map(({ table, column }) => `${camel(table)}.${camel(column)}`))
    const named = Object.entries(NOT_GIVEN_OUT).flatMap(([table, all]) =>
      all.map((column) => `${table}.${column}`),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  /** The columns of this person that are neither in the export nor on the list of what is not given out. */
  async function missingFromExport(catalogue: Catalogue, id: string, person: string): Promise<string[]> {
    const data: Record<string, unknown> = await readAccountData(store.db, id)
    const people = tablesOfPeople(catalogue)
    const missing = catalogue.columns.filter(({ table, column }) => {
      if (!people.includes(table) || isNotGivenOut(table, column)) return false
      const rows = [data[camel(table)]].flat()
      return !rows.some(
        (row) =>
          isRecord(row) && camel(column) in row && !JSON.stringify(row).includes(`merk-${other(person)}`),
      )
    })
    return missing.map(({ table, column }) => `${table}.${column}`).sort()
  }
})

function leftOf(person: string, rows: string[]): string[] {
  return rows.filter((row) => row.toLowerCase().includes(`merk-${person}`))
}

function isNotGivenOut(table: string, column: string): boolean {
  return NOT_GIVEN_OUT[camel(table)]?.includes(camel(column)) ?? false
}

function idOf(planted: Planted[]): string {
  return String(planted.find(({ table, column }) => table === 'accounts' && column === 'id')?.value)
}

function isMarker(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('merk-')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function other(person: string): string {
  return person === 'noor' ? 'sem' : 'noor'
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
