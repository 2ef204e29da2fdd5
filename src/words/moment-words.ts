import type { TrendMoment } from '#domain/trend.ts'
import { dutchDate, dutchTime } from './dutch.ts'

/** How a moment is called among the others: the time is only told where the day does not tell them apart. */
export type MomentWords = {
  /** "23 november 2026", "23 november 2026 om 14.05 uur" */
  date: string
  /** The same, after the name that its owner gave it. */
  label: string
  /** The same in short lines, for under a picture. */
  lines: string[]
}

export function momentWords(moment: TrendMoment, all: TrendMoment[]): MomentWords {
  const day = dutchDate(moment.finishedAt)
  const time = dutchTime(moment.finishedAt)
  const hasCompany = all.some((other) => other !== moment && dutchDate(other.finishedAt) === day)
  const date = hasCompany ? `${day} om ${time} uur` : day
  const [number, month = '', year = ''] = day.split(' ')
  return {
    date,
    label: moment.name ? `“${moment.name}”, ${date}` : date,
    lines: [`${number} ${shortMonth(month)}`, year, ...(hasCompany ? [time] : [])],
  }
}

/** As Dutch calendars write them: all but one are the first three letters. */
function shortMonth(month: string): string {
  return month === 'maart' ? 'mrt' : month.slice(0, 3)
}
