import type { Instrument } from './instrument.ts'
import { statementsOf } from './instrument.ts'
import type {
  GuideChapter,
  GuideEntry,
  GuideSection,
  LibraryEntry,
  LibraryKind,
  PracticeEntry,
  SourceEntry,
  Theme,
} from './library-schema.ts'

/** Sources, practice examples, findings, guides and terms, with every link between them both ways. */
export type Library = {
  themes: Theme[]
  entries: LibraryEntry[]
  find: (id: string) => LibraryEntry | undefined
  findSource: (id: string) => SourceEntry | undefined
  /** What helps with a statement as a whole. */
  forStatement: (instrument: string, statement: string) => LibraryEntry[]
  /** What belongs to one tip. */
  forTip: (instrument: string, tip: string) => LibraryEntry[]
  /** The entries in which this one is named: as a source, or as an example in a guide. */
  namedIn: (id: string) => Mention[]
}

/** An entry that names another one; of a guide also the chapter and the section. */
export type Mention = { entry: LibraryEntry; chapter?: GuideChapter; section?: GuideSection }

/** The statements that an entry belongs to, by its own word or because a tip names it as its source. */
export type StatementLink = { instrument: Instrument; statement: string; tip: string | null }

export function createLibrary(entries: LibraryEntry[], themes: Theme[]): Library {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const places = new Map<string, LibraryEntry[]>()
  const mentions = new Map<string, Mention[]>()
  for (const entry of entries) {
    for (const [instrument, ids] of Object.entries(entry.belongsTo)) {
      for (const id of ids) add(places, `${instrument}/${id}`, entry)
    }
    for (const { id, ...mention } of mentionsIn(entry)) add(mentions, id, mention)
  }
  return {
    themes,
    entries,
    find: (id) => byId.get(id),
    findSource: (id) => {
      const entry = byId.get(id)
      return entry?.kind === 'source' ? entry : undefined
    },
    forStatement: (instrument, statement) => places.get(`${instrument}/${statement}`) ?? [],
    forTip: (instrument, tip) => places.get(`${instrument}/${tip}`) ?? [],
    namedIn: (id) => mentions.get(id) ?? [],
  }
}

export const emptyLibrary: Library = createLibrary([], [])

/** Everything that helps with a statement, its own and that of its tips, each once. */
export function helpFor(
  library: Library,
  instrument: Instrument,
  statement: { id: string; tips: { id: string }[] },
): LibraryEntry[] {
  const found = [
    ...library.forStatement(instrument.id, statement.id),
    ...statement.tips.flatMap(({ id }) => library.forTip(instrument.id, id)),
  ]
  return [...new Set(found)]
}

export function practicesAmong(entries: LibraryEntry[]): PracticeEntry[] {
  return entries.filter((entry) => entry.kind === 'practice')
}

export function entriesOfKind(library: Library, kind: LibraryKind): LibraryEntry[] {
  return library.entries.filter((entry) => entry.kind === kind)
}

/** The guides that help with an instrument, for whoever wants to read on. */
export function guidesFor(library: Library, instrument: Instrument): GuideEntry[] {
  return library.entries.flatMap((entry) =>
    entry.kind === 'guide' && Object.hasOwn(entry.belongsTo, instrument.id) ? [entry] : [],
  )
}

/** Where an entry belongs, in the order of the instruments; each statement once. */
export function statementsFor(entry: LibraryEntry, instruments: Instrument[]): StatementLink[] {
  return instruments.flatMap((instrument) => {
    const own = new Set(entry.belongsTo[instrument.id] ?? [])
    return statementsOf(instrument).flatMap((statement): StatementLink[] => {
      const tip = statement.tips.find(
        ({ id, sources }) => own.has(id) || sources.some((source) => source.id === entry.id),
      )
      if (!own.has(statement.id) && !tip) return []
      return [{ instrument, statement: statement.id, tip: tip?.id ?? null }]
    })
  })
}

/** The sections of a guide, each with the chapter in which it stands. */
export function sectionsOf(guide: GuideEntry): { chapter?: GuideChapter; section: GuideSection }[] {
  return [
    ...(guide.sections ?? []).map((section) => ({ section })),
    ...(guide.chapters ?? []).flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section }))),
  ]
}

function mentionsIn(entry: LibraryEntry): (Mention & { id: string })[] {
  if (entry.kind === 'guide') {
    return sectionsOf(entry).flatMap((place) => place.section.entries.map((id) => ({ id, entry, ...place })))
  }
  const sources = entry.kind === 'practice' || entry.kind === 'finding' ? entry.sources : []
  return sources.map((id) => ({ id, entry }))
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
