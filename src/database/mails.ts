import type { MailRequest } from '#domain/letter.ts'
import type { Database } from './connect.ts'

/** `tries` counts this one too. */
export type TakenMail = MailRequest & { tries: number }

/** Asks for a letter. Within a transaction: it goes out only if the rest happens. */
export async function requestMail(db: Database, request: MailRequest): Promise<void> {
  await db
    .insertInto('mails')
    .values({ ...request, nextTryAt: request.requestedAt })
    .execute()
}

/** As many as one statement can hold, with room to spare. */
const AT_ONCE = 1_000

/** The same for many letters. */
export async function requestMails(db: Database, requests: readonly MailRequest[]): Promise<void> {
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    await db
      .insertInto('mails')
      .values(
        requests.slice(at, at + AT_ONCE).map((request) => ({ ...request, nextTryAt: request.requestedAt })),
      )
      .execute()
  }
}

/** How long whoever took a letter may take to send it, before another one tries. In milliseconds. */
const LEASE = 5 * 60 * 1000

/**
 * Takes at most so many of the letters that are due, those of accounts before those of groups, as somebody sits
 * waiting for them, and the longest waiting first, so that nobody else does: of
 * two who ask at once each gets others. Whoever does not send one or say when to try again, has it taken away.
 */
export function takeDueMails(db: Database, now: Date, most: number): Promise<TakenMail[]> {
  return (
    db
      // Chosen once, whatever plan the server makes: as a subquery the choice could be made again for each row.
      .with(
        (due) => due('due').materialized(),
        (query) =>
          query
            .selectFrom('mails')
            .select('id')
            .where('nextTryAt', '<=', now)
            .orderBy((row) => row('about', 'is not', null))
            .orderBy('nextTryAt')
            .limit(most)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('mails')
      .from('due')
      .set((row) => ({ nextTryAt: new Date(now.getTime() + LEASE), tries: row('mails.tries', '+', 1) }))
      .whereRef('mails.id', '=', 'due.id')
      .returning([
        'mails.id',
        'mails.kind',
        'mails.address',
        'mails.accountId',
        'mails.about',
        'mails.requestedAt',
        'mails.tries',
      ])
      .execute()
  )
}

/** Sent, or no longer wanted. */
export async function forgetMail(db: Database, id: string): Promise<void> {
  await db.deleteFrom('mails').where('id', '=', id).execute()
}

export async function retryMailAt(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('mails').set({ nextTryAt: at }).where('id', '=', id).execute()
}

/** For whoever runs it: how much waits, and since when. */
export async function countWaitingMails(db: Database): Promise<{ waiting: number; oldest: Date | null }> {
  const { waiting, oldest } = await db
    .selectFrom('mails')
    .select((row) => [row.fn.countAll<number>().as('waiting'), row.fn.min('requestedAt').as('oldest')])
    .executeTakeFirstOrThrow()
  return { waiting: Number(waiting), oldest }
}

/** Letters that wait although they were tried more than once: what keeps them will not pass by itself. */
export async function countRetriedMails(db: Database): Promise<number> {
  const { retried } = await db
    .selectFrom('mails')
    .select((row) => row.fn.countAll<number>().as('retried'))
    .where('tries', '>', 1)
    .executeTakeFirstOrThrow()
  return retried
}
