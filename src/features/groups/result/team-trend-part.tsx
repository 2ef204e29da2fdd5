import type { JSX } from 'preact'
import { CardList } from '#ui/card-list.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { teamTrendWords } from '#words/team-trend-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

/** This round beside the one before: as far as the release allows it, and nothing when there is none. */
export function TeamTrendPart({
  told,
  place,
  statementsOn = '',
}: {
  told: ToldParts
  place: PagePlace
  /** The address of the page that has the statements, when it is another one. */
  statementsOn?: string
}): JSX.Element | null {
  const { instrument, trend, before, round } = told
  if (!trend || !before) return null
  const { lead, notes, table, moved } = teamTrendWords(instrument, trend, { before, now: round })
  const Heading = place.section
  const id = `${place.prefix}verschil`
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        Wat veranderde er?
      </Heading>
      <p>{lead}</p>
      {notes.map((note) => (
        <p class="muted" key={note}>
          {note}
        </p>
      ))}
      <DataTable {...table} />
      {moved.length > 0 && (
        <CardList
          headingLevel={place.part}
          cards={moved.map(({ title, empty, items }) => ({
            title,
            empty,
            items: items.map(({ statement, topic, detail }) => ({
              label: topic,
              detail,
              href: `${statementsOn}#${place.prefix}stelling-${statement}`,
            })),
          }))}
        />
      )}
    </section>
  )
}
