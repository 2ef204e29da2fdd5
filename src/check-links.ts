import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#database/connect.ts'
import { listLinkChecks, saveLinkCheck } from '#database/link-checks.ts'
import { dueLinks, type LinkAnswer, type LinkCheck, nextLinkCheck } from '#domain/link-check.ts'

export type LinkCheckOptions = {
  ask: (link: string) => Promise<LinkAnswer>
  clock: () => Date
  /** Between two requests, in milliseconds: nobody's server should notice us. */
  rest?: number
  /** Most links in one go. */
  most?: number
  /** Asked before each request; true ends the run. */
  isStopping?: () => boolean
}

const REST = 2_000
const MOST = 200

/** Asks for the links that are due, one at a time, and keeps what came back. Gives what was checked now. */
export async function checkLinks(
  db: Database,
  links: string[],
  { ask, clock, rest = REST, most = MOST, isStopping = () => false }: LinkCheckOptions,
): Promise<LinkCheck[]> {
  const known = await listLinkChecks(db)
  const checked: LinkCheck[] = []
  let hasReached = false
  for (const link of dueLinks(links, known, clock()).slice(0, most)) {
    if (isStopping()) break
    if (checked.length > 0) await pause(rest)
    if (isStopping()) break
    const answer = await ask(link)
    if (isStopping()) break
    hasReached ||= answer.kind === 'status'
    const check = nextLinkCheck(link, hasReached ? answer : asUnsure(answer), known.get(link), clock())
    await saveLinkCheck(db, check)
    checked.push(check)
  }
  return checked
}

/** As long as nobody at all has answered, it may be us who are cut off: then no host counts as gone. */
function asUnsure(answer: LinkAnswer): LinkAnswer {
  return answer.kind === 'silence' ? { kind: 'silence', reason: 'nobody has answered yet' } : answer
}
