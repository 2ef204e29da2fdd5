import type { JSX } from 'preact'
import { KeyHint } from '#ui/key-hint.tsx'
import { urls } from '#web/urls.ts'
import { dutchTime } from '#words/dutch.ts'
import { stepName } from '#words/room-words.ts'
import type { LeaderView } from './leader-view.ts'

type Props = { leader: LeaderView; now: Date; silence: number }

/** The bar under the screen: on and back, a moment of silence, and telling what a vote came to. */
export function LeaderBar({ leader: { view, group }, now, silence }: Props): JSX.Element {
  const { step, previous, next, ballot, outcome, meeting, topics } = view
  const topicOf = (id: string | null) => topics.find((one) => one.id === id)?.topic ?? null
  const isSilent = meeting.silentUntil !== null && meeting.silentUntil > now
  return (
    <form
      class="room-bar"
      method="post"
      action={urls.groupRoom.to({ group })}
      data-live-part="bar"
      data-live-form
    >
      <input type="hidden" name="stap" value={step.name} />
      <div class="room-silence">
        {isSilent && meeting.silentUntil ? (
          <>
            <p data-until={meeting.silentUntil.toISOString()} data-now={now.toISOString()}>
              {`Stil tot ${dutchTime(meeting.silentUntil)}`}
            </p>
            <Control value="praat" keyName="S">
              Praat verder
            </Control>
          </>
        ) : (
          <Control value="stil" keyName="S">
            {silence === 60 ? 'Eén minuut stil' : `${silence} seconden stil`}
          </Control>
        )}
      </div>
      <div class="room-steps">
        {previous && (
          <Control value="vorige" keyName="ArrowLeft">
            Vorige
          </Control>
        )}
        {ballot && !outcome && (
          <Control value="toon" keyName="T" isMain>
            Sluit de stemming
          </Control>
        )}
        {next && (
          <Control value="volgende" keyName="ArrowRight" isMain={!ballot || outcome !== null}>
            {`Volgende: ${stepName(next, next.statement === step.statement ? null : topicOf(next.statement))}`}
          </Control>
        )}
      </div>
    </form>
  )
}

/** A button that a key presses too; the key stands on it. */
function Control({
  value,
  keyName,
  isMain = false,
  children,
}: {
  value: string
  keyName: string
  isMain?: boolean
  children: string
}): JSX.Element {
  return (
    <button
      type="submit"
      class={isMain ? 'button' : 'button quiet'}
      name="doe"
      value={value}
      data-key={keyName}
      aria-keyshortcuts={keyName}
    >
      {children} <KeyHint name={keyName} />
    </button>
  )
}
