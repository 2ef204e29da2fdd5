import type { Database } from './connect.ts'

export type Invitation = {
  id: string
  roundId: string
  address: string
  addressKey: string
  name: string
  invitedAt: Date
  revokedAt: Date | null
}

const COLUMNS = ['id', 'roundId', 'address', 'addressKey', 'name', 'invitedAt', 'revokedAt'] as const

/** Whom the organiser invited, by address. It says nothing of who takes part. */
export function listInvitations(db: Database, roundId: string): Promise<Invitation[]> {
  return db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('roundId', '=', roundId)
    .orderBy('addressKey')
    .execute()
}

/**
 * Keeps these invitations, and gives the ones that need a letter: who is invited already stays as they were, and one
 * that was revoked stands again.
 */
export async function addInvitations(
  db: Database,
  invitations: readonly Omit<Invitation, 'revokedAt'>[],
): Promise<Invitation[]> {
  if (invitations.length === 0) return []
  return (
    db
      .insertInto('invitations')
      // In one order: two who invite the same people at the same moment wait for each other, and not in a circle.
      .values([...invitations].sort((one, other) => (one.addressKey < other.addressKey ? -1 : 1)))
      .onConflict((conflict) =>
        conflict
          .columns(['roundId', 'addressKey'])
          .doUpdateSet((row) => ({ invitedAt: row.ref('excluded.invitedAt'), revokedAt: null }))
          .where('invitations.revokedAt', 'is not', null),
      )
      .returning(COLUMNS)
      .execute()
  )
}

export function findInvitationOfRound(
  db: Database,
  roundId: string,
  id: string,
): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('roundId', '=', roundId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function findInvitationOfAddress(
  db: Database,
  roundId: string,
  addressKey: string,
): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('roundId', '=', roundId)
    .where('addressKey', '=', addressKey)
    .executeTakeFirst()
}

/** Invites once more, also whoever's invitation was revoked. */
export async function renewInvitation(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('invitations').set({ invitedAt: at, revokedAt: null }).where('id', '=', id).execute()
}

export async function revokeInvitation(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}

/** What an invitation says, for its letter: undefined once it was revoked or the round closed. */
export function findStandingInvitation(db: Database, id: string): Promise<StandingInvitation | undefined> {
  return standing(db).where('invitations.id', '=', id).executeTakeFirst()
}

/** The invitation, for whoever has proven to have its address; to others it does not exist. */
export function findInvitationFor(
  db: Database,
  id: string,
  accountId: string,
): Promise<StandingInvitation | undefined> {
  return standing(db)
    .innerJoin('accounts', 'accounts.addressKey', 'invitations.addressKey')
    .where('accounts.id', '=', accountId)
    .where('invitations.id', '=', id)
    .executeTakeFirst()
}

/** Invitations for somebody's address that they have not accepted, newest first. */
export function listInvitationsFor(db: Database, accountId: string): Promise<StandingInvitation[]> {
  return standing(db)
    .innerJoin('accounts', 'accounts.addressKey', 'invitations.addressKey')
    .where('accounts.id', '=', accountId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('roundMembers')
            .select('roundMembers.id')
            .whereRef('roundMembers.roundId', '=', 'invitations.roundId')
            .where('roundMembers.accountId', '=', accountId),
        ),
      ),
    )
    .orderBy('invitations.invitedAt', 'desc')
    .execute()
}

export type StandingInvitation = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>

function standing(db: Database) {
  return db
    .selectFrom('invitations')
    .innerJoin('rounds', 'rounds.id', 'invitations.roundId')
    .innerJoin('groups', 'groups.id', 'rounds.groupId')
    .leftJoin('groupOrganisers', 'groupOrganisers.groupId', 'groups.id')
    .select([
      'invitations.id',
      'invitations.roundId',
      'invitations.address',
      'invitations.invitedAt',
      'groups.id as group',
      'groups.name as groupName',
      'groups.kind',
      'rounds.instrument',
      'rounds.instrumentVersion',
      'rounds.least',
      'rounds.number',
      'rounds.closesAt',
      'groupOrganisers.name as organiser',
      'groupOrganisers.message',
    ])
    .where('invitations.revokedAt', 'is', null)
    .where('rounds.closedAt', 'is', null)
}

/** Addresses of people who were invited to rounds that closed before this moment. Gives how many there were. */
export async function eraseOldInvitations(db: Database, closedBefore: Date): Promise<number> {
  const erased = await db
    .deleteFrom('invitations')
    .where('roundId', 'in', (query) =>
      query.selectFrom('rounds').select('id').where('closedAt', '<', closedBefore),
    )
    .executeTakeFirst()
  return Number(erased.numDeletedRows)
}
