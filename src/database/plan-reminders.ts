import type { ExpressionBuilder } from 'kysely'
import type { Action } from '#domain/plan.ts'
import type { ToldDay } from '#domain/plan-reminder.ts'
import type { Database, DatabaseTransaction } from './connect.ts'
import type { PlanKeeper } from './plans.ts'
import type { Tables } from './tables.ts'

/** An open action in a plan of which an account wants to be reminded, with what a letter says of that plan. */
export type ActionToRemindOf = Pick<
  Action,
  'status' | 'what' | 'who' | 'firstStep' | 'firstStepOn' | 'dueOn'
> & {
  id: string
  groupId: string | null
  groupName: string | null
  scanId: string | null
}

export async function hasReminder(db: Database, accountId: string, keeper: PlanKeeper): Promise<boolean> {
  const found = await db
    .selectFrom('planReminders')
    .select('askedAt')
    .where('accountId', '=', accountId)
    .where(isAbout(keeper))
    .executeTakeFirst()
  return found !== undefined
}

/** Asking twice is asking once. */
export async function startReminder(
  db: Database,
  { keeper, accountId, at }: { keeper: PlanKeeper; accountId: string; at: Date },
): Promise<void> {
  const about = 'groupId' in keeper ? { groupId: keeper.groupId } : { scanId: keeper.scanId }
  await db
    .insertInto('planReminders')
    .values({ ...about, accountId, askedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function stopReminder(db: Database, accountId: string, keeper: PlanKeeper): Promise<void> {
  await db.deleteFrom('planReminders').where('accountId', '=', accountId).where(isAbout(keeper)).execute()
}

/**
 * Accounts for which some day between these has not been told of, and that had no letter today. Whether one is sent,
 * is decided when it is their turn.
 */
export async function listAccountsToRemind(
  db: Database,
  { today, last }: { today: string; last: string },
): Promise<string[]> {
  const rows = await openActions(db)
    .innerJoin('accounts', 'accounts.id', 'planReminders.accountId')
    .select('planReminders.accountId')
    .distinct()
    .where((row) =>
      row.or([row('accounts.planLetterOn', 'is', null), row('accounts.planLetterOn', '<', today)]),
    )
    .where((row) =>
      row.or(
        (['planActions.firstStepOn', 'planActions.dueOn'] as const).map((column) =>
          row.and([
            row.between(column, today, last),
            row.not(
              row.exists(
                row
                  .selectFrom('planDaysTold')
                  .select('planDaysTold.day')
                  .whereRef('planDaysTold.accountId', '=', 'planReminders.accountId')
                  .whereRef('planDaysTold.actionId', '=', 'planActions.id')
                  .whereRef('planDaysTold.day', '=', column),
              ),
            ),
          ]),
        ),
      ),
    )
    .execute()
  return rows.map(({ accountId }) => accountId)
}

/** Every open action of which this account wants to be reminded, and may see; the plans beside each other. */
export function listActionsToRemindOf(db: Database, accountId: string): Promise<ActionToRemindOf[]> {
  return openActions(db)
    .leftJoin('groups', 'groups.id', 'planActions.groupId')
    .select([
      'planActions.id',
      'planActions.status',
      'planActions.what',
      'planActions.who',
      'planActions.firstStep',
      'planActions.firstStepOn',
      'planActions.dueOn',
      'planActions.groupId',
      'planActions.scanId',
      'groups.name as groupName',
    ])
    .where('planReminders.accountId', '=', accountId)
    .orderBy('planReminders.askedAt')
    .orderBy('planActions.createdAt')
    .orderBy('planActions.id')
    .execute()
}

/** Of which days somebody was told; only in the letter of one day, when that is given. */
export function listDaysTold(db: Database, accountId: string, toldOn?: string): Promise<ToldDay[]> {
  return db
    .selectFrom('planDaysTold')
    .select(['actionId', 'day'])
    .where('accountId', '=', accountId)
    .$if(toldOn !== undefined, (query) => query.where('toldOn', '=', toldOn ?? ''))
    .execute()
}

/** Whose turn it is waits here for whoever has it, until the transaction ends. */
export function lockPlanLetter(
  trx: DatabaseTransaction,
  accountId: string,
): Promise<{ address: string; planLetterOn: string | null } | undefined> {
  return trx
    .selectFrom('accounts')
    .select(['address', 'planLetterOn'])
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Remembers that there was a letter, and of which days it tells. */
export async function savePlanLetter(
  trx: DatabaseTransaction,
  { accountId, days, today }: { accountId: string; days: readonly ToldDay[]; today: string },
): Promise<void> {
  await trx.updateTable('accounts').set({ planLetterOn: today }).where('id', '=', accountId).execute()
  await trx
    .insertInto('planDaysTold')
    .values(days.map(({ actionId, day }) => ({ accountId, actionId, day, toldOn: today })))
    .execute()
}

/** Open actions beside who wants to be reminded of them: of groups that they are in, and of scans that are theirs. */
function openActions(db: Database) {
  return db
    .selectFrom('planReminders')
    .innerJoin('planActions', (join) =>
      join.on((row) =>
        row.or([
          row('planActions.groupId', '=', row.ref('planReminders.groupId')),
          row('planActions.scanId', '=', row.ref('planReminders.scanId')),
        ]),
      ),
    )
    .where('planActions.status', 'in', ['to-do', 'busy'])
    .where((row) =>
      row.or([
        row.exists(
          row
            .selectFrom('scans')
            .select('scans.id')
            .whereRef('scans.id', '=', 'planReminders.scanId')
            .whereRef('scans.accountId', '=', 'planReminders.accountId'),
        ),
        row.exists(
          row
            .selectFrom('groupOrganisers')
            .select('groupOrganisers.groupId')
            .whereRef('groupOrganisers.groupId', '=', 'planReminders.groupId')
            .whereRef('groupOrganisers.accountId', '=', 'planReminders.accountId'),
        ),
        row.exists(
          row
            .selectFrom('roundMembers')
            .innerJoin('rounds', 'rounds.id', 'roundMembers.roundId')
            .select('roundMembers.id')
            .whereRef('rounds.groupId', '=', 'planReminders.groupId')
            .whereRef('roundMembers.accountId', '=', 'planReminders.accountId'),
        ),
      ]),
    )
}

function isAbout(keeper: PlanKeeper) {
  return (row: ExpressionBuilder<Tables, 'planReminders'>) =>
    'groupId' in keeper ? row('groupId', '=', keeper.groupId) : row('scanId', '=', keeper.scanId)
}
