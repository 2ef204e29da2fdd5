import type { JSX } from 'preact'
import { type Instrument, levelsOf, statementsOf } from '#domain/instrument.ts'
import { ButtonLink } from '#ui/button.tsx'
import { LadderDrawing, PlanDrawing, TalkDrawing } from '#ui/drawings/steps.tsx'
import { LevelSummary } from '#ui/level-summary.tsx'
import { RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

/** What it is, for whom, how long, what happens with the answers; and one button. */
export function showHome(c: RequestContext): Response {
  const [first, ...others] = c.get('house').catalogue.current
  return page(
    c,
    { title: 'Waar staan jullie?', isPublic: true, ...(first && { description: first.texts.summary }) },
    <>
      {first && <Welcome instrument={first} />}
      <Steps />
      {others.length > 0 && <OtherInstruments instruments={others} />}
      {first && <ForWhom instrument={first} />}
    </>,
  )
}

function Welcome({ instrument }: { instrument: Instrument }): JSX.Element {
  const { texts } = instrument
  const address = { instrument: instrument.id }
  const levels = levelsOf(instrument).length
  return (
    <section class="wrap hero">
      <LevelSummary level={Math.ceil(levels / 2)} levels={levels} heading={texts.question} isDecoration>
        <p class="lead">{texts.summary}</p>
        <div class="buttons">
          <ButtonLink href={urls.instrument.to(address)}>Start de QuickScan</ButtonLink>
          <a href={urls.statements.to(address)}>Lees eerst alle stellingen</a>
        </div>
        <p class="muted small">
          {`${statementsOf(instrument).length} stellingen · ongeveer ${instrument.minutes} minuten · zonder account · alleen jij ziet je antwoorden`}
        </p>
      </LevelSummary>
    </section>
  )
}

function Steps(): JSX.Element {
  return (
    <section class="band" aria-label="Zo werkt het">
      <div class="wrap cards">
        <div class="stack-small">
          <LadderDrawing />
          <h2>1. Vul in</h2>
          <p>
            Alleen, in je eigen tijd. Bij elke stelling lees je waar het over gaat. Weet je iets niet? Ook dat
            is een antwoord.
          </p>
        </div>
        <div class="stack-small">
          <TalkDrawing />
          <h2>2. Praat erover</h2>
          <p>
            Je ziet meteen waar jullie staan. Leg het naast het beeld van je collega’s. Waar zijn jullie het
            eens, en waar niet?
          </p>
        </div>
        <div class="stack-small">
          <PlanDrawing />
          <h2>3. Zet een stap</h2>
          <p>
            Bij elk antwoord horen tips. Kies er samen een paar. Doe de scan later nog eens en kijk wat er
            veranderd is.
          </p>
        </div>
      </div>
    </section>
  )
}

function ForWhom({ instrument }: { instrument: Instrument }): JSX.Element {
  return (
    <section class="wrap page stack narrow">
      <h2>Voor wie is dit?</h2>
      <p>{instrument.texts.audience}</p>
      <h2>Met je team?</h2>
      <p>
        Maak een groep en nodig je collega’s uit. Ieder vult voor zich in. Daarna zien jullie samen waar
        jullie het eens zijn en waar niet. Wie wat koos, ziet niemand.{' '}
        <a href={urls.groups.to()}>Doe de scan met je team</a>
      </p>
      <h2>Wat gebeurt er met je antwoorden?</h2>
      <p>
        Ze zijn van jou. Niemand anders ziet ze, tenzij je ze zelf deelt: je leidinggevende niet en wij ook
        niet. Je naam vragen we niet. Wil je ze weg hebben? Dan wis je alles met één knop.{' '}
        <a href={urls.privacy.to()}>Lees meer over privacy</a>
      </p>
      <h2>Wie heeft dit gemaakt?</h2>
      <p>{instrument.texts.origin}</p>
    </section>
  )
}

function OtherInstruments({ instruments }: { instruments: Instrument[] }): JSX.Element {
  return (
    <section class="wrap page stack narrow">
      <h2>Ander werk, andere scan</h2>
      <RowList
        items={instruments.map(({ id, texts }) => ({
          title: texts.title,
          text: texts.summary,
          href: urls.instrument.to({ instrument: id }),
        }))}
      />
    </section>
  )
}
