import type { SearchDocument, SearchKind } from './search-documents.ts'

/** What somebody wants to see; what is left out, does not matter. */
export type SearchFilters = {
  kind?: SearchKind | undefined
  theme?: string | undefined
  role?: string | undefined
  instrument?: string | undefined
}

export function matchesFilters(document: SearchDocument, filters: SearchFilters): boolean {
  const { kind, theme, role, instrument } = filters
  return (
    (kind === undefined || document.kind === kind) &&
    (theme === undefined || document.themes.includes(theme)) &&
    (role === undefined || document.roles.includes(role)) &&
    (instrument === undefined || document.instruments.includes(instrument))
  )
}

const ORDER: SearchKind[] = ['guide', 'practice', 'finding', 'source', 'term', 'statement']

/** Everything that fits, for whoever looks around without a word in mind: by kind, then by title. */
export function browse(documents: SearchDocument[], filters: SearchFilters): SearchDocument[] {
  return documents
    .filter((document) => document.target.type !== 'section' && matchesFilters(document, filters))
    .sort(
      (one, other) =>
        ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.title.localeCompare(other.title, 'nl'),
    )
}
