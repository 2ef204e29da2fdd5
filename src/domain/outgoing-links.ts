import type { Instrument } from './instrument.ts'
import type { Library } from './library.ts'

/** Every link to other people's pages that visitors can follow, each once. */
export function outgoingLinks(library: Library, instruments: Instrument[]): string[] {
  const links = [
    ...library.entries.flatMap((entry) => ('link' in entry ? (entry.link ?? []) : [])),
    ...instruments.flatMap(({ sources }) => sources.flatMap(({ link }) => link ?? [])),
  ]
  return [...new Set(links)].sort()
}
