import type { JSX } from 'preact'

export type RadioOption = { value: string; label: string; description?: string }

/** One choice out of a few; nothing has to be chosen. */
export function RadioGroup({
  name,
  legend,
  options,
}: {
  name: string
  legend: string
  options: RadioOption[]
}): JSX.Element {
  return (
    <fieldset class="radio-group">
      <legend>{legend}</legend>
      <div class="answers">
        {options.map(({ value, label, description }) => (
          <label class="answer" key={value}>
            <input type="radio" name={name} value={value} />
            <span class="answer-text">
              <b>{label}</b>
              {description && <span class="visually-hidden">: </span>}
              {description && <span>{description}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
