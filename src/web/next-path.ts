/** Where somebody may be sent on to: pages of their own, by shapes that leave nothing to interpret. */
const ALLOWED = /^\/(account|scans|groepen|uitnodiging|meedoen|beheer)(\/[A-Za-z0-9_-]+)*$/
const LONGEST = 200

/** The path that a form or address asks to go on to, or null when it is none of ours. */
export function nextPath(asked: string | undefined): string | null {
  if (asked === undefined || asked.length > LONGEST) return null
  return ALLOWED.test(asked) ? asked : null
}

/** An address that remembers where to go on to. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?verder=${encodeURIComponent(next)}` : path
}
