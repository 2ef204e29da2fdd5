import type { LibraryEntry, SourceEntry } from '#domain/library-schema.ts'
import type { FieldName, SearchKind } from '#domain/search-documents.ts'

/** The kinds of things in the library: one of them, several, and the word in an address. */
export const KIND_WORDS: Record<SearchKind, { one: string; more: string; address: string }> = {
  guide: { one: 'Gids', more: 'Gidsen', address: 'gids' },
  practice: { one: 'Praktijkvoorbeeld', more: 'Praktijkvoorbeelden', address: 'praktijkvoorbeeld' },
  finding: { one: 'Uit onderzoek', more: 'Cijfers en onderzoek', address: 'onderzoek' },
  source: { one: 'Bron', more: 'Bronnen en hulpmiddelen', address: 'bron' },
  term: { one: 'Begrip', more: 'Begrippen', address: 'begrip' },
  statement: { one: 'Stelling', more: 'Stellingen en punten', address: 'stelling' },
}

const FORM_WORDS: Record<SourceEntry['form'], string> = {
  publicatie: 'Publicatie',
  artikel: 'Artikel',
  training: 'Training',
  video: 'Video',
  website: 'Website',
  instrument: 'Hulpmiddel',
  organisatie: 'Organisatie',
  methode: 'Werkwijze',
}

/** Where in something was searched: "Gevonden in de uitleg". */
export const FIELD_WORDS: Record<FieldName, string> = {
  title: 'de titel',
  summary: 'de samenvatting',
  text: 'de tekst',
  result: 'het resultaat',
  lesson: 'de les',
  details: 'de gegevens',
  explanation: 'de uitleg',
  tips: 'de tips',
}

export function kindOfAddress(word: string | undefined): SearchKind | undefined {
  const kinds = Object.entries(KIND_WORDS) as [SearchKind, (typeof KIND_WORDS)[SearchKind]][]
  return kinds.find(([, words]) => words.address === word)?.[0]
}

/** "Training", "Praktijkvoorbeeld": what somebody would call it. */
export function wordFor(entry: LibraryEntry): string {
  return entry.kind === 'source' ? FORM_WORDS[entry.form] : KIND_WORDS[entry.kind].one
}
