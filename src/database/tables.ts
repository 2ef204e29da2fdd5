import type { Generated, JSONColumnType } from 'kysely'
import type { MailProofPurpose } from '#domain/account.ts'
import type { MailKind } from '#domain/letter.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import type { Permission } from '#domain/permissions.ts'
import type { PasskeyPurpose } from '#domain/second-factor.ts'

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
  accounts: AccountsTable
  sessions: SessionsTable
  mailProofs: MailProofsTable
  mails: MailsTable
  attempts: AttemptsTable
  authenticators: AuthenticatorsTable
  recoveryCodes: RecoveryCodesTable
  passkeys: PasskeysTable
  passkeyChallenges: PasskeyChallengesTable
  pendingSignIns: PendingSignInsTable
  organisationLinks: OrganisationLinksTable
  organisationAttempts: OrganisationAttemptsTable
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
  accountId: string | null
  name: Generated<string>
  startedFrom: string | null
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

type AccountsTable = {
  id: string
  address: string
  addressKey: string
  passwordHash: string | null
  name: Generated<string>
  role: string | null
  organisation: Generated<string>
  organisationKind: string | null
  permission: Generated<Permission>
  createdAt: Date
  usedAt: Date
  warnings: Generated<number>
  warnedAt: Date | null
}

type SessionsTable = {
  tokenHash: string
  id: string
  accountId: string
  device: string
  stays: boolean
  createdAt: Date
  provedAt: Date
  expiresAt: Date
}

type MailProofsTable = {
  tokenHash: string
  purpose: MailProofPurpose
  accountId: string | null
  address: string
  expiresAt: Date
}

type MailsTable = {
  id: string
  kind: MailKind
  address: string
  accountId: string | null
  requestedAt: Date
  nextTryAt: Date
  tries: Generated<number>
}

type AttemptsTable = { subjectHash: string; count: number; since: Date }

type AuthenticatorsTable = {
  accountId: string
  secret: string
  createdAt: Date
  lastStep: Generated<number>
  confirmedAt: Date | null
}

type RecoveryCodesTable = { codeHash: string; accountId: string }

type PasskeysTable = {
  id: string
  accountId: string
  publicKey: string
  counter: number
  transports: string[]
  name: string
  createdAt: Date
  usedAt: Date | null
}

type PasskeyChallengesTable = {
  challengeHash: string
  purpose: PasskeyPurpose
  accountId: string | null
  expiresAt: Date
}

type PendingSignInsTable = { tokenHash: string; accountId: string; stays: boolean; expiresAt: Date }

type OrganisationLinksTable = { issuer: string; subject: string; accountId: string; linkedAt: Date }

type OrganisationAttemptsTable = {
  stateHash: string
  browserHash: string
  nonce: string
  verifier: string
  nextPath: string
  accountId: string | null
  expiresAt: Date
}
