import type { JSX } from 'preact'

/** A choice from a list too long to show at once; the first one chooses nothing. */
export function SelectField({
  name,
  label,
  options,
  chosen = '',
}: {
  name: string
  label: string
  options: { value: string; label: string }[]
  chosen?: string | undefined
}): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select class="input" id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
