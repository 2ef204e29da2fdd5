import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import type { Answers } from '#domain/scan.ts'
import type { ClusterTold, StatementTold } from '#domain/team-reading.ts'
import { Details } from '#ui/details.tsx'
import { MarkedList } from '#ui/marked-list.tsx'
import { ShareList } from '#ui/share-list.tsx'
import { capitalisedName } from '#words/outcome-words.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'
import {
  meaningOfMean,
  ownLine,
  spreadLines,
  spreadSentences,
  standLines,
} from '#words/team-statement-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

type Shown = {
  told: ToldParts
  place: PagePlace
  /** Of whoever looks, and shown to nobody else. */
  own: Answers | null
}

/** Every statement of every cluster; in an example folded, so that one can go on. */
export function TeamStatements({ isFolded, ...shown }: Shown & { isFolded: boolean }): JSX.Element {
  const { instrument, reading } = shown.told
  const all = reading.clusters.map((one) => <ClusterStatements {...shown} one={one} key={one.cluster.id} />)
  if (!isFolded) return <>{all}</>
  return (
    <Details summary={`Bekijk ook elke ${wordsFor(instrument).one}`} context="in het voorbeeld">
      <div class="stack-large">{all}</div>
    </Details>
  )
}

function ClusterStatements({ one, ...shown }: Shown & { one: ClusterTold }): JSX.Element {
  const { section: Heading, prefix } = shown.place
  const id = `${prefix}onderdeel-${one.cluster.id}`
  return (
    <section class="stack-large narrow" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        {one.cluster.title}
      </Heading>
      {one.statements.map((statement) => (
        <Statement {...shown} one={statement} key={statement.statement.id} />
      ))}
    </section>
  )
}

function Statement({ told, place, own, one }: Shown & { one: StatementTold }): JSX.Element {
  const { instrument, roles, trend } = told
  const { id, statement } = one.statement
  const meaning = meaningOfMean(instrument, one)
  const lines = standLines(instrument, one, { roles, move: trend?.statements.get(id) })
  const items = [
    ...lines.map(({ who, ...line }) => ({ label: who, ...line })),
    ...(own ? [ownItem(ownLine(instrument, own, id))] : []),
  ]
  const Heading = `h${place.part}` as const
  return (
    <article
      class="stack outcome"
      id={`${place.prefix}stelling-${id}`}
      aria-labelledby={`${place.prefix}kop-${id}`}
    >
      <div class="stack-small">
        <p class="muted small">{capitalisedName(instrument, one.statement)}</p>
        <Heading class="h3" id={`${place.prefix}kop-${id}`}>
          {statement}
        </Heading>
      </div>
      <MarkedList items={items} levels={levelsOf(instrument).length} mark={markOf(instrument)} />
      {meaning && <p>{meaning}</p>}
      <p>{spreadSentences(one)}</p>
      <Spread told={told} one={one} />
    </article>
  )
}

function ownItem({ who, ...line }: ReturnType<typeof ownLine>) {
  return { label: who, ...line, isOwn: true }
}

/** From ten people on, in rough parts. */
function Spread({ told: { instrument }, one }: { told: ToldParts; one: StatementTold }): JSX.Element | null {
  const items = spreadLines(instrument, one)
  if (!items) return null
  return (
    <Details
      summary="Zo zijn de antwoorden verdeeld"
      context={`bij ${wordsFor(instrument).one} ${one.statement.number}`}
    >
      <ShareList items={items} />
    </Details>
  )
}
