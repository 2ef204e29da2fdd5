import type { JSX } from 'preact'
import { entryId, link, SOURCE_KINDS, type Source } from '#domain/instrument-structure.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormFields } from '#web/body.ts'
import { capitalised } from '#words/dutch.ts'

export const SOURCE_FIELDS = ['titel', 'uitgever', 'jaar', 'soort', 'link'] as const
type SourceField = (typeof SOURCE_FIELDS)[number]

/** As it was typed. */
export type TypedSource = Record<SourceField, string>
export type SourceErrors = Partial<Record<SourceField, string>>

const LENGTHS = { title: 200, publisher: 120 }
const YEARS = { first: 1990, last: 2100 }

export function typedFrom(source: Source): TypedSource {
  return {
    titel: source.title,
    uitgever: source.publisher ?? '',
    jaar: source.year === undefined ? '' : String(source.year),
    soort: source.kind,
    link: source.link ?? '',
  }
}

export const EMPTY_SOURCE: TypedSource = { titel: '', uitgever: '', jaar: '', soort: 'publicatie', link: '' }

export function readTypedSource(form: FormFields): TypedSource {
  const text = (name: SourceField) => (form.get(name) ?? '').replace(/\s+/g, ' ').trim()
  return {
    titel: text('titel'),
    uitgever: text('uitgever'),
    jaar: text('jaar'),
    soort: text('soort'),
    link: text('link'),
  }
}

export type SourceReading = { source: Source } | { errors: SourceErrors }

/** What was typed as a source under this id, or what is wrong with it. */
export function readSource(id: string, typed: TypedSource): SourceReading {
  const year = typed.jaar === '' ? undefined : Number(typed.jaar)
  const kind = SOURCE_KINDS.find((one) => one === typed.soort)
  const errors: SourceErrors = {
    ...(typed.titel.length < 2 && { titel: 'Geef de bron een titel.' }),
    ...(typed.titel.length > LENGTHS.title && {
      titel: `De titel is te lang: er passen ${LENGTHS.title} tekens.`,
    }),
    ...(typed.uitgever.length === 1 && { uitgever: 'Dit is te kort voor een naam.' }),
    ...(typed.uitgever.length > LENGTHS.publisher && {
      uitgever: `De naam is te lang: er passen ${LENGTHS.publisher} tekens.`,
    }),
    ...(year !== undefined &&
      !(Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last) && {
        jaar: `Schrijf het jaar met vier cijfers, vanaf ${YEARS.first}.`,
      }),
    ...(!kind && { soort: 'Kies een soort.' }),
    ...(typed.link !== '' &&
      !link.safeParse(typed.link).success && {
        link: 'Dit is geen adres van een website. Het begint met https:// en heeft een naam zoals voorbeeld.nl.',
      }),
  }
  if (Object.keys(errors).length > 0 || !kind) return { errors }
  return {
    source: {
      id: entryId.parse(id),
      title: typed.titel,
      ...(typed.uitgever && { publisher: typed.uitgever }),
      ...(year !== undefined && { year }),
      kind,
      ...(typed.link && { link: typed.link }),
    },
  }
}

export function SourceForm({
  action,
  typed,
  errors,
  was,
  back,
  canBeRemoved = false,
}: {
  action: string
  typed: TypedSource
  errors: SourceErrors
  /** How it stood when the page was made; a new one has none. */
  was?: Source
  back: string
  canBeRemoved?: boolean
}): JSX.Element {
  const field = (name: SourceField) => ({
    name,
    value: typed[name],
    ...(errors[name] && { error: errors[name] }),
  })
  return (
    <form method="post" action={action} class="stack" novalidate>
      <TextField {...field('titel')} label="Titel" maxLength={LENGTHS.title} />
      <TextField {...field('uitgever')} label="Wie gaf het uit?" hint="Mag leeg blijven." />
      <TextField {...field('jaar')} label="Jaar" hint="Mag leeg blijven." isShortCode />
      <SelectField
        name="soort"
        label="Soort"
        options={SOURCE_KINDS.map((kind) => ({ value: kind, label: capitalised(kind) }))}
        chosen={typed.soort}
      />
      <TextField {...field('link')} label="Link" hint="Het hele adres, met https://. Mag leeg blijven." />
      {was && <input type="hidden" name="was" value={JSON.stringify(was)} />}
      <div class="buttons">
        <Button name="doe" value="bewaar">
          Bewaar
        </Button>
        {canBeRemoved && (
          <Button quiet name="doe" value="weg">
            Haal deze bron weg
          </Button>
        )}
        <ButtonLink quiet href={back}>
          Ga terug
        </ButtonLink>
      </div>
    </form>
  )
}

/** What is wrong with what was typed, with the way to each field. */
export function SourceErrorSummary({ errors }: { errors: SourceErrors }): JSX.Element {
  return (
    <ErrorSummary
      title="Dit lukte nog niet"
      kept="Er is niets veranderd. Wat je typte, staat nog hieronder."
      errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))}
    />
  )
}
