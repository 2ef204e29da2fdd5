import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'

export function showMoreInformation(c: RequestContext): Response {
  const { catalogue } = c.get('house')
  return page(
    c,
    { title: 'Meer informatie', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Meer informatie</h1>
      <p class="lead">
        De QuickScan helpt je om samen naar jullie werk te kijken. Hij is gratis en voor iedereen te
        gebruiken.
      </p>
      <h2>Wat heb je eraan?</h2>
      <p>
        Iedereen ziet maar een deel van het werk. Wie met klanten praat, ziet andere dingen dan wie het beleid
        maakt. De scan geeft jullie dezelfde vragen. Zo zie je waar jullie het eens zijn en waar niet. Dat is
        een goed begin van een gesprek.
      </p>
      <p>
        De uitkomst is geen rapportcijfer. Het is jouw kijk op dit moment. Met tips voor een volgende stap.
      </p>
      <h2>Hoe pak je het aan?</h2>
      <ol class="stack-small">
        <li>Vraag een paar collega’s om mee te doen. Kies mensen met verschillende rollen.</li>
        <li>Vul de scan ieder voor zich in, in dezelfde week.</li>
        <li>Leg de uitkomsten naast elkaar. Begin met wat jullie anders zien.</li>
        <li>Kies twee of drie tips. Spreek af wie wat doet, en wanneer.</li>
        <li>Doe de scan na een half jaar nog een keer.</li>
      </ol>
      <h2>Met of zonder account?</h2>
      <p>
        Een account hoeft niet. Zonder account staat je scan in deze browser, en je resultaat ook. Wil je op
        een ander apparaat verder? Dan maak je een hervatcode.
      </p>
      <p>
        Met een account blijven je scans staan, en je kunt er overal bij. Zo zie je ook over twee jaar nog wat
        er veranderd is. <a href={urls.signUp.to()}>Maak een account</a> of{' '}
        <a href={urls.signIn.to()}>log in</a>
      </p>
      {catalogue.current.map((instrument) => (
        <section class="stack-small" key={instrument.id}>
          <h2>{instrument.texts.title}</h2>
          <p>{instrument.texts.summary}</p>
          <p>{instrument.texts.audience}</p>
          <ul>
            <li>
              <a href={urls.instrument.to({ instrument: instrument.id })}>Lees hoe het werkt en start</a>
            </li>
            <li>
              <a
                href={urls.statements.to({ instrument: instrument.id })}
              >{`Lees alle ${wordsFor(instrument).more}, uitleg en tips`}</a>
            </li>
            <li>
              <a href={urls.comparison.to({ instrument: instrument.id })}>
                Zie hoe anderen deze scan invulden
              </a>
            </li>
          </ul>
        </section>
      ))}
      <h2>Wie ziet wat?</h2>
      <p>
        Niemand ziet je antwoorden, tenzij je ze zelf deelt. Op de pagina{' '}
        <a href={urls.privacy.to()}>Privacy</a> staat precies wat we bewaren en hoe lang. Wie dit maakte en op
        welke kennis het rust, staat in het <a href={urls.colophon.to()}>colofon</a>.
      </p>
    </div>,
  )
}
