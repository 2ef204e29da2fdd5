import type { Action } from './plan.ts'

/** So many days before a day in a plan, whoever asked for it is told. */
export const REMIND_DAYS = 3

/** The hour from which letters about plans go out: nobody's night is for this. */
export const REMIND_FROM_HOUR = 7

/** A day of an action that comes near. One that is both is told of as the day on which it is ready. */
export type NearDay<One> = { action: One; day: string; kind: 'first-step' | 'due' }

/** What somebody was told of before: a day of an action. */
export type ToldDay = { actionId: string; day: string }

type Dated = Pick<Action, 'status' | 'firstStepOn' | 'dueOn'>

/**
 * The days of open actions from today until `REMIND_DAYS` further on, in their order. What was to come near while
 * nobody could be told, is told on a later day; what has passed is not. `today` as "2026-11-24".
 */
export function daysComingNear<One extends Dated>(actions: readonly One[], today: string): NearDay<One>[] {
  const last = lastNearDay(today)
  const isNear = (day: string | null): day is string => day !== null && today <= day && day <= last
  return actions
    .flatMap((action): NearDay<One>[] => {
      const { status, firstStepOn, dueOn } = action
      if (status === 'done' || status === 'dropped') return []
      const due = isNear(dueOn) ? [{ action, day: dueOn, kind: 'due' as const }] : []
      const hasFirstStep = status === 'to-do' && isNear(firstStepOn) && firstStepOn !== dueOn
      return [...(hasFirstStep ? [{ action, day: firstStepOn, kind: 'first-step' as const }] : []), ...due]
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** What the letter of today tells of: empty when there is nothing new, or when there was a letter today. */
export function decidePlanLetter<One extends Dated & { id: string }>({
  actions,
  told,
  lastLetterOn,
  today,
}: {
  actions: readonly One[]
  told: readonly ToldDay[]
  lastLetterOn: string | null
  today: string
}): NearDay<One>[] {
  // Later than today: the clock of this program is behind that of another.
  if (lastLetterOn !== null && lastLetterOn >= today) return []
  return daysComingNear(actions, today).filter((near) => !isAmong(told, near))
}

/** Of what a letter was to tell, what is still so when it is written. `on` is the day of the letter. */
export function stillComingNear<One extends Dated & { id: string }>(
  actions: readonly One[],
  told: readonly ToldDay[],
  on: string,
): NearDay<One>[] {
  return daysComingNear(actions, on).filter((near) => isAmong(told, near))
}

/** The last day of which something may be told today. */
export function lastNearDay(today: string): string {
  return daysAfter(today, REMIND_DAYS)
}

function isAmong(told: readonly ToldDay[], { action, day }: NearDay<{ id: string }>): boolean {
  return told.some((one) => one.actionId === action.id && one.day === day)
}

const DAY = 24 * 60 * 60 * 1000

/** By the calendar in UTC: there every day has as many hours. */
function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}
