const zone = 'Europe/Amsterdam'
const time = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
const date = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
// Sweden writes dates as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
const decimal = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** "14.05" */
export function dutchTime(moment: Date): string {
  return time.format(moment).replace(':', '.')
}

/** 14 at "14.05" */
export function hourOfDay(moment: Date): number {
  return Number(time.format(moment).slice(0, 2))
}

/** "22 november 2026" */
export function dutchDate(moment: Date): string {
  return date.format(moment)
}

/** The same moment as a day of the calendar, for whoever writes dates in a form of its own. */
export function calendarDay(moment: Date): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = isoDay.format(moment).split('-').map(Number)
  return { year, month, day }
}

/** "2026-11-22" */
export function isoDate(moment: Date): string {
  return isoDay.format(moment)
}

/** "3,4" */
export function dutchScore(value: number): string {
  return decimal.format(value)
}

const SMALL_NUMBERS = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']

/** Numbers to ten in letters, as running Dutch text has them. */
export function dutchCount(count: number): string {
  return SMALL_NUMBERS[count] ?? String(count)
}

/** "1 stelling", "3 stellingen" */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}

/** With a full stop, unless it ends with a sign of its own, as "n.v.t." does. */
export function asSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "een", "een en twee", "een, twee en drie" */
export function listed(words: string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} en ${last}`
}
