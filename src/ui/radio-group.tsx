import type { JSX } from 'preact'

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
  const hintId = hint && `${name}-hint`
  const errorId = error && `${name}-fout`
  return (
    <fieldset
      class="choices"
      id={name}
      tabIndex={-1}
      aria-describedby={[errorId, hintId].filter(Boolean).join(' ') || undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
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
