/** What came back when a link was asked for. */
export type LinkAnswer =
  | { kind: 'status'; status: number }
  /** Nothing came back: no such host, no connection, too slow. */
  | { kind: 'silence'; reason: string }
  /** It was never asked: an address of a private network, another scheme or port. */
  | { kind: 'refused'; reason: string }

export type LinkOutcome = 'alive' | 'gone' | 'unsure' | 'refused'

/** What is remembered of a link. */
export type LinkCheck = {
  link: string
  checkedAt: Date
  outcome: LinkOutcome
  /** "200", "404", "geen antwoord": for the report. */
  detail: string
  /** How often in a row it was gone. */
  failures: number
  firstFailedAt: Date | null
}

const DAY = 24 * 60 * 60 * 1000
const ALIVE_FOR = 14 * DAY
const AGAIN_AFTER = DAY
/** Gone on two days is gone; once may be a bad evening of the other side. */
const GONE_AFTER = { failures: 2, days: 1 }

/**
 * gone: the other side says that there is nothing here any more (RFC 9110, 404 and 410), or there is no other
 * side. A server that is busy, asks who we are or does not want programs is no proof of anything: unsure.
 */
export function judgeAnswer(answer: LinkAnswer): { outcome: LinkOutcome; detail: string } {
  if (answer.kind === 'refused') return { outcome: 'refused', detail: answer.reason }
  if (answer.kind === 'silence') {
    const isNoHost = answer.reason === 'ENOTFOUND'
    return { outcome: isNoHost ? 'gone' : 'unsure', detail: answer.reason }
  }
  const { status } = answer
  const detail = String(status)
  if (status >= 200 && status < 300) return { outcome: 'alive', detail }
  return { outcome: status === 404 || status === 410 ? 'gone' : 'unsure', detail }
}

export function nextLinkCheck(
  link: string,
  answer: LinkAnswer,
  before: LinkCheck | undefined,
  now: Date,
): LinkCheck {
  const { outcome, detail } = judgeAnswer(answer)
  const base = { link, checkedAt: now, outcome, detail }
  if (outcome === 'gone') {
    return { ...base, failures: (before?.failures ?? 0) + 1, firstFailedAt: before?.firstFailedAt ?? now }
  }
  // Unsure says nothing either way: what was known before stays known.
  if (outcome === 'unsure' && before) {
    return { ...base, failures: before.failures, firstFailedAt: before.firstFailedAt }
  }
  return { ...base, failures: 0, firstFailedAt: null }
}

/** Visitors are warned only of a link that was gone more than once, on different days. */
export function isDead({ failures, firstFailedAt, checkedAt }: LinkCheck): boolean {
  if (failures < GONE_AFTER.failures || !firstFailedAt) return false
  return checkedAt.getTime() - firstFailedAt.getTime() >= GONE_AFTER.days * DAY
}

/** The links that should be asked for now: new ones first, then those that were asked longest ago. */
export function dueLinks(links: string[], known: Map<string, LinkCheck>, now: Date): string[] {
  const isDue = (link: string) => {
    const check = known.get(link)
    if (!check) return true
    const pause = check.outcome === 'alive' || check.outcome === 'refused' ? ALIVE_FOR : AGAIN_AFTER
    return now.getTime() - check.checkedAt.getTime() >= pause
  }
  const askedAt = (link: string) => known.get(link)?.checkedAt.getTime() ?? 0
  return [...new Set(links)].filter(isDue).sort((one, other) => askedAt(one) - askedAt(other))
}
