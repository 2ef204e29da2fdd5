import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { entriesOfKind, type Library } from '#domain/library.ts'
import type { LibraryKind } from '#domain/library-schema.ts'
import { RowList } from '#ui/row-list.tsx'
import { urls } from '#web/urls.ts'
import { KIND_WORDS } from '#words/library-words.ts'
import { SearchForm } from './search-form.tsx'
import { searchAddress } from './search-request.ts'

const KINDS: [LibraryKind, string][] = [
  ['practice', 'Wat deden ze elders, wat kwam ervan, en wat kun jij ermee?'],
  ['source', 'Trainingen, hulpmiddelen, publicaties en wie ze maakt.'],
  ['finding', 'Wat is gemeten of onderzocht, en wat zegt dat wel en niet?'],
  ['term', 'Woorden die je in de scans tegenkomt, kort uitgelegd.'],
]

/** Where to begin: a line to search, the guides, the kinds and the themes. */
export function Overview({
  library,
  instruments,
}: {
  library: Library
  instruments: Instrument[]
}): JSX.Element {
  return (
    <div class="wrap page stack-large">
      <div class="stack narrow">
        <div class="stack-small">
          <h1>Bibliotheek</h1>
          <p class="lead">
            Zie hoe anderen het doen. Met voorbeelden uit gemeenten en wijken, hulpmiddelen en wat onderzoek
            laat zien.
          </p>
        </div>
        <SearchForm library={library} instruments={instruments} />
      </div>
      <section class="stack" aria-labelledby="gidsen">
        <h2 id="gidsen">Lees een gids</h2>
        <RowList
          items={entriesOfKind(library, 'guide').map(({ id, title, summary }) => ({
            title,
            text: summary,
            href: urls.libraryEntry.to({ entry: id }),
          }))}
        />
      </section>
      <section class="stack" aria-labelledby="soorten">
        <h2 id="soorten">Kijk rond per soort</h2>
        <RowList
          isWide
          items={KINDS.map(([kind, about]) => ({
            title: `${KIND_WORDS[kind].more} (${entriesOfKind(library, kind).length})`,
            text: about,
            href: searchAddress({ query: '', filters: { kind }, page: 1 }),
          }))}
        />
      </section>
      <section class="stack" aria-labelledby="themas">
        <h2 id="themas">Kijk rond per thema</h2>
        <ul class="themes">
          {library.themes.map(({ id, label }) => (
            <li key={id}>
              <a href={searchAddress({ query: '', filters: { theme: id }, page: 1 })}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
