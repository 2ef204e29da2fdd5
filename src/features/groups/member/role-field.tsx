import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { SelectField } from '#ui/select-field.tsx'

/** In which role somebody takes part. It may stay open. */
export function RoleField({
  instrument,
  chosen,
  least,
}: {
  instrument: Instrument
  chosen: string | null
  least: number
}): JSX.Element {
  return (
    <SelectField
      name="functie"
      label="Je functie"
      hint={`Waarvoor: de groep kan functies naast elkaar leggen. Dat gebeurt alleen als van elke functie ${least} of meer mensen meededen.`}
      options={[
        { value: '', label: 'Zeg ik liever niet' },
        ...instrument.roles.map(({ id, label }) => ({ value: id, label })),
      ]}
      chosen={chosen ?? ''}
    />
  )
}

/** The role that a form names: null for none, undefined for one that the instrument does not know. */
export function readRole({ roles }: Instrument, given: string | undefined): string | null | undefined {
  if (!given) return null
  return roles.find(({ id }) => id === given)?.id
}
