import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

/** Room for several lines, with the label above it, and the hint and the error between them. */
export function TextAreaField({
  name,
  label,
  hint,
  error,
  value = '',
  rows = 5,
  maxLength,
}: {
  name: string
  label: string
  hint?: string
  error?: string
  value?: string
  rows?: number
  maxLength?: number
}): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <FieldHints name={name} hint={hint} error={error} />
      <textarea
        class="input"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hintIds({ name, hint, error })}
        value={value}
      />
    </div>
  )
}
