import type { JSX } from 'preact'
import { CardList } from '#ui/card-list.tsx'
import { levelWords, type TeamHighlightWords, togetherWords } from '#words/team-highlight-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

/** What to talk about: where people agree, where they differ, what many do not know; then what is firm and what is not. */
export function TeamHighlights({ told, place }: { told: ToldParts; place: PagePlace }): JSX.Element {
  const { instrument, reading } = told
  const Heading = place.section
  const id = `${place.prefix}opvallend`
  const cardOf = ({ title, items, empty, note }: TeamHighlightWords) => ({
    title,
    items: items.map(({ one: { statement }, detail }) => ({
      label: statement.topic,
      detail,
      href: `#${place.prefix}stelling-${statement.id}`,
    })),
    empty,
    ...(note && { note }),
  })
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        Wat opvalt
      </Heading>
      <CardList cards={togetherWords(instrument, reading).map(cardOf)} headingLevel={place.part} />
      <CardList cards={levelWords(instrument, reading).map(cardOf)} headingLevel={place.part} />
    </section>
  )
}
