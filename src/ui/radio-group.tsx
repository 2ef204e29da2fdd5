import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

export type RadioOption = { value: string; label: string; description?: string }

/** One choice out of a few, as whole rows. */
export function RadioGroup({
  name,
  legend,
  options,
  chosen,
  hint,
  error,
}: {
  name: string
  legend: string
  options: RadioOption[]
  chosen?: string | null
  hint?: string
  error?: string
}): JSX.Element {
  return (
    <fieldset class="choices" id={name} tabIndex={-1} aria-describedby={hintIds({ name, hint, error })}>
      <legend>{legend}</legend>
      <FieldHints name={name} hint={hint} error={error} />
      <div class="answers">
        {options.map(({ value, label, description }) => (
          <label class="answer plain" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              aria-invalid={error ? 'true' : undefined}
            />
            <span>
              <b class={description ? undefined : 'light'}>{label}</b>{' '}
              {description && <span>{description}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
