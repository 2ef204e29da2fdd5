import type { JSX } from 'preact'

/** A line of text with its label, a hint and, when it is wrong, what to do about it. */
export function TextField({
  name,
  label,
  hint,
  value,
  error,
  autocomplete,
}: {
  name: string
  label: string
  hint: string
  value: string
  error?: string
  autocomplete?: string
}): JSX.Element {
  return (
    <div class={error ? 'text-field with-error' : 'text-field'}>
      <label for={name}>{label}</label>
      <p class="small muted" id={`${name}-hint`}>
        {hint}
      </p>
      {error && (
        <p class="error-message" id={`${name}-fout`}>
          {error}
        </p>
      )}
      <input
        type="text"
        id={name}
        name={name}
        value={value}
        aria-describedby={error ? `${name}-hint ${name}-fout` : `${name}-hint`}
        {...(error && { 'aria-invalid': 'true' as const })}
        {...(autocomplete && { autocomplete })}
        spellcheck={false}
      />
    </div>
  )
}
