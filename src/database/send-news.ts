import { sql } from 'kysely'
import type { Database } from './connect.ts'
import { NEWS_CHANNEL } from './news.ts'

/** Says that a subject changed: everybody hears it when the transaction commits, and nobody when it does not. */
export async function sendNews(trx: Database, subject: string): Promise<void> {
  await sql`select pg_notify(${NEWS_CHANNEL}, ${subject})`.execute(trx)
}
