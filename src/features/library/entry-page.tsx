import type { JSX } from 'preact'
import type { LibraryEntry } from '#domain/library-schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Columns } from '#ui/columns.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { KIND_WORDS, wordFor } from '#words/library-words.ts'
import { FindingText, GuideText, PracticeText, TermText } from './entry-texts.tsx'
import { Related } from './related.tsx'
import { searchAddress } from './search-request.ts'
import { SourceText } from './source-text.tsx'

/** One entry of the library, with everything that it is connected with. */
export function showEntry(c: RequestContext): Response | Promise<Response> {
  const house = c.get('house')
  const entry = house.library.find(c.req.param('entry') ?? '')
  if (!entry) return refuse(c, 404)
  return page(
    c,
    {
      title: `${entry.title} · Bibliotheek`,
      description: entry.summary,
      section: 'library',
      isPublic: true,
    },
    <Columns
      main={
        <article class="stack">
          <Breadcrumbs
            items={[
              { label: 'Bibliotheek', href: urls.library.to() },
              {
                label: KIND_WORDS[entry.kind].more,
                href: searchAddress({ query: '', filters: { kind: entry.kind }, page: 1 }),
              },
            ]}
            current={entry.title}
          />
          <PageHeading kicker={wordFor(entry)} title={entry.title} lead={entry.summary} />
          <EntryText entry={entry} house={house} />
        </article>
      }
      aside={
        <div class="stack">
          <Related entry={entry} library={house.library} instruments={house.catalogue.current} />
        </div>
      }
    />,
  )
}

function EntryText({ entry, house }: { entry: LibraryEntry; house: House }): JSX.Element | null {
  switch (entry.kind) {
    case 'source':
      return <SourceText entry={entry} linkCheck={house.linkCheck} />
    case 'practice':
      return <PracticeText entry={entry} linkCheck={house.linkCheck} />
    case 'finding':
      return <FindingText entry={entry} />
    case 'guide':
      return <GuideText guide={entry} library={house.library} />
    case 'term':
      return <TermText entry={entry} />
  }
}
