import { createHash } from 'node:crypto'
import type { Instrument, Statement } from './instrument.ts'
import { statementsOf } from './instrument.ts'
import type { Library } from './library.ts'
import { statementsFor } from './library.ts'
import type { GuideChapter, GuideEntry, GuideSection, LibraryEntry, LibraryKind } from './library-schema.ts'
import { ROLE_GROUPS } from './library-schema.ts'

/** Something that can be found: what it is and where it stands. */
export type SearchTarget =
  | { type: 'entry'; entry: LibraryEntry }
  | { type: 'section'; guide: GuideEntry; chapter: GuideChapter | null; section: GuideSection }
  | { type: 'statement'; instrument: Instrument; statement: Statement }

/** A text in which was searched, with the name of its place for whoever asks where it was found. */
export type SearchField = { where: FieldName; text: string }

export type FieldName =
  | 'title'
  | 'summary'
  | 'text'
  | 'result'
  | 'lesson'
  | 'details'
  | 'explanation'
  | 'tips'

export type SearchKind = LibraryKind | 'statement'

export type SearchDocument = {
  target: SearchTarget
  kind: SearchKind
  title: string
  fields: SearchField[]
  themes: string[]
  roles: string[]
  instruments: string[]
}

/** Everything in the library and every statement of the instruments, as documents to search in. */
export function searchDocuments(library: Library, instruments: Instrument[]): SearchDocument[] {
  return [
    ...library.entries.flatMap((entry) => [
      documentOf(entry, instruments),
      ...(entry.kind === 'guide' ? sectionDocuments(entry, instruments) : []),
    ]),
    ...instruments.flatMap((instrument) =>
      statementsOf(instrument).map((statement) => statementDocument(instrument, statement)),
    ),
  ]
}

/** Raise it when the same content gets another index: other weights, other words, other stems. */
const INDEX_FORM = 2

/** A fingerprint of all that can be found and how: nodes that show the same share one index. */
export function editionOf(documents: SearchDocument[]): string {
  const content = documents.map(({ kind, title, fields }) => [kind, title, fields])
  return createHash('sha256')
    .update(JSON.stringify([INDEX_FORM, content]))
    .digest('hex')
}

function documentOf(entry: LibraryEntry, instruments: Instrument[]): SearchDocument {
  return {
    target: { type: 'entry', entry },
    kind: entry.kind,
    title: entry.title,
    fields: fieldsOf(entry).filter(({ text }) => text !== ''),
    ...aspectsOf(entry, instruments),
  }
}

function aspectsOf(entry: LibraryEntry, instruments: Instrument[]) {
  const links = statementsFor(entry, instruments)
  return {
    themes: entry.themes,
    roles: entry.roles,
    instruments: [...new Set(links.map(({ instrument }) => instrument.id))],
  }
}

function fieldsOf(entry: LibraryEntry): SearchField[] {
  const start: SearchField[] = [
    { where: 'title', text: entry.title },
    { where: 'summary', text: entry.summary },
  ]
  switch (entry.kind) {
    case 'source':
      return [
        ...start,
        { where: 'text', text: entry.about },
        {
          where: 'details',
          text: [entry.publisher, entry.year, entry.form, entry.find].filter(Boolean).join('. '),
        },
      ]
    case 'practice':
      return [
        ...start,
        { where: 'text', text: entry.did },
        { where: 'result', text: entry.result ?? '' },
        { where: 'lesson', text: entry.learn },
        { where: 'details', text: [entry.place, entry.who, entry.year].filter(Boolean).join('. ') },
      ]
    case 'finding':
      return [...start, { where: 'text', text: entry.text }]
    case 'guide':
      return [...start, { where: 'text', text: entry.introduction.join('\n') }]
    case 'term':
      return [...start, { where: 'details', text: entry.also.join('. ') }]
  }
}

function sectionDocuments(guide: GuideEntry, instruments: Instrument[]): SearchDocument[] {
  const places = [
    ...(guide.sections ?? []).map((section) => ({ chapter: null, section })),
    ...(guide.chapters ?? []).flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section }))),
  ]
  return places.map(({ chapter, section }) => ({
    target: { type: 'section', guide, chapter, section },
    kind: 'guide',
    title: section.title,
    fields: [
      { where: 'title', text: section.title },
      ...(chapter ? [{ where: 'details' as const, text: chapter.title }] : []),
      {
        where: 'text',
        text: [...section.text, ...(section.points ?? []), ...(section.steps ?? [])].join('\n'),
      },
    ],
    ...aspectsOf(guide, instruments),
  }))
}

function statementDocument(instrument: Instrument, statement: Statement): SearchDocument {
  return {
    target: { type: 'statement', instrument, statement },
    kind: 'statement',
    title: statement.topic,
    fields: [
      { where: 'title', text: statement.topic },
      { where: 'summary', text: statement.statement },
      { where: 'explanation', text: statement.explanation },
      { where: 'tips', text: statement.tips.map(({ text }) => text).join('\n') },
    ],
    themes: [],
    roles: [...ROLE_GROUPS],
    instruments: [instrument.id],
  }
}
