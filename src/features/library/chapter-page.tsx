import type { JSX } from 'preact'
import type { Library } from '#domain/library.ts'
import type { GuideChapter, GuideEntry } from '#domain/library-schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { Section } from './guide-section.tsx'

/** A chapter of a guide: to read, with its steps, and the way to the next one. */
export function showChapter(c: RequestContext): Response | Promise<Response> {
  const { library } = c.get('house')
  const guide = library.find(c.req.param('entry') ?? '')
  if (guide?.kind !== 'guide') return refuse(c, 404)
  const chapter = guide.chapters?.find(({ id }) => id === c.req.param('chapter'))
  if (!chapter) return refuse(c, 404)
  return page(
    c,
    {
      title: `${chapter.title} · ${guide.title}`,
      description: chapter.summary,
      section: 'library',
      isPublic: true,
    },
    <Columns
      main={<Chapter guide={guide} chapter={chapter} library={library} />}
      aside={<Contents guide={guide} current={chapter} />}
    />,
  )
}

function Chapter({
  guide,
  chapter,
  library,
}: {
  guide: GuideEntry
  chapter: GuideChapter
  library: Library
}): JSX.Element {
  const chapters = guide.chapters ?? []
  const next = chapters[chapters.indexOf(chapter) + 1]
  return (
    <article class="stack">
      <Breadcrumbs
        items={[
          { label: 'Bibliotheek', href: urls.library.to() },
          { label: guide.title, href: urls.libraryEntry.to({ entry: guide.id }) },
        ]}
        current={chapter.title}
      />
      <PageHeading
        kicker={`Deel ${chapters.indexOf(chapter) + 1} van ${chapters.length}`}
        title={chapter.title}
        lead={chapter.summary}
      />
      {chapter.sections.map((section) => (
        <Section section={section} library={library} key={section.id} />
      ))}
      {next && (
        <p>
          <ButtonLink href={urls.libraryChapter.to({ entry: guide.id, chapter: next.id })}>
            {`Lees verder: ${next.title}`}
          </ButtonLink>
        </p>
      )}
    </article>
  )
}

function Contents({ guide, current }: { guide: GuideEntry; current: GuideChapter }): JSX.Element {
  return (
    <nav class="stack-small" aria-labelledby="delen">
      <h2 class="h3" id="delen">
        In deze gids
      </h2>
      <ol class="stack-small">
        {guide.chapters?.map((chapter) => (
          <li key={chapter.id}>
            <a
              href={urls.libraryChapter.to({ entry: guide.id, chapter: chapter.id })}
              aria-current={chapter === current ? 'page' : undefined}
            >
              {chapter.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
