import { Fragment, type JSX } from 'preact'
import { type Cluster, groupsOf, type Instrument, levelsOf, type Statement } from '#domain/instrument.ts'
import { AnswerMark } from '#ui/answer-mark.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TipList } from '#ui/tip-list.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireInstrument } from '#web/require.ts'
import { helpOf, linksOfTip } from '#web/tip-links.ts'
import { urls } from '#web/urls.ts'
import { capitalised } from '#words/dutch.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'
import { tipLabel } from './documents/instrument-documents.ts'
import { InstrumentDownloads } from './documents/instrument-downloads.tsx'

/** All content, readable before starting: statements, explanations, level texts and tips. */
export function showStatements(c: RequestContext): Response | Promise<Response> {
  return requireInstrument(c, (instrument) =>
    page(
      c,
      {
        title: `Alle ${wordsFor(instrument).more} · ${instrument.texts.shortTitle}`,
        description: instrument.texts.summary,
        section: 'statements',
        isPublic: true,
      },
      <AllStatements instrument={instrument} house={c.get('house')} />,
    ),
  )
}

function AllStatements({ instrument, house }: { instrument: Instrument; house: House }): JSX.Element {
  const { more } = wordsFor(instrument)
  return (
    <div class="wrap page stack-large">
      <div class="stack narrow">
        <p class="muted">{instrument.texts.title}</p>
        <h1>{`Alle ${more}`}</h1>
        <p class="lead">
          Lees hier alles wat je in de scan tegenkomt. Met de uitleg, de antwoorden en de tips erbij.
        </p>
        <nav aria-label="Onderdelen">
          <ul class="stack-small">
            {instrument.clusters.map(({ id, title, statements }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a> <span class="muted">{`${statements.length} ${more}`}</span>
              </li>
            ))}
          </ul>
        </nav>
        <p class="buttons print-hidden">
          <ButtonLink href={urls.instrument.to({ instrument: instrument.id })}>Start de scan</ButtonLink>
          <ButtonLink quiet href="#neem-mee">
            Neem het mee
          </ButtonLink>
        </p>
      </div>
      {instrument.clusters.map((cluster) => (
        <ClusterSection instrument={instrument} cluster={cluster} house={house} key={cluster.id} />
      ))}
      <InstrumentDownloads instrument={instrument} versions={house.catalogue.versionsOf(instrument.id)} />
    </div>
  )
}

function ClusterSection({
  instrument,
  cluster,
  house,
}: {
  instrument: Instrument
  cluster: Cluster
  house: House
}): JSX.Element {
  return (
    <section class="stack-large narrow" aria-labelledby={cluster.id}>
      <div class="stack-small">
        <h2 id={cluster.id}>{cluster.title}</h2>
        <p class="lead">{cluster.introduction}</p>
      </div>
      {groupsOf(cluster).map(({ group, statements }) => (
        <Fragment key={group?.id ?? cluster.id}>
          {group && (
            <div class="stack-small group-heading">
              <h3 class="h2">{group.title}</h3>
              <p>{group.about}</p>
            </div>
          )}
          {statements.map((statement) => (
            <StatementSection
              instrument={instrument}
              statement={statement}
              house={house}
              headingLevel={group ? 4 : 3}
              key={statement.id}
            />
          ))}
        </Fragment>
      ))}
    </section>
  )
}

function StatementSection({
  instrument,
  statement,
  house,
  headingLevel,
}: {
  instrument: Instrument
  house: House
  statement: Statement
  headingLevel: 3 | 4
}): JSX.Element {
  const help = helpOf(house, instrument, statement)
  const Heading = `h${headingLevel}` as const
  const levels = levelsOf(instrument).length
  const name = `${wordsFor(instrument).one} ${statement.number}`
  return (
    <article class="stack outcome" id={statement.id} aria-labelledby={`kop-${statement.id}`}>
      <div class="stack-small">
        <p class="muted small">{capitalised(name)}</p>
        <Heading class="h3" id={`kop-${statement.id}`}>
          {statement.statement}
        </Heading>
        <p>{statement.explanation}</p>
      </div>
      <Details summary="De antwoorden" context={`bij ${name}`}>
        <dl class="rungs-explained">
          {instrument.answers.map(({ id, label, level, meaning }) => (
            <div key={id}>
              <dt>
                <AnswerMark kind={markOf(instrument)} level={level} of={levels} /> {label}
              </dt>
              <dd>{statement.answers[id] ?? meaning}</dd>
            </div>
          ))}
        </dl>
      </Details>
      <Details summary="De tips" context={`bij ${name}`}>
        <TipList
          tips={statement.tips.map((tip) => ({
            text: tip.text,
            label: tipLabel(instrument, tip),
            ...linksOfTip(house, instrument, tip),
          }))}
        />
      </Details>
      {help.length > 0 && (
        <div class="print-hidden">
          <Details summary="Voorbeelden en hulpmiddelen" context={`bij ${name}`}>
            <ul class="plain-list">
              {help.map(({ title, href, kind }) => (
                <li key={href}>
                  <a href={href}>{title}</a> <span class="small muted">{kind}</span>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </article>
  )
}
