import type { PeopleBand } from '#domain/people-band.ts'
import type { UseRelease } from '#domain/use-release.ts'

const MONTHS = [
  'januari tot en met maart',
  'april tot en met juni',
  'juli tot en met september',
  'oktober tot en met december',
]

/** "oktober tot en met december 2026", of "2026-10-01" */
export function quarterInWords(quarter: string): string {
  const [year = '', month = '01'] = quarter.split('-')
  return `${MONTHS[Math.floor((Number(month) - 1) / 3)]} ${year}`
}

/** "20 tot en met 49" */
export function bandOfPeople({ from, to }: PeopleBand): string {
  return `${from} tot en met ${to}`
}

/** What stands where a figure may not be told: nobody, or too few. */
export const NOT_TOLD = 'Niet te zeggen'

/** About an hour is "1 uur"; long ones are only called long. */
export function minutesInWords(minutes: UseRelease['minutes']): string {
  if (minutes === null) return NOT_TOLD
  if (minutes > 180) return 'Meer dan drie uur'
  return `Ongeveer ${minutes} minuten`
}
