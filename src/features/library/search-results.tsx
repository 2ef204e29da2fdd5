import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { Library } from '#domain/library.ts'
import type { SearchDocument } from '#domain/search-documents.ts'
import { type Excerpt, excerptOf } from '#domain/search-excerpt.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { ResultList } from '#ui/result-list.tsx'
import { urls } from '#web/urls.ts'
import { FIELD_WORDS } from '#words/library-words.ts'
import { addressOf, kickerOf, summaryOf } from './result-item.ts'
import { SearchForm } from './search-form.tsx'
import { type SearchRequest, searchAddress } from './search-request.ts'

/** Something that answers to a search, with the words of it that were found. */
export type Found = { document: SearchDocument; words: string[] }

const PER_PAGE = 20

export function SearchResults({
  library,
  instruments,
  request,
  found,
}: {
  library: Library
  instruments: Instrument[]
  request: SearchRequest
  found: Found[]
}): JSX.Element {
  const pages = Math.max(Math.ceil(found.length / PER_PAGE), 1)
  const current = Math.min(request.page, pages)
  const start = (current - 1) * PER_PAGE
  return (
    <div class="wrap page stack narrow">
      <Breadcrumbs items={[{ label: 'Bibliotheek', href: urls.library.to() }]} current="Zoeken" />
      <h1>Zoeken</h1>
      <SearchForm library={library} instruments={instruments} request={request} />
      <h2>{countOf(request, found.length)}</h2>
      {found.length === 0 && <NothingFound request={request} />}
      {found.length > 0 && (
        <ResultList items={found.slice(start, start + PER_PAGE).map(toItem)} start={start + 1} />
      )}
      <Pagination page={current} pages={pages} hrefOf={(page) => searchAddress({ ...request, page })} />
    </div>
  )
}

function countOf({ query }: SearchRequest, count: number): string {
  const about = query ? ` voor “${query}”` : ''
  return count === 0 ? `Niets gevonden${about}` : `${count} gevonden${about}`
}

function toItem({ document, words }: Found) {
  const { target } = document
  const excerpt = excerptOf(document.fields, words)
  return {
    kicker: kickerOf(target),
    title: document.title,
    href: addressOf(target),
    text: excerpt ? <Marked pieces={excerpt.pieces} /> : summaryOf(target),
    ...(excerpt && excerpt.where !== 'summary' && { note: `Gevonden in ${FIELD_WORDS[excerpt.where]}.` }),
  }
}

function Marked({ pieces }: Pick<Excerpt, 'pieces'>): JSX.Element {
  return <>{pieces.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</>
}

function NothingFound({ request }: { request: SearchRequest }): JSX.Element {
  const isFiltered = Object.values(request.filters).some(Boolean)
  return (
    <div class="stack-small">
      <p>Probeer het zo:</p>
      <ul>
        {isFiltered && (
          <li>
            <a href={searchAddress({ query: request.query, filters: {}, page: 1 })}>
              Zoek hetzelfde in de hele bibliotheek
            </a>
          </li>
        )}
        <li>Gebruik minder woorden, of een ander woord voor hetzelfde.</li>
        <li>
          <a href={urls.library.to()}>Kijk rond per soort of per thema</a>
        </li>
      </ul>
    </div>
  )
}
