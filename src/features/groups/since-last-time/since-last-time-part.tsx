import type { JSX } from 'preact'
import type { Action } from '#domain/plan.ts'
import { urls } from '#web/urls.ts'
import { agreedInWords, SINCE_LAST_TIME } from '#words/since-last-time-words.ts'

/** A round opens with what came of the last one: one sentence, and a way to the rest. Nothing was agreed: nothing. */
export function SinceLastTimePart({
  group,
  actions,
}: {
  group: string
  actions: readonly Pick<Action, 'status'>[]
}): JSX.Element | null {
  if (actions.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby="sinds-vorige">
      <h2 id="sinds-vorige">{SINCE_LAST_TIME}</h2>
      <p>{agreedInWords(actions)}</p>
      <p>
        <a href={urls.groupSinceLastTime.to({ group })}>Lees wat ervan kwam</a>
      </p>
    </section>
  )
}
