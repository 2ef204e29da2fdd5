import type { JSX } from 'preact'
import type { TipSettings } from '#domain/edit-tips.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { FormFields } from '#web/body.ts'
import { answerInWords } from '#words/content-place-words.ts'

/** So many sources a tip can name. */
const MOST_SOURCES = 4

/** For which answers a tip is, and which sources stand under it. */
export function TipSettingsFields({
  content,
  fits,
  sources,
}: TipSettings & { content: PublishedInstrument }): JSX.Element {
  const options = [
    { value: '', label: 'Geen' },
    ...content.structure.sources.map(({ id, title }) => ({ value: id, label: title })),
  ]
  const fields = Math.min(MOST_SOURCES, Math.max(2, sources.length + 1))
  return (
    <>
      <fieldset class="choices" id={`antwoord-${content.structure.answers[0]?.id}`} tabIndex={-1}>
        <legend>Bij welke antwoorden hoort deze tip?</legend>
        <div class="answers">
          {content.structure.answers.map(({ id }) => (
            <CheckboxField
              name={`antwoord-${id}`}
              label={answerInWords(content, id)}
              isChecked={fits.includes(id)}
              key={id}
            />
          ))}
        </div>
      </fieldset>
      {Array.from({ length: fields }, (_, index) => (
        <SelectField
          name={`bron-${index + 1}`}
          label={`Bron ${index + 1}`}
          {...(index === 0 && { hint: 'Staat de bron er niet bij? Voeg hem eerst toe bij Bronnen.' })}
          options={options}
          chosen={sources[index] ?? ''}
          key={index}
        />
      ))}
    </>
  )
}

export function tipFields(content: PublishedInstrument): string[] {
  return [
    'was',
    'doe',
    ...content.structure.answers.map(({ id }) => `antwoord-${id}`),
    ...Array.from({ length: MOST_SOURCES }, (_, index) => `bron-${index + 1}`),
  ]
}

/** What was chosen; null when something else was sent. */
export function readTipSettings(content: PublishedInstrument, form: FormFields): TipSettings | null {
  if (!['bewaar', 'weg'].includes(form.get('doe') ?? 'bewaar')) return null
  const fits = content.structure.answers.flatMap(({ id }) =>
    form.get(`antwoord-${id}`) === 'ja' ? [id] : [],
  )
  const sources = Array.from({ length: MOST_SOURCES }, (_, index) => form.get(`bron-${index + 1}`) ?? '')
  return { fits, sources: [...new Set(sources.filter(Boolean))] }
}

/** How the tip stood when the page was made; null when that cannot be read. */
export function readTipBefore(text: string): TipSettings | null {
  try {
    const { fits, sources } = JSON.parse(text) as Record<string, unknown>
    const isIds = (value: unknown): value is string[] =>
      Array.isArray(value) && value.every((one) => typeof one === 'string')
    return isIds(fits) && isIds(sources) ? { fits, sources } : null
  } catch {
    return null
  }
}
