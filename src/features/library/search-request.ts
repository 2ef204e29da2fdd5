import type { SearchFilters } from '#domain/search-filter.ts'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { KIND_WORDS, kindOfAddress } from '#words/library-words.ts'

/** What the address asks for. Words that mean nothing to us are left out, as if they were not there. */
export type SearchRequest = { query: string; filters: SearchFilters; page: number }

const LONGEST_QUERY = 200

export function readSearchRequest(c: RequestContext): SearchRequest {
  const { library, catalogue } = c.get('house')
  const theme = library.themes.find(({ id }) => id === c.req.query('thema'))?.id
  const role = ROLES.find((id) => id === c.req.query('rol'))
  const instrument = catalogue.current.find(({ id }) => id === c.req.query('instrument'))?.id
  const page = Number(c.req.query('pagina') ?? '1')
  return {
    query: (c.req.query('q') ?? '').slice(0, LONGEST_QUERY).trim(),
    filters: { kind: kindOfAddress(c.req.query('soort')), theme, role, instrument },
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

export const ROLES = ['uitvoering', 'management', 'beleid']

/** The address of a search, without what was left open. */
export function searchAddress({ query, filters, page }: SearchRequest): string {
  const fields = {
    q: query,
    soort: filters.kind && KIND_WORDS[filters.kind].address,
    thema: filters.theme,
    rol: filters.role,
    instrument: filters.instrument,
    pagina: page > 1 ? String(page) : '',
  }
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(given).toString()
  return search ? `${urls.library.to()}?${search}` : urls.library.to()
}
