import type { JSX } from 'preact'
import { FieldHints, hintIds } from './field-hints.tsx'

/** One line to copy and keep, such as a link: in a field everything is selected at once, also on a phone. */
export function CopyField({
  name,
  label,
  hint,
  value,
}: {
  name: string
  label: string
  hint?: string
  value: string
}): JSX.Element {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <FieldHints name={name} hint={hint} />
      <input
        class="input"
        id={name}
        value={value}
        readOnly
        spellcheck={false}
        aria-describedby={hintIds({ name, hint })}
      />
    </div>
  )
}
