import type { DecidedPublication, Draft } from '#domain/draft.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import type { Conflict } from '#domain/three-way.ts'
import type { Database, DatabaseTransaction } from './connect.ts'

/** A draft in a list: what it holds is not read. */
export type ListedDraft = Omit<Draft, 'content' | 'conflicts'>

export type NewDraft = Pick<
  Draft,
  'id' | 'instrument' | 'baseVersion' | 'title' | 'content' | 'conflicts' | 'shippedVersion'
> & { at: Date }

const LISTED = [
  'id',
  'instrument',
  'baseVersion',
  'title',
  'shippedVersion',
  'revision',
  'createdAt',
  'changedAt',
  'publishAt',
  'publication',
] as const

/** Every set of changes that is not published, last changed first. */
export function listDrafts(db: Database): Promise<ListedDraft[]> {
  return db.selectFrom('drafts').select(LISTED).orderBy('changedAt', 'desc').orderBy('id').execute()
}

/** What is in every draft of an instrument. */
export async function listDraftContents(db: Database, instrument: string): Promise<PublishedInstrument[]> {
  const drafts = await db
    .selectFrom('drafts')
    .select('content')
    .where('instrument', '=', instrument)
    .execute()
  return drafts.map(({ content }) => content)
}

export function findDraft(db: Database, id: string): Promise<Draft | undefined> {
  return db
    .selectFrom('drafts')
    .select([...LISTED, 'content', 'conflicts'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The draft as it is now; nobody else changes it until the transaction ends. */
export function lockDraft(trx: DatabaseTransaction, id: string): Promise<Draft | undefined> {
  return trx
    .selectFrom('drafts')
    .select([...LISTED, 'content', 'conflicts'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function createDraft(
  db: Database,
  { at, content, conflicts, ...draft }: NewDraft,
): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      ...draft,
      content: JSON.stringify(content),
      conflicts: JSON.stringify(conflicts),
      publication: null,
      createdAt: at,
      changedAt: at,
    })
    .execute()
}

/** Keeps another content, and who made it. A decision to publish falls: it was about something else. */
export async function saveDraft(
  trx: DatabaseTransaction,
  id: string,
  {
    content,
    conflicts,
    baseVersion,
    at,
    account,
  }: {
    content: PublishedInstrument
    conflicts?: readonly Conflict[]
    baseVersion?: string
    at: Date
    account: string
  },
): Promise<void> {
  await trx
    .updateTable('drafts')
    .set((row) => ({
      content: JSON.stringify(content),
      changedAt: at,
      revision: row('revision', '+', 1),
      publishAt: null,
      publication: null,
      ...(conflicts && { conflicts: JSON.stringify(conflicts) }),
      ...(baseVersion && { baseVersion }),
    }))
    .where('id', '=', id)
    .execute()
  await rememberEditor(trx, id, account)
}

export async function rememberEditor(trx: Database, draftId: string, accountId: string): Promise<void> {
  await trx
    .insertInto('draftEditors')
    .values({ draftId, accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function hasEdited(db: Database, draftId: string, accountId: string): Promise<boolean> {
  const found = await db
    .selectFrom('draftEditors')
    .select('draftId')
    .where('draftId', '=', draftId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return found !== undefined
}

/** Decides what is published when; null takes that back. */
export async function planPublication(
  trx: DatabaseTransaction,
  id: string,
  plan: { publishAt: Date; publication: DecidedPublication } | null,
): Promise<void> {
  await trx
    .updateTable('drafts')
    .set({
      publishAt: plan?.publishAt ?? null,
      publication: plan ? JSON.stringify(plan.publication) : null,
    })
    .where('id', '=', id)
    .execute()
}

/** The drafts of which the moment to be published has come, longest waiting first. */
export async function listDueDrafts(db: Database, now: Date): Promise<string[]> {
  const due = await db
    .selectFrom('drafts')
    .select('id')
    .where('publishAt', '<=', now)
    .orderBy('publishAt')
    .execute()
  return due.map(({ id }) => id)
}

/** Gives whether it was there. */
export async function removeDraft(trx: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('drafts').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
