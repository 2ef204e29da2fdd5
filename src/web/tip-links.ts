import type { Instrument, Statement, Tip } from '#domain/instrument.ts'
import type { Source } from '#domain/instrument-structure.ts'
import { helpFor, practicesAmong } from '#domain/library.ts'
import { isDead } from '#domain/link-check.ts'
import { wordFor } from '#words/library-words.ts'
import type { House } from './house.ts'
import { urls } from './urls.ts'

export type TipLinks = {
  sources: (Source & { about?: string | undefined })[]
  examples: { place: string; title: string; href: string }[]
}

/** What a tip leads to: its sources, and what others did with the same advice. */
export function linksOfTip(
  house: Pick<House, 'library' | 'linkCheck'>,
  instrument: Instrument,
  tip: Tip,
): TipLinks {
  const practices = practicesAmong(house.library.forTip(instrument.id, tip.id))
  return {
    sources: tip.sources.map((source) => withAbout(house, source)),
    examples: practices.map(({ id, place, title }) => ({
      place,
      title,
      href: urls.libraryEntry.to({ entry: id }),
    })),
  }
}

export function withLibrary(
  house: Pick<House, 'library' | 'linkCheck'>,
  instrument: Instrument,
  tip: Tip,
): Tip & TipLinks {
  return { ...tip, ...linksOfTip(house, instrument, tip) }
}

/** What the library has for a statement and its tips: examples first, then the rest; each once. */
export function helpOf(
  house: Pick<House, 'library' | 'linkCheck'>,
  instrument: Instrument,
  statement: Statement,
) {
  const entries = helpFor(house.library, instrument, statement)
  const practices = practicesAmong(entries)
  return [...practices, ...entries.filter((entry) => entry.kind !== 'practice')].map((entry) => ({
    title: entry.title,
    href: urls.libraryEntry.to({ entry: entry.id }),
    kind: wordFor(entry).toLowerCase(),
  }))
}

/** Without a link, or with one that is gone, a source leads to our own page that says how to find it. */
function withAbout({ library, linkCheck }: Pick<House, 'library' | 'linkCheck'>, source: Source) {
  const check = source.link ? linkCheck(source.link) : undefined
  const isGone = check !== undefined && isDead(check)
  const entry = library.findSource(source.id)
  return {
    ...source,
    link: isGone ? undefined : source.link,
    about: entry && urls.libraryEntry.to({ entry: entry.id }),
  }
}
