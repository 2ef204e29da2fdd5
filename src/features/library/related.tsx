import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { statementsOf } from '#domain/instrument.ts'
import { type Library, type Mention, statementsFor } from '#domain/library.ts'
import type { LibraryEntry } from '#domain/library-schema.ts'
import { urls } from '#web/urls.ts'
import { capitalised } from '#words/dutch.ts'
import { wordFor } from '#words/library-words.ts'
import { wordsFor } from '#words/statement-words.ts'
import { sectionAddress } from './result-item.ts'
import { searchAddress } from './search-request.ts'

/** Everything that an entry is connected with: statements, other entries, where it was told, its themes. */
export function Related({
  entry,
  library,
  instruments,
}: {
  entry: LibraryEntry
  library: Library
  instruments: Instrument[]
}): JSX.Element {
  const sources = entry.kind === 'practice' || entry.kind === 'finding' ? entry.sources : []
  const told = [...new Set([...sources, ...entry.told])].flatMap((id) => library.find(id) ?? [])
  return (
    <>
      <StatementLinks entry={entry} instruments={instruments} />
      <EntryLinks
        title={entry.kind === 'source' ? 'Hier lazen we erover' : 'Hier rust het op'}
        entries={told}
      />
      <MentionLinks mentions={library.namedIn(entry.id)} />
      <section class="stack-small" aria-labelledby="themas">
        <h2 class="h3" id="themas">
          Meer hierover
        </h2>
        <ul class="themes">
          {library.themes
            .filter(({ id }) => entry.themes.includes(id))
            .map(({ id, label }) => (
              <li key={id}>
                <a href={searchAddress({ query: '', filters: { theme: id }, page: 1 })}>{label}</a>
              </li>
            ))}
        </ul>
      </section>
    </>
  )
}

function StatementLinks({
  entry,
  instruments,
}: {
  entry: LibraryEntry
  instruments: Instrument[]
}): JSX.Element | null {
  const links = statementsFor(entry, instruments)
  if (links.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby="hoort-bij">
      <h2 class="h3" id="hoort-bij">
        Hoort bij
      </h2>
      <ul class="plain-list">
        {links.map(({ instrument, statement: id }) => {
          const statement = statementsOf(instrument).find((one) => one.id === id)
          return (
            statement && (
              <li key={`${instrument.id}-${id}`}>
                <a href={`${urls.statements.to({ instrument: instrument.id })}#${id}`}>{statement.topic}</a>
                <span class="small muted">{` ${capitalised(wordsFor(instrument).one)} ${statement.number} van ${instrument.texts.shortTitle}`}</span>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

/** Other entries under a heading; nothing when there are none. */
export function EntryLinks({
  title,
  entries,
}: {
  title: string
  entries: LibraryEntry[]
}): JSX.Element | null {
  if (entries.length === 0) return null
  return (
    <section class="stack-small">
      <h2 class="h3">{title}</h2>
      <EntryList entries={entries} />
    </section>
  )
}

export function EntryList({ entries }: { entries: LibraryEntry[] }): JSX.Element {
  return (
    <ul class="plain-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={urls.libraryEntry.to({ entry: entry.id })}>{entry.title}</a>
          <span class="small muted">{` ${wordFor(entry)}`}</span>
        </li>
      ))}
    </ul>
  )
}

function MentionLinks({ mentions }: { mentions: Mention[] }): JSX.Element | null {
  if (mentions.length === 0) return null
  return (
    <section class="stack-small">
      <h2 class="h3">Komt voor in</h2>
      <ul class="plain-list">
        {mentions.map(({ entry, chapter, section }) => (
          <li key={`${entry.id}-${chapter?.id}-${section?.id}`}>
            <a
              href={
                section
                  ? sectionAddress(entry.id, chapter?.id, section.id)
                  : urls.libraryEntry.to({ entry: entry.id })
              }
            >
              {section?.title ?? entry.title}
            </a>
            <span class="small muted">{` ${section ? entry.title : wordFor(entry)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
