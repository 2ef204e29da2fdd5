import type { LibraryEntry } from './library-schema.ts'
import { searchWords } from './search-index.ts'

/** A word to look for: of which term it is, and how much it counts beside the term itself. */
export type AskedWord = { term: number; word: string; weight: number }

/** Other words for the same, by each of them. */
export type Synonyms = Map<string, Set<string>>

const WEIGHT = 0.6

/** The glossary knows words for the same thing: who types one of them means the others too. */
export function synonymsIn(entries: LibraryEntry[]): Synonyms {
  const synonyms: Synonyms = new Map()
  for (const entry of entries) {
    if (entry.kind !== 'term') continue
    const group = [entry.title, ...entry.also].flatMap((name) => {
      const words = searchWords(name)
      return words.length === 1 ? words : []
    })
    for (const word of group) {
      const others = synonyms.get(word) ?? new Set()
      for (const other of group) if (other !== word) others.add(other)
      synonyms.set(word, others)
    }
  }
  return synonyms
}

/** The terms, and beside each the other words for it. */
export function expandTerms(terms: string[], synonyms: Synonyms): AskedWord[] {
  return terms.flatMap((word, term) => [
    { term, word, weight: 1 },
    ...[...(synonyms.get(word) ?? [])].map((other) => ({ term, word: other, weight: WEIGHT })),
  ])
}
