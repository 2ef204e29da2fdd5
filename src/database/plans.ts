import type { ExpressionBuilder } from 'kysely'
import type { Action } from '#domain/plan.ts'
import type { Database } from './connect.ts'
import type { Tables } from './tables.ts'

/** Whose plan it is: of a group, or of somebody by themselves, with a scan of theirs. */
export type PlanKeeper = { groupId: string } | { scanId: string }

/** The same for an action that is new: a group agrees on it in a round. */
export type ActionKeeper = { groupId: string; roundId: string } | { scanId: string }

/** `roundId` is null in a plan of somebody by themselves. */
export type StoredAction = Action & {
  id: string
  revision: number
  roundId: string | null
  changedAt: Date
}

type Place = { keeper: PlanKeeper; id: string; revision: number }

const COLUMNS = [
  'id',
  'roundId',
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
  'changedAt',
] as const

/** Everything in a plan, oldest first. */
export function listActions(db: Database, keeper: PlanKeeper): Promise<StoredAction[]> {
  return db
    .selectFrom('planActions')
    .select(COLUMNS)
    .where(isKeptBy(keeper))
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export function findAction(db: Database, keeper: PlanKeeper, id: string): Promise<StoredAction | undefined> {
  return db
    .selectFrom('planActions')
    .select(COLUMNS)
    .where(isKeptBy(keeper))
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function addAction(
  db: Database,
  { at, keeper, ...action }: Action & { id: string; keeper: ActionKeeper; at: Date },
): Promise<void> {
  await db
    .insertInto('planActions')
    .values({ ...action, ...keeper, createdAt: at, changedAt: at })
    .execute()
}

/** Gives false when somebody else changed or erased it since `revision`: then nothing happens. */
export async function changeAction(
  db: Database,
  { keeper, id, revision, at }: Place & { at: Date },
  action: Action,
): Promise<boolean> {
  const changed = await db
    .updateTable('planActions')
    .set((row) => ({ ...action, revision: row('revision', '+', 1), changedAt: at }))
    .where(isKeptBy(keeper))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function eraseAction(db: Database, { keeper, id, revision }: Place): Promise<boolean> {
  const erased = await db
    .deleteFrom('planActions')
    .where(isKeptBy(keeper))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return erased.numDeletedRows > 0n
}

function isKeptBy(keeper: PlanKeeper) {
  return (row: ExpressionBuilder<Tables, 'planActions'>) =>
    'groupId' in keeper ? row('groupId', '=', keeper.groupId) : row('scanId', '=', keeper.scanId)
}
