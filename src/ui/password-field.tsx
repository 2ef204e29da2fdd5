import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

/**
 * A password. Pasting is welcome and a password manager finds its way. A script adds a button to see what was
 * typed and, for a new password (`strengthAt`), says how well it withstands guessing.
 */
export function PasswordField({
  name,
  label,
  hint,
  error,
  isNew = false,
  strengthAt,
}: {
  name: string
  label: string
  hint?: string
  error?: string
  isNew?: boolean
  strengthAt?: string
}): JSX.Element {
  return (
    <div class="field" data-password data-strength-at={strengthAt}>
      <label for={name}>{label}</label>
      <FieldHints name={name} hint={hint} error={error} />
      <input
        class="input"
        id={name}
        name={name}
        type="password"
        autocomplete={isNew ? 'new-password' : 'current-password'}
        autocapitalize="none"
        spellcheck={false}
        required={false}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hintIds({ name, hint, error })}
      />
      {strengthAt && <p class="password-strength" aria-live="polite" />}
    </div>
  )
}
