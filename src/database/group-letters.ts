import type { Database } from './connect.ts'

/** Where a letter about a round goes. */
export type Recipient = { address: string; accountId: string | null; invitationId: string | null }

/**
 * Everybody who did not send answers in: invited people who did not accept, and members who did not finish. Only for
 * sending them a letter: nobody is shown who they are.
 */
export async function listUnfinished(db: Database, roundId: string): Promise<Recipient[]> {
  const members = await db
    .selectFrom('roundMembers')
    .innerJoin('accounts', 'accounts.id', 'roundMembers.accountId')
    .leftJoin('sentAnswers', 'sentAnswers.memberId', 'roundMembers.id')
    .select(['accounts.address', 'accounts.addressKey', 'accounts.id', 'sentAnswers.sentAt'])
    .where('roundMembers.roundId', '=', roundId)
    .execute()
  const taking = new Set(members.map(({ addressKey }) => addressKey))
  const invited = await db
    .selectFrom('invitations')
    .select(['id', 'address', 'addressKey'])
    .where('roundId', '=', roundId)
    .where('revokedAt', 'is', null)
    .execute()
  return [
    ...members
      .filter(({ sentAt }) => sentAt === null)
      .map(({ address, id }) => ({ address, accountId: id, invitationId: null })),
    ...invited
      .filter(({ addressKey }) => !taking.has(addressKey))
      .map(({ id, address }) => ({ address, accountId: null, invitationId: id })),
  ]
}

/** Everybody who takes part in a round, and who organises it, each once. */
export async function listInvolved(db: Database, roundId: string, groupId: string): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['address', 'id as accountId'])
    .where((row) =>
      row.or([
        row('id', 'in', (query) =>
          query.selectFrom('roundMembers').select('accountId').where('roundId', '=', roundId),
        ),
        row('id', 'in', (query) =>
          query.selectFrom('groupOrganisers').select('accountId').where('groupId', '=', groupId),
        ),
      ]),
    )
    .execute()
  return rows.map((row) => ({ ...row, invitationId: null }))
}

/** What a letter about a round says of it. */
export function findRoundForLetter(db: Database, roundId: string) {
  return db
    .selectFrom('rounds')
    .innerJoin('groups', 'groups.id', 'rounds.groupId')
    .select([
      'groups.id as group',
      'groups.name as groupName',
      'groups.kind',
      'rounds.number',
      'rounds.closesAt',
      'rounds.closedAt',
    ])
    .where('rounds.id', '=', roundId)
    .executeTakeFirst()
}
