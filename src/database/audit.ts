import { sql } from 'kysely'
import type { AuditAction, AuditEntry, AuditSubject } from '#domain/audit.ts'
import type { Database } from './connect.ts'

/** Writes down what an administrator did, in the same transaction as what was done. */
export async function writeAudit(trx: Database, { about, ...entry }: AuditEntry): Promise<void> {
  await trx
    .insertInto('auditEntries')
    .values({ ...entry, about: JSON.stringify(about) })
    .execute()
}

/** Whether exactly this stands there already, since that moment. */
export async function wasAudited(
  db: Database,
  { address, action, about }: { address: string; action: AuditAction; about: AuditSubject },
  since: Date,
): Promise<boolean> {
  const found = await db
    .selectFrom('auditEntries')
    .select('id')
    .where('address', '=', address)
    .where('action', '=', action)
    .where('at', '>=', since)
    .where(sql<boolean>`about::jsonb = ${JSON.stringify(about)}::jsonb`)
    .executeTakeFirst()
  return found !== undefined
}

/** What was done, newest first: so many lines, after so many others. */
export function listAudit(
  db: Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<AuditEntry[]> {
  return db
    .selectFrom('auditEntries')
    .select(['at', 'address', 'action', 'about'])
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countAudit(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('auditEntries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Takes away what is older than this, and never what the database itself thinks is younger than two years. */
export async function eraseOldAudit(db: Database, before: Date): Promise<void> {
  await db
    .deleteFrom('auditEntries')
    .where('at', '<', before)
    .where('at', '<', sql<Date>`now() - interval '2 years'`)
    .execute()
}
