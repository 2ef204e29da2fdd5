import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { MailProofPurpose } from '#domain/account.ts'
import type { AuditAction, AuditSubject } from '#domain/audit.ts'
import type { Benchmark } from '#domain/benchmark.ts'
import type { DecidedPublication } from '#domain/draft.ts'
import type { GroupKind } from '#domain/group.ts'
import type { MailKind } from '#domain/letter.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import type { Permission } from '#domain/permissions.ts'
import type { ActionStatus } from '#domain/plan.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import type { Release } from '#domain/release.ts'
import type { PasskeyPurpose } from '#domain/second-factor.ts'
import type { Conflict } from '#domain/three-way.ts'
import type { UseRelease } from '#domain/use-release.ts'
import type { VoteOutcome } from '#domain/vote.ts'

/** The rows of every table, with the names as the queries write them (`scan_id` is `scanId`). */
export type Tables = {
  migrations: MigrationsTable
  instrumentVersions: InstrumentVersionsTable
  waitingVersions: WaitingVersionsTable
  drafts: DraftsTable
  draftEditors: DraftEditorsTable
  auditEntries: AuditEntriesTable
  useReleases: UseReleasesTable
  useQuarters: UseQuartersTable
  jobRuns: JobRunsTable
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
  groups: GroupsTable
  groupOrganisers: GroupOrganisersTable
  rounds: RoundsTable
  invitations: InvitationsTable
  joinRequests: JoinRequestsTable
  roundMembers: RoundMembersTable
  sentAnswers: SentAnswersTable
  planActions: PlanActionsTable
  planReminders: PlanRemindersTable
  planDaysTold: PlanDaysToldTable
  talks: TalksTable
  meetings: MeetingsTable
  meetingGuests: MeetingGuestsTable
  meetingVotes: MeetingVotesTable
  meetingOutcomes: MeetingOutcomesTable
  meetingNotes: MeetingNotesTable
  releases: ReleasesTable
  toldContributions: ToldContributionsTable
  benchmarks: BenchmarksTable
  benchmarkLots: BenchmarkLotsTable
  benchmarkContributions: BenchmarkContributionsTable
}

type MigrationsTable = { name: string; contentHash: string; appliedAt: Generated<Date> }

type InstrumentVersionsTable = {
  instrument: string
  version: string
  contentHash: string
  content: JSONColumnType<object>
  publishedAt: Date
  origin: Generated<'shipped' | 'local'>
  shippedVersion: string | null
}

type WaitingVersionsTable = {
  instrument: string
  version: string
  contentHash: string
  content: JSONColumnType<PublishedInstrument>
  arrivedAt: Date
}

type DraftsTable = {
  id: string
  instrument: string
  baseVersion: string
  title: string
  content: JSONColumnType<PublishedInstrument>
  conflicts: JSONColumnType<Conflict[]>
  shippedVersion: string | null
  revision: Generated<number>
  createdAt: Date
  changedAt: Date
  publishAt: Date | null
  publication: ColumnType<DecidedPublication | null, string | null, string | null>
}

type UseReleasesTable = {
  instrument: string
  instrumentVersion: string
  quarter: string
  releasedAt: Date
  content: JSONColumnType<UseRelease>
  contentHash: string
}

type UseQuartersTable = { quarter: string; countedAt: Date }

type JobRunsTable = { name: string; succeededAt: Date | null; failedAt: Date | null }

type DraftEditorsTable = { draftId: string; accountId: string }

type AuditEntriesTable = {
  id: GeneratedAlways<string>
  at: Date
  address: string
  action: AuditAction
  about: JSONColumnType<AuditSubject>
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
  revision: Generated<number>
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
  contributor: Generated<string>
  planLetterOn: string | null
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
  about: string | null
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

type GroupsTable = { id: string; name: string; instrument: string; kind: GroupKind; createdAt: Date }

type GroupOrganisersTable = { groupId: string; accountId: string; name: string; message: string }

type RoundsTable = {
  id: string
  groupId: string
  number: number
  instrument: string
  instrumentVersion: string
  least: number
  openedAt: Date
  closesAt: Date
  closedAt: Date | null
  linkHash: string | null
  remindedAt: Date | null
  remindedByItself: Generated<boolean>
  progressFrom: number | null
  progressTo: number | null
  progressCountedAt: Date | null
}

type InvitationsTable = {
  id: string
  roundId: string
  address: string
  addressKey: string
  name: string
  invitedAt: Date
  revokedAt: Date | null
}

type JoinRequestsTable = { id: string; roundId: string; accountId: string; name: string; askedAt: Date }

type RoundMembersTable = {
  id: string
  roundId: string
  accountId: string
  addressHash: string
  role: string | null
  joinedAt: Date
  scanId: string | null
}

/** `answers` by the id of the statement; null where there is none. */
type SentAnswersTable = {
  memberId: string
  scanId: string
  version: string
  answers: JSONColumnType<Record<string, string | null>>
  sentAt: Date
  sharedName: string | null
}

/** Of a group, and then with a round, or of a scan. Days as "2026-12-07". */
type PlanActionsTable = {
  id: string
  groupId: string | null
  roundId: string | null
  scanId: string | null
  statement: string | null
  tip: string | null
  what: string
  who: string
  firstStep: string
  firstStepOn: string | null
  dueOn: string | null
  status: ActionStatus
  remark: string
  revision: Generated<number>
  createdAt: Date
  changedAt: Date
}

/** About a plan of a group, or of a scan. */
type PlanRemindersTable = {
  accountId: string
  groupId: string | null
  scanId: string | null
  askedAt: Date
}

/** Days as "2026-12-07". */
type PlanDaysToldTable = { accountId: string; actionId: string; day: string; toldOn: string }

type TalksTable = { roundId: string; statements: string[]; changedAt: Date }

type MeetingsTable = {
  id: string
  groupId: string
  roundId: string
  looksBack: boolean
  dilemma: string | null
  statements: string[]
  entryCode: string | null
  step: string
  silentUntil: Date | null
  startedAt: Date
  endedAt: Date | null
}

type MeetingGuestsTable = { id: string; meetingId: string; tokenHash: string; seenAt: Date }

type MeetingVotesTable = { meetingId: string; step: string; guestId: string; choices: string[] }

type MeetingOutcomesTable = {
  meetingId: string
  step: string
  outcome: JSONColumnType<VoteOutcome>
  toldAt: Date
}

type MeetingNotesTable = {
  id: string
  meetingId: string
  statement: string | null
  text: string
  writtenAt: Date
}

type ReleasesTable = {
  id: string
  roundId: string
  instrument: string
  instrumentVersion: string
  releasedAt: Date
  content: JSONColumnType<Release>
  contentHash: string
}

type ToldContributionsTable = { releaseId: string; version: string; contributor: string; role: string | null }

type BenchmarksTable = {
  id: Generated<number>
  instrument: string
  instrumentVersion: string
  number: number
  releasedAt: Date
  content: JSONColumnType<Benchmark>
  contentHash: string
}

type BenchmarkLotsTable = {
  id: Generated<number>
  benchmarkId: number
  role: string | null
  organisationKind: string | null
}

type BenchmarkContributionsTable = { version: string; lotId: number; contributor: string }
