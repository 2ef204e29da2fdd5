import type { JSX } from 'preact'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { votePromise } from '#words/vote-words.ts'
import type { RoomView } from './room-view.ts'
import { voteOptions } from './vote-options.ts'

/** Several can be chosen: then each is a field of its own. */
export function fieldOf(option: string): string {
  return `keuze-${option}`
}

/** What a phone votes with. `own` is what it chose before; null when it did not vote yet. */
export function VoteForm({
  view,
  action,
  own,
}: {
  view: RoomView
  action: string
  own: string[] | null
}): JSX.Element {
  const { step, ballot, meeting } = view
  const options = voteOptions(view)
  const legend = ballot && ballot.most > 1 ? 'Wat kies jij? Je mag er meer kiezen.' : 'Wat kies jij?'
  return (
    <form class="stack-small" method="post" action={action} data-live-form data-vote={step.name}>
      <input type="hidden" name="stap" value={step.name} />
      {ballot && ballot.most > 1 ? (
        <fieldset class="choices" id="keuze">
          <legend>{step.kind === 'tips' ? `Wat kies jij? Hooguit ${ballot.most}.` : legend}</legend>
          <div class="answers">
            {options.map(({ id, label, detail }) => (
              <CheckboxField
                name={fieldOf(id)}
                label={label}
                {...(detail && { description: detail })}
                isChecked={own?.includes(id) ?? false}
                key={id}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <RadioGroup
          name="keuze"
          legend={legend}
          options={options.map(({ id, label, detail }) => ({
            value: id,
            label,
            ...(detail && { description: detail }),
          }))}
          chosen={own?.[0] ?? null}
        />
      )}
      <p class="room-saved" data-voted hidden={own === null}>
        <b>Je stem is bewaard.</b> Je kunt hem nog veranderen.
      </p>
      <div class="buttons">
        <Button>{own === null ? 'Stem' : 'Verander je stem'}</Button>
      </div>
      <p class="small muted">{votePromise(meeting.least)}</p>
    </form>
  )
}
