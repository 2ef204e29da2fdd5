import type { JSX } from 'preact'

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
}: {
  name: string
  label: string
  hint?: string
  error?: string
  value?: string
  type?: 'text' | 'email' | 'password' | 'search'
  autocomplete?: string
  maxLength?: number
}): JSX.Element {
  const hintId = hint && `${name}-hint`
  const errorId = error && `${name}-fout`
  return (
    <div class="field">
      <label for={name}>{label}</label>
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
      <input
        class="input"
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxLength={maxLength}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={[errorId, hintId].filter(Boolean).join(' ') || undefined}
      />
    </div>
  )
}
