import type { JSX } from 'preact'
import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { Answers } from '#domain/scan.ts'
import { readSideBySide, type StatementBeside } from '#domain/side-by-side.ts'
import { CardList } from '#ui/card-list.tsx'
import { MarkedList } from '#ui/marked-list.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { capitalisedName } from '#words/outcome-words.ts'
import { markOf } from '#words/statement-words.ts'
import { sharedAnswer, sideWords, whoShares } from '#words/team-side-words.ts'
import { NobodyBeside } from './nobody-beside.tsx'

/** Somebody of an open group who chose to share answers, by name. Notes are never shown. */
export type SharingPerson = { name: string; answers: Answers; isSelf: boolean }

type Side = { instrument: Instrument; people: SharingPerson[]; names: string[] }

/**
 * What the members of an open group chose to share, side by side: first where they differ, then every statement. Made
 * for two to five people; with fewer there is only what to do about that.
 */
export function SideBySide({
  group,
  instrument,
  people,
}: {
  group: { name: string }
  instrument: Instrument
  people: SharingPerson[]
}): JSX.Element {
  if (people.length < 2) return <NobodyBeside group={group} only={people[0]} />
  const reading = readSideBySide(
    instrument,
    people.map(({ answers }) => answers),
  )
  const side = { instrument, people, names: people.map(({ name, isSelf }) => (isSelf ? 'jij' : name)) }
  const statements = new Map(reading.statements.map((one) => [one.statement.id, one]))
  return (
    <div class="wrap page stack-large">
      <PageHeading
        kicker={group.name}
        title="Jullie antwoorden naast elkaar"
        lead={`Hier staan de antwoorden van ${whoShares(people)}. Alleen wie in deze groep zit, kan ze zien.`}
      />
      <section class="stack" aria-labelledby="opvallend">
        <h2 id="opvallend">Begin hier</h2>
        <CardList
          cards={sideWords(instrument, reading, side.names).map(({ title, items, empty, note }) => ({
            title,
            empty,
            ...(note && { note }),
            items: items.map(({ one: { statement }, detail }) => ({
              label: statement.topic,
              ...(detail && { detail }),
              href: `#stelling-${statement.id}`,
            })),
          }))}
        />
      </section>
      {instrument.clusters.map(({ id, title, statements: ofCluster }) => (
        <section class="stack-large" aria-labelledby={`onderdeel-${id}`} key={id}>
          <h2 id={`onderdeel-${id}`}>{title}</h2>
          {ofCluster.map((statement) => {
            const one = statements.get(statement.id)
            return one && <Statement side={side} one={one} key={statement.id} />
          })}
        </section>
      ))}
    </div>
  )
}

function Statement({ side, one }: { side: Side; one: StatementBeside }): JSX.Element {
  const { instrument, people } = side
  const { statement, answers } = one
  return (
    <article class="stack outcome" id={`stelling-${statement.id}`} aria-labelledby={`kop-${statement.id}`}>
      <div class="stack-small narrow">
        <p class="muted small">{capitalisedName(instrument, statement)}</p>
        <h3 id={`kop-${statement.id}`}>{statement.statement}</h3>
      </div>
      <MarkedList
        isBeside
        levels={levelsOf(instrument).length}
        mark={markOf(instrument)}
        items={people.map(({ name, isSelf }, index) => {
          const answer = answers[index] ?? null
          return {
            label: isSelf ? `${name} (jij)` : name,
            text: sharedAnswer(instrument, answer),
            level: answer ? answer.level : undefined,
            isOwn: isSelf,
          }
        })}
      />
    </article>
  )
}
