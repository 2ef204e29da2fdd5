import type { JSX } from 'preact'

/** Yes or nothing, as a whole row. What it means stands in the row itself. */
export function CheckboxField({
  name,
  value = 'ja',
  label,
  description,
  isChecked = false,
}: {
  name: string
  value?: string
  label: string
  description?: string
  isChecked?: boolean
}): JSX.Element {
  return (
    <label class="answer plain">
      <input type="checkbox" name={name} value={value} checked={isChecked} />
      <span>
        <b class={description ? undefined : 'light'}>{label}</b> {description && <span>{description}</span>}
      </span>
    </label>
  )
}
