import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { Library } from '#domain/library.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { urls } from '#web/urls.ts'
import { capitalised } from '#words/dutch.ts'
import { KIND_WORDS } from '#words/library-words.ts'
import { ROLES, type SearchRequest } from './search-request.ts'

/** One line to type in, and what to look for under it; an address of its own, so that it can be shared. */
export function SearchForm({
  library,
  instruments,
  request,
}: {
  library: Library
  instruments: Instrument[]
  request?: SearchRequest
}): JSX.Element {
  const filters = request?.filters ?? {}
  return (
    <search>
      <form action={urls.library.to()} class="search">
        <div class="search-line">
          <TextField
            name="q"
            label="Zoek een woord of een vraag"
            type="search"
            value={request?.query ?? ''}
            maxLength={200}
          />
          <Button>Zoek</Button>
        </div>
        <Details summary="Zoek preciezer" isOpen={Object.values(filters).some(Boolean)}>
          <div class="filters">
            <SelectField
              name="soort"
              label="Soort"
              chosen={filters.kind && KIND_WORDS[filters.kind].address}
              options={[
                { value: '', label: 'Alle soorten' },
                ...Object.values(KIND_WORDS).map(({ more, address }) => ({ value: address, label: more })),
              ]}
            />
            <SelectField
              name="thema"
              label="Thema"
              chosen={filters.theme}
              options={[
                { value: '', label: 'Alle thema’s' },
                ...library.themes.map(({ id, label }) => ({ value: id, label })),
              ]}
            />
            <SelectField
              name="rol"
              label="Voor wie"
              chosen={filters.role}
              options={[
                { value: '', label: 'Iedereen' },
                ...ROLES.map((role) => ({ value: role, label: capitalised(role) })),
              ]}
            />
            <SelectField
              name="instrument"
              label="Hoort bij"
              chosen={filters.instrument}
              options={[
                { value: '', label: 'Alle scans' },
                ...instruments.map(({ id, texts }) => ({ value: id, label: texts.shortTitle })),
              ]}
            />
          </div>
        </Details>
      </form>
    </search>
  )
}
