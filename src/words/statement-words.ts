import type { Instrument } from '#domain/instrument.ts'

/** What a statement is called on screen, and the sentences that depend on it: of a checklist it is a point. */
export type StatementWords = {
  one: string
  more: string
  this: string
  each: string
  next: string
  single: string
  stepUp: string
  nothingFirm: string
  allFirm: string
  standsOut: { higher: string; lower: string }
}

const WORDS: Record<Instrument['kind'], StatementWords> = {
  levels: {
    one: 'stelling',
    more: 'stellingen',
    this: 'deze stelling',
    each: 'elke stelling',
    next: 'de volgende stelling',
    single: 'één stelling',
    stepUp: 'Een trede hoger',
    nothingFirm: 'Nog geen stelling op de bovenste treden. Kijk bij de tips waarmee je kunt beginnen.',
    allFirm: 'Alles wat je kent staat op de hoogste trede. Houd het vast, en vraag hoe anderen het zien.',
    standsOut: {
      higher:
        'Dit antwoord ligt hoger dan je andere antwoorden in dit onderdeel. Wat maakt dat dit wel lukt? Daar kan de rest van leren.',
      lower:
        'Dit antwoord ligt lager dan je andere antwoorden in dit onderdeel. Hoe zien collega’s dit? Hier kan een kleine stap veel doen.',
    },
  },
  checklist: {
    one: 'punt',
    more: 'punten',
    this: 'dit punt',
    each: 'elk punt',
    next: 'het volgende punt',
    single: 'één punt',
    stepUp: 'De volgende stap',
    nothingFirm: 'Er staat nog geen punt helemaal. Kijk bij de tips waarmee je kunt beginnen.',
    allFirm: 'Alles wat je kent, staat. Houd het vast, en vraag hoe anderen het zien.',
    standsOut: {
      higher: 'Dit staat al, terwijl veel in dit onderdeel nog open is. Wat maakt dat dit wel lukt?',
      lower: 'Dit staat nog open, terwijl veel in dit onderdeel al staat. Hoe zien collega’s dit?',
    },
  },
}

export function wordsFor({ kind }: Pick<Instrument, 'kind'>): StatementWords {
  return WORDS[kind]
}

/** How the answers of an instrument are drawn. */
export function markOf({ kind }: Pick<Instrument, 'kind'>): 'ladder' | 'tick' {
  return kind === 'checklist' ? 'tick' : 'ladder'
}

/** "Ja, dit staat" is "ja" where there is little room. */
export function shortLabel(label: string): string {
  return (label.split(/,| of /)[0] ?? label).trim().toLowerCase()
}
