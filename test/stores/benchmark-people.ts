import { createAccount } from '#database/accounts.ts'
import type { Database } from '#database/connect.ts'
import { createScanOfAccount, finishScan, saveAnswers, saveBackground } from '#database/scans.ts'
import { finishedUntil } from '#domain/benchmark-calendar.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import type { Answers } from '#domain/scan.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { releaseBenchmark } from '#src/release-benchmark.ts'

export const NOW = new Date('2027-01-01T03:00:00Z')
export const LONG_AGO = new Date('2026-11-01T12:00:00Z')
export const K = 5

/** Somebody who finished a scan; what is left out is as it mostly is. */
export type Person = {
  organisation?: string
  role?: string | null
  organisationKind?: string | null
  finishedAt?: Date
  /** By the id of the statement. */
  answers?: Record<string, string | null>
}

let people = 0

/** Makes the account and the finished scan, as if the pages had done it. Gives the ids of both. */
export async function addPerson(
  db: Database,
  instrument: Instrument,
  person: Person = {},
): Promise<{ account: string; scan: string }> {
  people += 1
  const account = systemSecrets.createId()
  const address = `p${people}@${person.organisation ?? `org${people % 4}.nl`}`
  await createAccount(db, { id: account, address, key: address, passwordHash: null, createdAt: LONG_AGO })
  return { account, scan: await addScan(db, instrument, account, person) }
}

/** A finished scan of an account that is there already. */
export async function addScan(
  db: Database,
  instrument: Instrument,
  account: string,
  {
    role = null,
    organisationKind = null,
    finishedAt = LONG_AGO,
    answers = everything(instrument, '3'),
  }: Person,
): Promise<string> {
  const id = systemSecrets.createId()
  const { id: of, version } = instrument
  await createScanOfAccount(
    db,
    { id, instrument: of, instrumentVersion: version, startedAt: finishedAt },
    account,
  )
  const changes = Object.entries(answers).map(([statement, answer]) => ({ statement, answer, note: '' }))
  await db.transaction().execute((trx) => saveAnswers(trx, id, changes, finishedAt))
  await saveBackground(db, id, { role, organisationKind }, finishedAt)
  await finishScan(db, id, finishedAt)
  return id
}

export async function addPeople(
  db: Database,
  instrument: Instrument,
  many: number,
  person: Person = {},
): Promise<void> {
  for (let one = 0; one < many; one += 1) await addPerson(db, instrument, person)
}

/** The same answer to every statement. */
export function everything(instrument: Instrument, answer: string | null): Record<string, string | null> {
  return Object.fromEntries(statementsOf(instrument).map(({ id }) => [id, answer]))
}

/** The same answers as the rules know them. */
export function asAnswers(given: Record<string, string | null>): Answers {
  return Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { answer, note: '' }]))
}

export function release(db: Database, instrument: Instrument, now = NOW) {
  return releaseBenchmark(db, instrument, { now, finishedUntil: finishedUntil(now), k: K })
}
