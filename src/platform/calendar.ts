import { ICalCalendar } from 'ical-generator'

/** Something on one day of the calendar ("2026-12-07"), in no time zone. */
export type CalendarEvent = {
  id: string
  day: string
  title: string
  text: string
  changedAt: Date
  revision: number
}

/**
 * The events as a calendar that standard programs open (RFC 5545). An event keeps its id: who opens a newer file gets
 * the change, and not a second one.
 */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'QuickScan', product: 'QuickScan', language: 'NL' },
  })
  for (const { id, day, title, text, changedAt, revision } of events) {
    calendar.createEvent({
      id: `${id}@quickscan`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      // A list of days has one line for each.
      summary: title.replace(/\s+/g, ' ').trim(),
      description: text,
      stamp: changedAt,
      lastModified: changedAt,
      sequence: revision,
    })
  }
  return calendar.toString()
}
