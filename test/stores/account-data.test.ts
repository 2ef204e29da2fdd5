import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOT_GIVEN_OUT, readAccountData } from '#database/account-data.ts'
import { eraseAccount } from '#database/account-erasure.ts'
import { eraseUnusedAccount } from '#database/account-retention.ts'
import { publishInstrumentVersion } from '#database/instruments.ts'
import { forgetMail } from '#database/mails.ts'
import {
  type Catalogue,
  columnsOfNobody,
  dump,
  type Planted,
  plant,
  readCatalogue,
  tablesOfPeople,
} from './personal-tables.ts'
import { INSTRUMENT } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

/**
 * What stands in no table of anybody. An invitation is found by its address: whoever invites does not know whose
 * account that is. `attempts` are hashes, without an address, that go after a day. A contributor is
 * a random word that is nobody's any more when the account is gone; a version is a hash of the scan it was. The notes
 * of a meeting are the group's. A guest of a meeting is a phone with a random number, that goes when the meeting ends.
 * The log of what administrators did has the address of that moment, for two years, also when the account is gone.
 * Actions that hang on a scan are of whoever the scan is of; those of a group, in the same table, are of nobody: who
 * does what is a role or a name as a group wrote it down, and stays when somebody goes.
 */
const OF_NOBODY = `
  attempts: count since subject_hash
  audit_entries: about action address at id
  benchmark_contributions: contributor lot_id version
  benchmark_lots: benchmark_id id organisation_kind role
  benchmarks: content content_hash id instrument instrument_version number released_at
  drafts: base_version changed_at conflicts content created_at id instrument publication publish_at revision shipped_version title
  groups: created_at id instrument kind name
  instrument_versions: content content_hash instrument origin published_at shipped_version version
  invitations: address address_key id invited_at name revoked_at round_id
  job_runs: failed_at name succeeded_at
  link_checks: checked_at detail failures first_failed_at link outcome
  meeting_guests: id meeting_id seen_at token_hash
  meeting_notes: id meeting_id statement text written_at
  meeting_outcomes: meeting_id outcome step told_at
  meeting_votes: choices guest_id meeting_id step
  meetings: dilemma ended_at entry_code group_id id looks_back round_id silent_until started_at statements step
  migrations: applied_at content_hash name
  releases: content content_hash id instrument instrument_version released_at round_id
  rounds: closed_at closes_at group_id id instrument instrument_version least link_hash number opened_at progress_counted_at progress_from progress_to reminded_at reminded_by_itself
  search_editions: edition made_at
  search_words: documents edition stem weights word
  talks: changed_at round_id statements
  told_contributions: contributor release_id role version
  use_quarters: counted_at quarter
  use_releases: content content_hash instrument instrument_version quarter released_at
  waiting_versions: arrived_at content content_hash instrument version`

onEachStore('what is kept of somebody', (kind) => {
  let store: TestDatabase
  let catalogue: Catalogue
  let noor: Planted[]
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    await publishInstrumentVersion(store.db, INSTRUMENT)
    catalogue = await readCatalogue(store.db)
    noor = await plantPerson('noor')
    await plantPerson('sem')
  }, 60_000)
  afterAll(() => store.close())

  /** A row in every table that leads to an account, and a letter that nobody linked. */
  async function plantPerson(person: string): Promise<Planted[]> {
    const address = `merk-${person}@voorbeeld.nl`
    const { instrument, version } = INSTRUMENT
    await sql`insert into groups (id, name, instrument, kind, created_at)
      values (${`groep-${person}`}, 'Groep', ${instrument}, 'confidential', now())`.execute(store.db)
    await sql`insert into rounds
      (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at)
      values (${`ronde-${person}`}, ${`groep-${person}`}, 1, ${instrument}, ${version}, 5, now(), now())`.execute(
      store.db,
    )
    await sql`insert into drafts
      (id, instrument, base_version, title, content, conflicts, created_at, changed_at)
      values (${`concept-${person}`}, ${instrument}, ${version}, 'Concept', '{}', '[]', now(), now())`.execute(
      store.db,
    )
    const planted = await plant(store.db, catalogue, person, {
      accounts: { address, address_key: address, plan_letter_on: '2026-12-04' },
      mails: { address },
      mail_proofs: { address },
      scans: { instrument, instrument_version: version },
      plan_actions: {
        group_id: null,
        round_id: null,
        statement: null,
        first_step_on: '2026-12-07',
        due_on: '2027-03-01',
      },
      plan_reminders: { group_id: null },
      plan_days_told: { day: '2026-12-07', told_on: '2026-12-04' },
      group_organisers: { group_id: `groep-${person}` },
      round_members: { round_id: `ronde-${person}` },
      join_requests: { round_id: `ronde-${person}` },
      draft_editors: { draft_id: `concept-${person}` },
    })
    await sql`insert into invitations (id, round_id, address, address_key, name, invited_at)
      values (${`merk-${person}-uitnodiging`}, ${`ronde-${person}`}, ${address}, ${address}, '', now())`.execute(
      store.db,
    )
    await sql`insert into mails (id, kind, address, account_id, requested_at, next_try_at)
      values (${`merk-${person}-los`}, 'sign-up', ${address.toUpperCase()}, null, now(), now())`.execute(
      store.db,
    )
    return planted
  }

  test('is found in every table that leads to an account, and given to them to the letter', async () => {
    const tables = tablesOfPeople(catalogue)
    console.log(`${tables.length} tables lead to an account, on ${kind}: ${tables.join(', ')}`)
    expect(tables.length).toBeGreaterThanOrEqual(14)
    expect(await missingFromExport(noor)).toEqual([])
    const given = noor.filter(({ table, column }) => !isNotGivenOut(table, column))
    console.log(
      `${given.length} of ${noor.length} values of one person are given out, 0 are missing, on ${kind}`,
    )
  })

  test('holds nothing of anybody else, nor of what opens a door', async () => {
    const given = JSON.stringify(await readAccountData(store.db, idOf(noor)))
    expect(given).not.toContain('merk-sem')
    expect(given).toContain('merk-noor-los')
    expect(given).toContain('merk-noor-uitnodiging')
    const secrets = noor.filter(
      ({ table, column }) => isNotGivenOut(table, column) && column !== 'account_id',
    )
    const leaked = secrets.filter(({ value }) => isMarker(value) && given.includes(`"${value}"`))
    // Both are given under another name: the address, and the id of the scan.
    expect(leaked.map(({ table, column }) => `${table}.${column}`)).toEqual([
      'accounts.address_key',
      'scan_browsers.scan_id',
    ])
  })

  test('is in no other table: every column of those is known', () => {
    expect(columnsOfNobody(catalogue)).toEqual(readColumns(OF_NOBODY))
  })

  test('what is not given out is named by columns that exist', () => {
    const known = new Set(catalogue.columns.map(({ table, column }) => `${camel(table)}.${camel(column)}`))
    const named = Object.entries(NOT_GIVEN_OUT).flatMap(([table, all]) =>
      all.map((column) => `${table}.${column}`),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  test('is gone at once when the account is erased; what is of somebody else stays, and no sum is kept', async () => {
    const before = await dump(store.db, catalogue)
    await eraseAccount(store.db, idOf(noor))
    const after = await dump(store.db, catalogue)
    expect(leftOf('noor', after)).toEqual([])
    // Not one row is new or different: nothing of them was added up to be kept.
    expect(after).toEqual(before.filter((row) => !row.toLowerCase().includes('merk-noor')))
    console.log(
      `erased ${before.length - after.length} of ${before.length} rows, 0 of them somebody else’s, on ${kind}`,
    )
  })

  test('leaves one thing when nobody used it for too long: the letter that says so, until it is sent', async () => {
    const iris = idOf(await plantPerson('iris'))
    const farewell = { id: 'farewell', address: 'merk-iris@voorbeeld.nl', requestedAt: new Date() }
    const unused = { id: iris, address: farewell.address, usedAt: new Date(), warnings: 7, warnedAt: null }
    expect(await eraseUnusedAccount(store.db, unused, farewell)).toBe(1)
    const left = leftOf('iris', await dump(store.db, catalogue))
    expect(left).toHaveLength(1)
    expect(left[0]).toContain('"kind": "account-erased"')
    await forgetMail(store.db, farewell.id)
    expect(leftOf('iris', await dump(store.db, catalogue))).toEqual([])
  })

  test('control: a new table or column that nobody thought of is noticed', async () => {
    await sql`create table forgotten (account_id text references accounts (id) on delete set null, remark text)`.execute(
      store.db,
    )
    await sql`create table newsletter (address text)`.execute(store.db)
    await sql`alter table accounts add column shoe_size text`.execute(store.db)
    catalogue = await readCatalogue(store.db)
    const mara = await plantPerson('mara')
    expect(await missingFromExport(mara)).toEqual([
      'accounts.shoe_size',
      'forgotten.account_id',
      'forgotten.remark',
    ])
    const unknown = columnsOfNobody(catalogue).filter((name) => !readColumns(OF_NOBODY).includes(name))
    expect(unknown).toEqual(['newsletter.address'])
    await eraseAccount(store.db, idOf(mara))
    expect(leftOf('mara', await dump(store.db, catalogue))).toEqual([
      'forgotten: {"remark": "merk-mara-forgotten-remark", "account_id": null}',
    ])
  })

  /** What was planted and is neither in its place in the export nor on the list of what is not given out. */
  async function missingFromExport(planted: Planted[]): Promise<string[]> {
    const data: Record<string, unknown> = await readAccountData(store.db, idOf(planted))
    const isGiven = ({ table, column, value }: Planted) =>
      [data[camel(table)]]
        .flat()
        .some((row) => isRecord(row) && JSON.stringify(row[camel(column)]) === JSON.stringify(value))
    return planted
      .filter((one) => !isNotGivenOut(one.table, one.column) && !isGiven(one))
      .map(({ table, column }) => `${table}.${column}`)
      .sort()
  }
})

function readColumns(list: string): string[] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [table = '', columns = ''] = line.trim().split(': ')
      return columns.split(' ').map((column) => `${table}.${column}`)
    })
}

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

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
