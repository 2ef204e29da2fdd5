import type { JSX } from 'preact'
import { closingDays } from '#domain/closing-day.ts'
import {
  GROUP_MESSAGE_LENGTH,
  GROUP_NAME_LENGTH,
  type GroupKind,
  ORGANISER_NAME_LENGTH,
} from '#domain/group.ts'
import type { Instrument } from '#domain/instrument.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { leastOptions } from './least-options.ts'
import type { GroupErrors, TypedGroup } from './read-group-form.ts'

/** What a new group is asked: nothing that can be known already. */
export function GroupFields({
  typed,
  errors,
  instruments,
  minGroup,
  now,
}: {
  typed: TypedGroup
  errors: GroupErrors
  instruments: Instrument[]
  minGroup: number
  now: Date
}): JSX.Element {
  return (
    <>
      <TextField
        name="naam"
        label="Hoe heet de groep?"
        hint="Bijvoorbeeld: Team Werk, voorjaar."
        value={typed.naam}
        maxLength={GROUP_NAME_LENGTH}
        {...(errors.naam && { error: errors.naam })}
      />
      {instruments.length > 1 && (
        <RadioGroup
          name="instrument"
          legend="Wat vullen jullie in?"
          chosen={typed.instrument}
          options={instruments.map(({ id, texts }) => ({ value: id, label: texts.shortTitle }))}
          {...(errors.instrument && { error: errors.instrument })}
        />
      )}
      <RadioGroup
        name="soort"
        legend="Wat ziet de groep?"
        chosen={typed.soort}
        options={kindOptions(minGroup)}
        {...(errors.soort && { error: errors.soort })}
      />
      <RoundFields typed={typed} errors={errors} minGroup={minGroup} now={now} />
    </>
  )
}

function kindOptions(minGroup: number): { value: GroupKind; label: string; description: string }[] {
  return [
    {
      value: 'confidential',
      label: 'Vertrouwelijk: alleen cijfers van iedereen samen',
      description: `Niemand ziet wie wat antwoordde, jij ook niet. Er zijn minstens ${minGroup} mensen nodig, naast jou.`,
    },
    {
      value: 'open',
      label: 'Open: naast elkaar, met naam',
      description:
        'Voor twee tot vijf mensen die elkaar vertrouwen. Ieder kiest zelf of de anderen de antwoorden zien. Cijfers komen er niet.',
    },
  ]
}

/** What every round is asked, also the next one. Without a `kind` it is still being chosen. */
export function RoundFields({
  typed,
  errors,
  minGroup,
  now,
  kind,
}: {
  typed: TypedGroup
  errors: GroupErrors
  minGroup: number
  now: Date
  kind?: GroupKind
}): JSX.Element {
  const { first, last } = closingDays(now)
  return (
    <>
      <TextField
        name="sluitdatum"
        label="Tot en met welke dag kan iedereen invullen?"
        hint="Twee weken is meestal genoeg. Drie dagen van tevoren krijgt wie nog niet klaar is een herinnering."
        type="date"
        value={typed.sluitdatum}
        least={first}
        most={last}
        {...(errors.sluitdatum && { error: errors.sluitdatum })}
      />
      <TextField
        name="organisator"
        label="Jouw naam"
        hint="Zo herkennen mensen wie hen uitnodigt. Je naam staat in de mail."
        value={typed.organisator}
        maxLength={ORGANISER_NAME_LENGTH}
        autocomplete="name"
        {...(errors.organisator && { error: errors.organisator })}
      />
      <TextAreaField
        name="bericht"
        label="Waarom vraag je hen mee te doen? (hoeft niet)"
        hint="Een paar zinnen van jou, in de uitnodiging. Vertel wat jullie met het resultaat gaan doen."
        value={typed.bericht}
        rows={4}
        maxLength={GROUP_MESSAGE_LENGTH}
        {...(errors.bericht && { error: errors.bericht })}
      />
      {kind !== 'open' && (
        <SelectField
          name="minimum"
          label={`Hoeveel mensen zijn er minstens nodig?${kind ? '' : ' (alleen vertrouwelijk)'}`}
          hint="Naast jou: jouw eigen antwoorden tellen hiervoor niet. Meer mensen geeft iedereen meer zekerheid. Later kan het alleen omhoog."
          options={leastOptions(minGroup)}
          chosen={typed.minimum}
        />
      )}
    </>
  )
}
