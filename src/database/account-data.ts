import type { Database } from './connect.ts'

/**
 * What is kept of somebody and not given out, because it is a lock and not about them: hashes that open
 * something, and numbers that only count.
 */
export const NOT_GIVEN_OUT: Record<string, readonly string[]> = {
  accounts: ['passwordHash', 'addressKey'],
  sessions: ['tokenHash', 'accountId'],
  mailProofs: ['tokenHash', 'accountId'],
  mails: ['accountId'],
  scans: ['resumeCodeHash', 'accountId'],
  scanAnswers: [],
  scanBrowsers: ['browserHash'],
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
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'device', 'stays', 'createdAt', 'provedAt', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('createdAt')
    .execute()
  const mails = await db
    .selectFrom('mails')
    .select(['id', 'kind', 'address', 'requestedAt', 'nextTryAt', 'tries'])
    .where('accountId', '=', account)
    .orderBy('requestedAt')
    .execute()
  const mailProofs = await db
    .selectFrom('mailProofs')
    .select(['purpose', 'address', 'expiresAt'])
    .where('accountId', '=', account)
    .orderBy('expiresAt')
    .execute()
  return { accounts: ofAccount, scans, scanAnswers, sessions, mails, mailProofs }
}
