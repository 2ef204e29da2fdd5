import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { Details } from '#ui/details.tsx'

/** How to read the result, and the advice to talk about it. */
export function Interpretation({ instrument }: { instrument: Instrument }): JSX.Element {
  const { interpretation, conversation } = instrument.texts
  return (
    <section class="stack narrow" aria-labelledby="praat-erover">
      <h2 id="praat-erover">Praat erover</h2>
      <ul class="stack-small">
        {conversation.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
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
