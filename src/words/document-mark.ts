import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { Mark } from '#ui/documents/document.ts'
import { markOf } from './statement-words.ts'

/** How a level of an instrument is drawn in a document; null for the answer that is not a number. */
export function documentMark(instrument: Instrument, level: number | null): Mark {
  return { kind: markOf(instrument), level, levels: levelsOf(instrument).length }
}
