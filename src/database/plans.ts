import type { Action } from '#domain/plan.ts'
import type { Database } from './connect.ts'

export type StoredAction = Action & { id: string; revision: number; roundId: string; changedAt: Date }

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

/** Everything that a group agreed, oldest first. */
export function listActions(db: Database, groupId: string): Promise<StoredAction[]> {
  return db
    .selectFrom('planActions')
    .select(COLUMNS)
    .where('groupId', '=', groupId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export function findAction(db: Database, groupId: string, id: string): Promise<StoredAction | undefined> {
  return db
    .selectFrom('planActions')
    .select(COLUMNS)
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function addAction(
  db: Database,
  { at, ...action }: Action & { id: string; groupId: string; roundId: string; at: Date },
): Promise<void> {
  await db
    .insertInto('planActions')
    .values({ ...action, createdAt: at, changedAt: at })
    .execute()
}

/** Gives false when somebody else changed or erased it since `revision`: then nothing happens. */
export async function changeAction(
  db: Database,
  { groupId, id, revision, at }: { groupId: string; id: string; revision: number; at: Date },
  action: Action,
): Promise<boolean> {
  const changed = await db
    .updateTable('planActions')
    .set((row) => ({ ...action, revision: row('revision', '+', 1), changedAt: at }))
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function eraseAction(
  db: Database,
  { groupId, id, revision }: { groupId: string; id: string; revision: number },
): Promise<boolean> {
  const erased = await db
    .deleteFrom('planActions')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return erased.numDeletedRows > 0n
}
