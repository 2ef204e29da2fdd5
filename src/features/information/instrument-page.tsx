import type { JSX } from 'preact'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { FINISHED_DAYS, UNFINISHED_DAYS } from '#domain/retention.ts'
import { Button } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireInstrument } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchCount } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'

/** Lees dit eerst: short, in the way of the start button, so that nobody misses it. */
export function showInstrument(c: RequestContext): Response | Promise<Response> {
  return requireInstrument(c, (instrument) =>
    page(
      c,
      {
        title: `Lees dit eerst · ${instrument.texts.shortTitle}`,
        description: instrument.texts.summary,
        isPublic: true,
      },
      <ReadThisFirst instrument={instrument} />,
    ),
  )
}

function ReadThisFirst({ instrument }: { instrument: Instrument }): JSX.Element {
  const { texts, clusters } = instrument
  const words = wordsFor(instrument)
  const total = statementsOf(instrument).length
  const unknown = instrument.answers.find(({ level }) => level === null)
  return (
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">{texts.title}</p>
        <h1>Lees dit eerst</h1>
        <p class="lead">{texts.purpose}</p>
      </div>
      <dl class="facts">
        <div>
          <dt>Hoelang duurt het?</dt>
          <dd>
            {`Ongeveer ${instrument.minutes} minuten voor ${total} ${words.more}. Je mag stoppen en later verdergaan. Ook op een ander apparaat.`}
          </dd>
        </div>
        <div>
          <dt>Wie ziet je antwoorden?</dt>
          <dd>
            Alleen jij. Een account is niet nodig. Om je scan terug te vinden zetten we dan één cookie in je
            browser. Een scan die niet af is, wissen we na {UNFINISHED_DAYS} dagen. Een scan die af is, na{' '}
            {FINISHED_DAYS === 365 ? 'een jaar' : `${FINISHED_DAYS} dagen`}. In een account blijft je scan
            staan. Je kunt ook zelf alles wissen.
          </dd>
        </div>
        <div>
          <dt>Waar gaat het over?</dt>
          <dd>
            <p>{`De ${words.more} staan in ${dutchCount(clusters.length)} onderdelen:`}</p>
            <ul>
              {clusters.map(({ id, title, about, statements }) => (
                <li key={id}>
                  <b>{title}</b> ({statements.length}): {about}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Hoe kies je een antwoord?</dt>
          <dd>
            Kies wat het meest klopt voor jullie organisatie, zoals jij het ziet. Er is geen goed of fout.
            Weet je het niet, of past het niet bij jullie werk? {unknown && `Dan kies je “${unknown.label}”`}{' '}
            Overslaan mag ook.
          </dd>
        </div>
        {instrument.roles.length > 0 && (
          <div>
            <dt>{`Krijgt iedereen dezelfde ${words.more}?`}</dt>
            <dd>Ja. {texts.roleReason}</dd>
          </div>
        )}
      </dl>
      <form method="post" action={urls.scans.to()} class="stack-small">
        <input type="hidden" name="instrument" value={instrument.id} />
        <div class="buttons">
          <Button>Ik heb dit gelezen, start</Button>
          <a href={urls.statements.to({ instrument: instrument.id })}>{`Bekijk eerst alle ${words.more}`}</a>
        </div>
        <p class="small muted">
          Al begonnen? <a href={urls.scans.to()}>Ga naar je scan</a>
        </p>
      </form>
    </div>
  )
}
