import type { Declarations } from '#domain/content-changes.ts'

/** What was filled in on the page. */
export type TypedPublication = {
  summary: string
  declared: Declarations
  movesScans: boolean
  when: 'now' | 'later'
  day: string
  time: string
}

/** In front of the id of a statement: what its change means. */
export const MEANING_FIELD = 'betekenis-'
