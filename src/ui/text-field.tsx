import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

/** One line of text, with its label above it, and the hint and the error between them. */
export function TextField({
  name,
  label,
  hint,
  error,
  value = '',
  type = 'text',
  autocomplete,
  maxLength,
  suggestions = [],
  isShortCode = false,
  least,
  most,
}: {
  name: string
  label: string
  hint?: string
  error?: string
  value?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'date'
  autocomplete?: string
  maxLength?: number
  /** What others filled in; anything else is fine too. */
  suggestions?: string[]
  /** A few digits: a small field, with a keyboard of digits where there is one. */
  isShortCode?: boolean
  /** Of a date: the first and the last day that make sense, as "2026-11-22". */
  least?: string
  most?: string
}): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <FieldHints name={name} hint={hint} error={error} />
      <input
        class={isShortCode ? 'input short-code' : 'input'}
        inputmode={isShortCode ? 'numeric' : undefined}
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxLength={maxLength}
        min={least}
        max={most}
        list={suggestions.length > 0 ? `${name}-suggesties` : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hintIds({ name, hint, error })}
      />
      {suggestions.length > 0 && (
        <datalist id={`${name}-suggesties`}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} key={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  )
}
