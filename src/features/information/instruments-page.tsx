import type { JSX } from 'preact'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'

/** Every scan there is, to choose from: what it asks, for whom, how long. */
export function showInstruments(c: RequestContext): Response {
  const { catalogue } = c.get('house')
  return page(
    c,
    { title: 'Kies een scan', section: 'statements', isPublic: true },
    <div class="wrap page stack-large">
      <div class="stack-small narrow">
        <h1>Kies een scan</h1>
        <p class="lead">Elke scan gaat over ander werk. Je kunt alles lezen voordat je begint.</p>
      </div>
      {catalogue.current.map((instrument) => (
        <InstrumentSection instrument={instrument} key={instrument.id} />
      ))}
    </div>,
  )
}

function InstrumentSection({ instrument }: { instrument: Instrument }): JSX.Element {
  const { id, texts, minutes } = instrument
  const { more } = wordsFor(instrument)
  return (
    <section class="stack narrow" aria-labelledby={id}>
      <div class="stack-small">
        <p class="muted">{`${statementsOf(instrument).length} ${more} · ongeveer ${minutes} minuten`}</p>
        <h2 id={id}>{texts.title}</h2>
        <p>{texts.summary}</p>
        <p>{texts.audience}</p>
      </div>
      <div class="buttons">
        <ButtonLink href={urls.instrument.to({ instrument: id })}>{`Start ${texts.shortTitle}`}</ButtonLink>
        <a href={urls.statements.to({ instrument: id })}>
          {`Lees alle ${more}`}
          <span class="visually-hidden">{` van ${texts.shortTitle}`}</span>
        </a>
      </div>
    </section>
  )
}
