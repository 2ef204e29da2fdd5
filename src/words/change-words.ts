import type { DeclaredMeaning, VersionStep } from '#domain/content-changes.ts'
import type { Change, Data } from '#domain/content-tree.ts'
import { inField } from '#domain/editable-text.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { type TextPart, wordChanges } from '#domain/word-changes.ts'
import { answerInWords, placeInWords } from './content-place-words.ts'

/** A change as somebody reads it: where, and the text with what went and what came. */
export type ChangeInWords = { where: string; parts: TextPart[] }

/** `before` and `after` are the whole: for the names of what is only in one of them. */
export function changeInWords(
  change: Change,
  { before, after }: { before: PublishedInstrument; after: PublishedInstrument },
): ChangeInWords {
  const where = placeInWords(change.after === undefined ? before : after, change.place)
  return {
    where,
    parts: wordChanges(asText(change.before, change, before), asText(change.after, change, after)),
  }
}

export const MEANING_WORDS: Record<DeclaredMeaning, { label: string; description: string }> = {
  spelling: {
    label: 'Alleen spelling',
    description: 'Een tikfout, een leesteken. Wie antwoordde, las hetzelfde.',
  },
  wording: {
    label: 'Andere woorden, zelfde vraag',
    description:
      'Wie de oude tekst beantwoordde, zou nu hetzelfde antwoorden. Resultaten blijven te vergelijken.',
  },
  meaning: {
    label: 'Een andere vraag',
    description:
      'Oude en nieuwe antwoorden gaan niet over hetzelfde. Het verloop breekt hier, en zegt dat ook.',
  },
}

/** What the step to the next version means for whoever compares results. */
export const STEP_WORDS: Record<VersionStep, string> = {
  none: 'Er verandert niets.',
  spelling: 'Alleen spelling. Alle resultaten blijven te vergelijken.',
  wording: 'Nieuwe woorden of tips. Alle resultaten blijven te vergelijken.',
  meaning: 'Niet alles is nog te vergelijken. Waar dat zo is, breekt het verloop.',
}

function asText(value: Data | undefined, { place }: Change, content: PublishedInstrument): string {
  if (value === undefined) return ''
  const setting = place.at(-1)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    if (setting === 'fits') return value.map((id) => answerInWords(content, String(id))).join(', ')
    if (setting === 'sources') return value.map((id) => sourceInWords(content, String(id))).join(', ')
    return inField(value)
  }
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return thingInWords(value, content)
}

function sourceInWords({ structure }: PublishedInstrument, id: string): string {
  return structure.sources.find((source) => source.id === id)?.title ?? id
}

/** A thing that came or went as a whole: its texts, each on a line. */
function thingInWords(value: Data, content: PublishedInstrument): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (Array.isArray(value)) return value.map((one) => thingInWords(one, content)).join('\n')
  if (Array.isArray(value.fits)) {
    const sources = Array.isArray(value.sources) ? value.sources : []
    return [
      `Bij: ${value.fits.map((id) => answerInWords(content, String(id))).join(', ')}`,
      ...(sources.length > 0
        ? [`Bron: ${sources.map((id) => sourceInWords(content, String(id))).join(', ')}`]
        : []),
    ].join('\n')
  }
  return Object.entries(value)
    .filter(([name, inner]) => name !== 'id' && inner !== undefined && inner !== null)
    .map(([, inner]) => (typeof inner === 'object' ? thingInWords(inner, content) : String(inner)))
    .join('\n')
}
