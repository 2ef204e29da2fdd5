import type { Database } from './connect.ts'
import { listPasskeys } from './passkeys.ts'

/**
 * What is kept of somebody and not given out, because it is a lock and not about them: hashes that open
 * something, numbers that only count, and what is empty in everything of theirs.
 */
export const NOT_GIVEN_OUT: Record<string, readonly string[]> = {
  accounts: ['passwordHash', 'addressKey'],
  sessions: ['tokenHash', 'accountId'],
  mailProofs: ['tokenHash', 'accountId'],
  mails: ['accountId'],
  scans: ['resumeCodeHash', 'accountId'],
  scanAnswers: [],
  scanBrowsers: ['scanId', 'browserHash'],
  authenticators: ['accountId', 'secret', 'lastStep'],
  recoveryCodes: ['accountId', 'codeHash'],
  passkeys: ['accountId', 'publicKey', 'counter'],
  passkeyChallenges: ['accountId', 'challengeHash'],
  pendingSignIns: ['accountId', 'tokenHash'],
  organisationLinks: ['accountId'],
  organisationAttempts: ['accountId', 'stateHash', 'browserHash', 'nonce', 'verifier'],
  groupOrganisers: ['accountId'],
  roundMembers: ['accountId', 'addressHash'],
  sentAnswers: [],
  planActions: ['groupId', 'roundId'],
  joinRequests: ['accountId'],
  planReminders: ['accountId'],
  planDaysTold: ['accountId'],
  draftEditors: ['accountId'],
}

export type AccountData = Awaited<ReturnType<typeof readAccountData>>

/** Everything that is kept of an account, by the tables it stands in. */
export async function readAccountData(db: Database, account: string) {
  const ofAccount = await db
    .selectFrom('accounts')
    .select([
      'id',
      'address',
      'name',
      'role',
      'organisation',
      'organisationKind',
      'permission',
      'createdAt',
      'usedAt',
      'warnings',
      'warnedAt',
      'contributor',
      'planLetterOn',
    ])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const scans = await db
    .selectFrom('scans')
    .select([
      'id',
      'instrument',
      'instrumentVersion',
      'name',
      'role',
      'organisationKind',
      'askedBackground',
      'startedAt',
      'startedFrom',
      'changedAt',
      'finishedAt',
      'revision',
    ])
    .where('accountId', '=', account)
    .orderBy('startedAt')
    .orderBy('id')
    .execute()
  const scanAnswers = await db
    .selectFrom('scanAnswers')
    .select(['scanId', 'statement', 'answer', 'note', 'changedAt'])
    .where('scanId', 'in', (query) => query.selectFrom('scans').select('id').where('accountId', '=', account))
    .orderBy('scanId')
    .orderBy('statement')
    .execute()
  const planActions = await db
    .selectFrom('planActions')
    .select([
      'id',
      'scanId',
      'statement',
      'tip',
      'what',
      'who',
      'firstStep',
      'firstStepOn',
      'dueOn',
      'status',
      'remark',
      'revision',
      'createdAt',
      'changedAt',
    ])
    .where('scanId', 'in', (query) => query.selectFrom('scans').select('id').where('accountId', '=', account))
    .orderBy('scanId')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'device', 'stays', 'createdAt', 'provedAt', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('createdAt')
    .execute()
  // By the address too: when a letter was asked for, it was not known whose address that is.
  const mails = await db
    .selectFrom('mails')
    .select(['id', 'kind', 'address', 'about', 'requestedAt', 'nextTryAt', 'tries'])
    .where(({ eb, fn, or }) =>
      or([
        eb('accountId', '=', account),
        eb(fn<string>('lower', ['address']), '=', ofAccount.address.toLowerCase()),
      ]),
    )
    .orderBy('requestedAt')
    .execute()
  const mailProofs = await db
    .selectFrom('mailProofs')
    .select(['purpose', 'address', 'expiresAt'])
    .where(({ eb, fn, or }) =>
      or([
        eb('accountId', '=', account),
        eb(fn<string>('lower', ['address']), '=', ofAccount.address.toLowerCase()),
      ]),
    )
    .orderBy('expiresAt')
    .execute()
  return {
    accounts: ofAccount,
    scans,
    scanAnswers,
    planActions,
    sessions,
    mails,
    mailProofs,
    ...(await readWaysToSignIn(db, account)),
    ...(await readGroups(db, account)),
    ...(await readPlanLetters(db, account)),
    ...(await readAdministration(db, account, ofAccount.address)),
    invitations: await readInvitations(db, ofAccount.address),
  }
}

/** By the address: whoever invites does not know whose account that is. */
function readInvitations(db: Database, address: string) {
  return db
    .selectFrom('invitations')
    .select(['id', 'roundId', 'address', 'name', 'invitedAt', 'revokedAt'])
    .where('addressKey', '=', address.toLowerCase())
    .orderBy('invitedAt')
    .execute()
}

async function readPlanLetters(db: Database, account: string) {
  const planReminders = await db
    .selectFrom('planReminders')
    .leftJoin('groups', 'groups.id', 'planReminders.groupId')
    .select([
      'planReminders.groupId',
      'groups.name as groupName',
      'planReminders.scanId',
      'planReminders.askedAt',
    ])
    .where('planReminders.accountId', '=', account)
    .orderBy('planReminders.askedAt')
    .execute()
  const planDaysTold = await db
    .selectFrom('planDaysTold')
    .select(['actionId', 'day', 'toldOn'])
    .where('accountId', '=', account)
    .orderBy('toldOn')
    .orderBy('day')
    .execute()
  return { planReminders, planDaysTold }
}

/** What somebody did as an administrator. The log has the address of that moment, and no link to an account. */
async function readAdministration(db: Database, account: string, address: string) {
  const draftEditors = await db
    .selectFrom('draftEditors')
    .innerJoin('drafts', 'drafts.id', 'draftEditors.draftId')
    .select(['draftEditors.draftId', 'drafts.title', 'drafts.instrument'])
    .where('draftEditors.accountId', '=', account)
    .orderBy('draftEditors.draftId')
    .execute()
  const auditEntries = await db
    .selectFrom('auditEntries')
    .select(['at', 'address', 'action', 'about'])
    .where('address', '=', address)
    .orderBy('id')
    .execute()
  return { draftEditors, auditEntries }
}

async function readGroups(db: Database, account: string) {
  const groupOrganisers = await db
    .selectFrom('groupOrganisers')
    .select(['groupId', 'name', 'message'])
    .where('accountId', '=', account)
    .orderBy('groupId')
    .execute()
  const roundMembers = await db
    .selectFrom('roundMembers')
    .select(['id', 'roundId', 'role', 'joinedAt', 'scanId'])
    .where('accountId', '=', account)
    .orderBy('joinedAt')
    .execute()
  const sentAnswers = await db
    .selectFrom('sentAnswers')
    .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
    .select([
      'sentAnswers.memberId',
      'sentAnswers.scanId',
      'sentAnswers.version',
      'sentAnswers.answers',
      'sentAnswers.sentAt',
      'sentAnswers.sharedName',
    ])
    .where('roundMembers.accountId', '=', account)
    .orderBy('sentAnswers.sentAt')
    .execute()
  const joinRequests = await db
    .selectFrom('joinRequests')
    .select(['id', 'roundId', 'name', 'askedAt'])
    .where('accountId', '=', account)
    .orderBy('askedAt')
    .execute()
  return { groupOrganisers, roundMembers, sentAnswers, joinRequests }
}

async function readWaysToSignIn(db: Database, account: string) {
  const authenticators = await db
    .selectFrom('authenticators')
    .select(['createdAt', 'confirmedAt'])
    .where('accountId', '=', account)
    .execute()
  const recoveryCodes = await db
    .selectFrom('recoveryCodes')
    .select((row) => row.fn.countAll<number>().as('left'))
    .where('accountId', '=', account)
    .executeTakeFirstOrThrow()
  const passkeys = await listPasskeys(db, account)
  const passkeyChallenges = await db
    .selectFrom('passkeyChallenges')
    .select(['purpose', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('expiresAt')
    .execute()
  const pendingSignIns = await db
    .selectFrom('pendingSignIns')
    .select(['stays', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('expiresAt')
    .execute()
  const organisationLinks = await db
    .selectFrom('organisationLinks')
    .select(['issuer', 'subject', 'linkedAt'])
    .where('accountId', '=', account)
    .orderBy('linkedAt')
    .execute()
  const organisationAttempts = await db
    .selectFrom('organisationAttempts')
    .select(['nextPath', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('expiresAt')
    .execute()
  return {
    authenticators,
    recoveryCodes,
    passkeys,
    passkeyChallenges,
    pendingSignIns,
    organisationLinks,
    organisationAttempts,
  }
}
