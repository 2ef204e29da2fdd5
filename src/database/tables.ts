import type { Generated, JSONColumnType } from 'kysely'
import type { LinkCheck } from '#domain/link-check.ts'

/** The rows of every table, with the names as the queries write them (`scan_id` is `scanId`). */
export type Tables = {
  migrations: MigrationsTable
  instrumentVersions: InstrumentVersionsTable
  scans: ScansTable
  scanBrowsers: ScanBrowsersTable
  scanAnswers: ScanAnswersTable
  searchEditions: SearchEditionsTable
  searchWords: SearchWordsTable
  linkChecks: LinkChecksTable
}

type MigrationsTable = { name: string; contentHash: string; appliedAt: Generated<Date> }

type InstrumentVersionsTable = {
  instrument: string
  version: string
  contentHash: string
  content: JSONColumnType<object>
  publishedAt: Date
}

type ScansTable = {
  id: string
  instrument: string
  instrumentVersion: string
  role: string | null
  organisationKind: string | null
  askedBackground: Generated<boolean>
  startedAt: Date
  changedAt: Date
  finishedAt: Date | null
  resumeCodeHash: string | null
}

type ScanBrowsersTable = { scanId: string; browserHash: string }

type ScanAnswersTable = {
  scanId: string
  statement: string
  answer: string | null
  note: string
  changedAt: Date
}

type SearchEditionsTable = { edition: string; madeAt: Date }

type SearchWordsTable = {
  edition: string
  word: string
  stem: string
  documents: number[]
  weights: number[]
}

type LinkChecksTable = LinkCheck
