import { countAttempt, readAttempts } from '#database/attempts.ts'
import type { Limit } from '#domain/attempt-limits.ts'
import type { RequestContext } from './house.ts'

/** Counts one more, or so many, and says whether it is within the limit. */
export async function isWithin(
  c: RequestContext,
  limit: Limit,
  subject: string,
  tries = 1,
): Promise<boolean> {
  const { db, clock } = c.get('house')
  const count = await countAttempt(db, attemptSubject(c, limit, subject), limit.seconds, clock(), tries)
  return count <= limit.most
}

/** Says whether there were too many already, without counting one more. */
export async function isBeyond(c: RequestContext, limit: Limit, subject: string): Promise<boolean> {
  const { db, clock } = c.get('house')
  const count = await readAttempts(db, attemptSubject(c, limit, subject), limit.seconds, clock())
  return count > limit.most
}

/** Under what a try is counted. A hash: the table tells nobody who tried. */
export function attemptSubject(c: RequestContext, limit: Limit, subject: string): string {
  return c.get('house').secrets.hash(`${limit.name}:${subject}`)
}
