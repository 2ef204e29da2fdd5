import { findWords } from '#database/search.ts'
import { browse, matchesFilters } from '#domain/search-filter.ts'
import { searchTerms } from '#domain/search-index.ts'
import { rankDocuments } from '#domain/search-ranking.ts'
import { expandTerms } from '#domain/search-synonyms.ts'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { Overview } from './overview.tsx'
import { readSearchRequest, type SearchRequest } from './search-request.ts'
import { type Found, SearchResults } from './search-results.tsx'

/** The library: something to search in, and something to look around in. */
export async function showLibrary(c: RequestContext): Promise<Response> {
  const house = c.get('house')
  const request = readSearchRequest(c)
  const isSearch = request.query !== '' || Object.values(request.filters).some(Boolean)
  if (!isSearch) {
    return page(
      c,
      { title: 'Bibliotheek', section: 'library', isPublic: true },
      <Overview library={house.library} instruments={house.catalogue.current} />,
    )
  }
  const found = await search(house, request)
  return page(
    c,
    { title: titleOf(request, found), section: 'library', isPublic: true },
    <SearchResults
      library={house.library}
      instruments={house.catalogue.current}
      request={request}
      found={found}
    />,
  )
}

async function search({ db, search: known }: House, { query, filters }: SearchRequest): Promise<Found[]> {
  const terms = searchTerms(query)
  if (terms.length === 0) {
    return query === '' ? browse(known.documents, filters).map((document) => ({ document, words: [] })) : []
  }
  const matches = await findWords(db, known.edition, expandTerms(terms, known.synonyms))
  return rankDocuments(matches, known.documents.length).flatMap(({ document: number, words }): Found[] => {
    const document = known.documents[number]
    if (!document || !matchesFilters(document, filters)) return []
    return [{ document, words }]
  })
}

function titleOf({ query }: SearchRequest, found: Found[]): string {
  return query ? `${query} (${found.length} gevonden) · Bibliotheek` : `Bibliotheek (${found.length})`
}
