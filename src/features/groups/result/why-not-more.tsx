import type { JSX } from 'preact'
import { DefinitionList } from '#ui/definition-list.tsx'
import { whyNotMore } from '#words/team-privacy-words.ts'
import type { PagePlace } from './page-place.ts'

/** What may be left out, and why. It is the same for every result, so it does not show what was left out here. */
export function WhyNotMore({ least, place }: { least: number; place: PagePlace }): JSX.Element {
  const Heading = place.section
  const id = `${place.prefix}waarom`
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        Waarom zie ik niet meer?
      </Heading>
      <p>
        Mensen vullen alleen eerlijk in als niemand ziet wat zij kozen. Daarom vertellen we niet alles. Deze
        regels gelden voor elke groep, wat jullie ook invulden.
      </p>
      <DefinitionList
        items={whyNotMore(least).map(({ question, answer }) => ({
          term: question,
          definition: <p>{answer}</p>,
        }))}
      />
    </section>
  )
}
