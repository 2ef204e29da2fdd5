import type { GroupKind } from '#domain/group.ts'
import type { Round } from '#domain/round.ts'
import type { Database } from './connect.ts'
import { openRound, ROUND_COLUMNS, type StoredRound } from './rounds.ts'

export type Group = { id: string; name: string; instrument: string; kind: GroupKind; createdAt: Date }

/** What an organiser says of themselves to the people they invite. */
export type Organiser = { name: string; message: string }

/** A group as one account sees it: as its organiser, as a member of its newest round, or both. */
export type SeenGroup = Group & {
  /** Null when the organiser erased the account. */
  organiser: Organiser | null
  isOrganiser: boolean
  round: StoredRound
  /** In the newest round; null for an organiser who takes no part, and for whoever was in earlier rounds only. */
  membership: Membership | null
}

export type Membership = { id: string; role: string | null; scan: string | null; sentAt: Date | null }

export type NewGroup = Group & { organiser: Organiser & { account: string }; round: NewRound }
export type NewRound = Pick<
  Round,
  'id' | 'instrument' | 'instrumentVersion' | 'least' | 'openedAt' | 'closesAt'
>

/** Makes a group, who organises it, and its first round. */
export async function createGroup(db: Database, { organiser, round, ...group }: NewGroup): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('groups').values(group).execute()
    await trx
      .insertInto('groupOrganisers')
      .values({
        groupId: group.id,
        accountId: organiser.account,
        name: organiser.name,
        message: organiser.message,
      })
      .execute()
    await openRound(trx, { ...round, groupId: group.id, number: 1 })
  })
}

/** The group as this account sees it; undefined for whoever has no part in it, as for one that does not exist. */
export async function findGroupOf(db: Database, id: string, account: string): Promise<SeenGroup | undefined> {
  const [group] = await seenGroups(db, account, id)
  return group
}

/** The groups that an account organises or takes part in, the newest round first. */
export function listGroupsOf(db: Database, account: string): Promise<SeenGroup[]> {
  return seenGroups(db, account)
}

async function seenGroups(db: Database, account: string, id?: string): Promise<SeenGroup[]> {
  const rows = await db
    .selectFrom('groups')
    .innerJoin('rounds', 'rounds.groupId', 'groups.id')
    .leftJoin('groupOrganisers', 'groupOrganisers.groupId', 'groups.id')
    .leftJoin('roundMembers', (join) =>
      join.onRef('roundMembers.roundId', '=', 'rounds.id').on('roundMembers.accountId', '=', account),
    )
    .leftJoin('sentAnswers', 'sentAnswers.memberId', 'roundMembers.id')
    .select(ROUND_COLUMNS)
    .select([
      'groups.name',
      'groups.createdAt',
      'groupOrganisers.accountId as organiser',
      'groupOrganisers.name as organiserName',
      'groupOrganisers.message as organiserMessage',
      'roundMembers.id as memberId',
      'roundMembers.role',
      'roundMembers.scanId',
      'sentAnswers.sentAt',
    ])
    .where((row) =>
      row.and([
        row.or([
          row('groupOrganisers.accountId', '=', account),
          row('groups.id', 'in', (query) =>
            query
              .selectFrom('roundMembers as taking')
              .innerJoin('rounds as taken', 'taken.id', 'taking.roundId')
              .select('taken.groupId')
              .where('taking.accountId', '=', account),
          ),
        ]),
        ...(id === undefined ? [] : [row('groups.id', '=', id)]),
        row('rounds.number', '=', (query) =>
          query
            .selectFrom('rounds as newer')
            .select((newer) => newer.fn.max('newer.number').as('newest'))
            .whereRef('newer.groupId', '=', 'groups.id'),
        ),
      ]),
    )
    .orderBy('rounds.openedAt', 'desc')
    .orderBy('groups.id')
    .execute()
  return rows.map(
    ({
      name,
      createdAt,
      organiser,
      organiserName,
      organiserMessage,
      memberId,
      role,
      scanId,
      sentAt,
      ...round
    }) => ({
      id: round.groupId,
      name,
      instrument: round.instrument,
      kind: round.kind,
      createdAt,
      organiser: organiserName === null ? null : { name: organiserName, message: organiserMessage ?? '' },
      isOrganiser: organiser === account,
      round,
      membership: memberId === null ? null : { id: memberId, role, scan: scanId, sentAt },
    }),
  )
}

/** What a group is called. Rejects when there is none. */
export async function findGroupName(db: Database, id: string): Promise<string> {
  const { name } = await db.selectFrom('groups').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return name
}

/** How the organiser is known to who is invited, and what they write. */
export async function setOrganiser(db: Database, groupId: string, organiser: Organiser): Promise<void> {
  await db.updateTable('groupOrganisers').set(organiser).where('groupId', '=', groupId).execute()
}
