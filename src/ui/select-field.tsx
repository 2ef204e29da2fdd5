import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

/** A choice from a list too long to show at once; the first one chooses nothing. */
export function SelectField({
  name,
  label,
  hint,
  options,
  chosen = '',
}: {
  name: string
  label: string
  hint?: string
  options: { value: string; label: string }[]
  chosen?: string | undefined
}): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <FieldHints name={name} hint={hint} />
      <select class="input" id={name} name={name} aria-describedby={hintIds({ name, hint })}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
