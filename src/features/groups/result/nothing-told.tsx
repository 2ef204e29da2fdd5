import type { ComponentChildren, JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { PageHeading } from '#ui/page-heading.tsx'
import { roundInWords } from '#words/team-verdict-words.ts'

/**
 * A closed round of which the group is told nothing. It is given nothing about who took part: nobody and too few look
 * the same. `children` are ways on.
 */
export function NothingTold({
  group,
  instrument,
  round,
  children,
}: {
  group: { name: string }
  instrument: Instrument
  round: { number: number; closedAt: Date | null; least: number }
  children?: ComponentChildren
}): JSX.Element {
  const { number, closedAt, least } = round
  return (
    <div class="wrap page stack-large narrow">
      <PageHeading
        kicker={`${group.name} · ${closedAt ? roundInWords({ number, closedAt }) : `Ronde ${number}`}`}
        title="Deze ronde geeft geen resultaat van de groep"
        lead={`Over deze ronde vertellen we niets. Dat doen we pas als minstens ${least} mensen hun antwoorden instuurden, de organisator niet meegeteld, en niemand te herkennen is.`}
      />
      <section class="stack-small" aria-labelledby="waarom">
        <h2 id="waarom">Waarom zo streng?</h2>
        <p>
          Met weinig mensen kun je raden wie wat koos. Of er niemand meedeed of een paar mensen, zie je hier
          daarom ook niet.
        </p>
        <p>
          Soms doen er wel genoeg mensen mee, maar is over dezelfde antwoorden al iets verteld. Samen zou je
          dan te veel weten. Ook dan vertellen we niets.
        </p>
      </section>
      <section class="stack-small" aria-labelledby="wat-nu">
        <h2 id="wat-nu">Wat kun je nu doen?</h2>
        <ul class="stack-small">
          <li>Begin een nieuwe ronde en nodig meer mensen uit. Vertel erbij waar de scan voor is.</li>
          <li>
            Is je team klein, met twee tot vijf mensen? Dan past een open groep beter. Daarin kiest iedereen
            zelf of de anderen de antwoorden mogen zien.
          </li>
          <li>
            Praat met elkaar over je eigen resultaat. Dat blijft van jou. Jij kiest wat je ervan vertelt.
          </li>
        </ul>
      </section>
      {children}
      <p class="small muted">{`Deze ronde ging over “${instrument.texts.title}”.`}</p>
    </div>
  )
}
