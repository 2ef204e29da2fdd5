import type { JSX } from 'preact'
import type { Source } from '#domain/instrument-structure.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'

export function showColophon(c: RequestContext): Response {
  const { catalogue } = c.get('house')
  return page(
    c,
    { title: 'Colofon', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Colofon</h1>
      <p class="lead">
        Dit is een zelfstandige versie van de QuickScan, met open broncode. De teksten zijn nieuw geschreven.
        De kennis komt uit openbaar onderzoek.
      </p>
      {catalogue.current.map((instrument) => (
        <section class="stack-small" key={instrument.id}>
          <h2>{instrument.texts.title}</h2>
          <p>{instrument.texts.origin}</p>
          <h3>Hierop rust de scan</h3>
          <SourceList sources={instrument.basedOn} />
          <h3>Bronnen bij de tips</h3>
          <SourceList sources={instrument.sources.filter((source) => !instrument.basedOn.includes(source))} />
          <p class="small muted">{`Versie ${instrument.version} van ${instrument.history.at(-1)?.date ?? ''}.`}</p>
        </section>
      ))}
      <h2>De software</h2>
      <p>
        QuickScan is open source, onder de licentie EUPL-1.2. Iedereen mag de code gebruiken, bekijken en
        verbeteren. De letter is Atkinson Hyperlegible Next van het Braille Institute, onder de SIL Open Font
        License.
      </p>
    </div>,
  )
}

function SourceList({ sources }: { sources: Source[] }): JSX.Element {
  const ordered = [...sources].sort((one, other) => one.title.localeCompare(other.title, 'nl'))
  return (
    <ul class="sources">
      {ordered.map(({ id, title, publisher, year, link }) => (
        <li key={id}>
          {link ? <a href={link}>{title}</a> : title}
          <span class="muted">
            {[publisher === title ? null : publisher, year].filter(Boolean).map((part) => `, ${part}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
