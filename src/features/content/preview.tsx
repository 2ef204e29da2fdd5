import type { JSX } from 'preact'
import { isSameData } from '#domain/content-tree.ts'
import { type Cluster, type Instrument, levelsOf, type Statement, statementsOf } from '#domain/instrument.ts'
import { inLanguage, type PublishedInstrument } from '#domain/published-instrument.ts'
import { Details } from '#ui/details.tsx'
import { StatementField } from '#ui/statement-field.tsx'
import { TipList } from '#ui/tip-list.tsx'
import type { House } from '#web/house.ts'
import { linksOfTip } from '#web/tip-links.ts'
import { listed } from '#words/dutch.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'
import type { Part } from './parts.ts'

type Seen = { instrument: Instrument; house: Pick<House, 'library' | 'linkCheck'> }

/** A part as participants will see it, as wide as a phone. */
export function Preview({
  content,
  part,
  house,
}: {
  content: PublishedInstrument
  part: Part
  house: Seen['house']
}): JSX.Element {
  const instrument = inLanguage(content, 'nl')
  return (
    <div class="stack">
      <h2 id="voorbeeld" class="h3">
        Zo ziet een deelnemer het
      </h2>
      <PartPreview instrument={instrument} part={part} house={house} />
    </div>
  )
}

function PartPreview({ instrument, part, house }: Seen & { part: Part }): JSX.Element | null {
  if (part.kind === 'general') return <General instrument={instrument} />
  if (part.kind === 'choices') return <Choices instrument={instrument} />
  if (part.kind === 'cluster') {
    const cluster = instrument.clusters.find(({ id }) => id === part.id)
    return cluster ? <ClusterPreview instrument={instrument} cluster={cluster} /> : null
  }
  const statement = statementsOf(instrument).find(({ id }) => id === part.id)
  return statement ? <StatementPreview instrument={instrument} statement={statement} house={house} /> : null
}

function StatementPreview({ instrument, statement, house }: Seen & { statement: Statement }): JSX.Element {
  return (
    <>
      <StatementField
        name={`voorbeeld-${statement.id}`}
        number={statement.number}
        total={statementsOf(instrument).length}
        statement={statement.statement}
        explanation={statement.explanation}
        options={instrument.answers.map(({ id, label, level, meaning }) => ({
          value: id,
          label,
          description: statement.answers[id] ?? meaning,
          level,
        }))}
        levels={levelsOf(instrument).length}
        mark={markOf(instrument)}
        word={wordsFor(instrument).one}
        headingLevel={3}
      />
      <h3>De tips in het resultaat</h3>
      <TipList
        tips={statement.tips.map((tip) => ({
          text: tip.text,
          label: tipFor(instrument, tip.fits),
          ...linksOfTip(house, instrument, tip),
        }))}
      />
    </>
  )
}

function tipFor(instrument: Instrument, fits: string[]): string {
  if (
    isSameData(
      fits,
      instrument.answers.map(({ id }) => id),
    )
  )
    return 'Bij elk antwoord:'
  const labels = instrument.answers.filter(({ id }) => fits.includes(id)).map(({ label }) => label)
  return `Bij ${listed(labels)}:`
}

function ClusterPreview({ instrument, cluster }: { instrument: Instrument; cluster: Cluster }): JSX.Element {
  return (
    <>
      <h3>{cluster.title}</h3>
      <p>{cluster.about}</p>
      <p class="lead">{cluster.introduction}</p>
      {cluster.groups.map(({ id, title, about }) => (
        <div class="stack-small" key={id}>
          <h4>{title}</h4>
          <p>{about}</p>
        </div>
      ))}
      <h3>In het resultaat</h3>
      <p>{`Sterk in ${cluster.title}: ${cluster.strength}.`}</p>
      <p>{`De meeste ruimte zit in ${cluster.title}: ${cluster.growth}.`}</p>
      <dl class="rungs-explained">
        {instrument.bands.map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{cluster.feedback[id]}</dd>
          </div>
        ))}
      </dl>
      <p>{cluster.unknown}</p>
    </>
  )
}

function General({ instrument: { texts } }: { instrument: Instrument }): JSX.Element {
  return (
    <>
      <p class="muted">{texts.title}</p>
      <h3>{texts.question}</h3>
      <p class="lead">{texts.summary}</p>
      <p>{texts.audience}</p>
      <p>{texts.purpose}</p>
      <p>{texts.roleReason}</p>
      <p>{texts.origin}</p>
      <Details summary="Hoe lees je het resultaat?">
        {texts.interpretation.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
      <Details summary="Hoe praat je erover?">
        {texts.conversation.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
    </>
  )
}

function Choices({ instrument }: { instrument: Instrument }): JSX.Element {
  const lists: [string, { id: string; label: string; text: string | undefined }[]][] = [
    ['De antwoorden', instrument.answers.map(({ id, label, meaning }) => ({ id, label, text: meaning }))],
    ['De uitkomsten', instrument.bands],
    ['De functies', instrument.roles.map((one) => ({ ...one, text: one.description }))],
    ['Waar iemand werkt', instrument.organisationKinds.map((one) => ({ ...one, text: one.description }))],
  ]
  return (
    <>
      {lists.map(([title, items]) => (
        <div class="stack-small" key={title}>
          <h3>{title}</h3>
          <dl class="rungs-explained">
            {items.map(({ id, label, text }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  )
}
