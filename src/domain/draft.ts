import type { Declarations } from './content-changes.ts'
import type { PublishedInstrument } from './published-instrument.ts'
import type { Conflict } from './three-way.ts'

/** A set of changes to an instrument that is not published yet. */
export type Draft = {
  id: string
  instrument: string
  /** The version on which it builds. */
  baseVersion: string
  title: string
  /** The whole instrument as it would become; texts may be unfinished. */
  content: PublishedInstrument
  conflicts: Conflict[]
  shippedVersion: string | null
  revision: number
  createdAt: Date
  changedAt: Date
  publishAt: Date | null
  publication: DecidedPublication | null
}

/** What was decided of a publication that waits for its moment. */
export type DecidedPublication = {
  summary: string
  declared: Declarations
  movesScans: boolean
  /** The account that decided it. */
  by: string
}

export const DRAFT_TITLE_LENGTH = 120
