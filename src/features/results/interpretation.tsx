import { Fragment, type JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { guidesFor, type Library } from '#domain/library.ts'
import { Details } from '#ui/details.tsx'
import { urls } from '#web/urls.ts'

/** How to read the result, and the advice to talk about it. */
export function Interpretation({
  instrument,
  library,
}: {
  instrument: Instrument
  library: Library
}): JSX.Element {
  const { interpretation, conversation } = instrument.texts
  const guides = guidesFor(library, instrument)
  return (
    <section class="stack narrow" aria-labelledby="praat-erover">
      <h2 id="praat-erover">Praat erover</h2>
      <ul class="stack-small">
        {conversation.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {guides.length > 0 && (
        <p class="print-hidden">
          <b>Lees ook:</b>{' '}
          {guides.map(({ id, title }, index) => (
            <Fragment key={id}>
              {index > 0 && ' · '}
              <a href={urls.libraryEntry.to({ entry: id })}>{title}</a>
            </Fragment>
          ))}
        </p>
      )}
      <Details summary="Zo lees je dit resultaat">
        <div class="stack-small">
          {interpretation.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </Details>
    </section>
  )
}
