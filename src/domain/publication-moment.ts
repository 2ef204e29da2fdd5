const ZONE = 'Europe/Amsterdam'
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** So far ahead something can be planned, in days. */
export const PLAN_DAYS = 365

// Sweden writes moments as ISO 8601 does.
const inZone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

export type PublicationMoment =
  | { ok: true; at: Date }
  | { ok: false; refusal: 'no-moment' | 'passed' | 'too-far' }

/**
 * The moment at which it is this day ("2026-12-07") and this time ("09:00") in the Netherlands. An hour that is
 * skipped in spring does not exist; of one that comes twice in autumn the first counts.
 */
export function readPublicationMoment(day: string, time: string, now: Date): PublicationMoment {
  const text = `${day} ${time}`
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text)) return { ok: false, refusal: 'no-moment' }
  const atGreenwich = Date.parse(`${day}T${time}:00Z`)
  const at = [2, 1]
    .map((hours) => new Date(atGreenwich - hours * HOUR))
    .find((moment) => !Number.isNaN(moment.getTime()) && inZone.format(moment) === text)
  if (!at) return { ok: false, refusal: 'no-moment' }
  if (at <= now) return { ok: false, refusal: 'passed' }
  return at.getTime() > now.getTime() + PLAN_DAYS * DAY ? { ok: false, refusal: 'too-far' } : { ok: true, at }
}
