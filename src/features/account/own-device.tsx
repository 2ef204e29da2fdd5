import type { JSX } from 'preact'
import { SESSION_DAYS } from '#domain/account.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'

export function OwnDeviceField({ isChecked = false }: { isChecked?: boolean }): JSX.Element {
  return (
    <CheckboxField
      name="eigen-apparaat"
      label="Dit is mijn eigen apparaat"
      description={`Dan blijf je ${SESSION_DAYS.own} dagen ingelogd. Anders tot je de browser sluit, en hooguit een halve dag.`}
      isChecked={isChecked}
    />
  )
}
