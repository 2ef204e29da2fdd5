import { checkWording } from './check-wording.ts'
import { type CheckedFile, type Finding, type Place, type Report, reporterOf } from './finding.ts'
import type { Instrument } from './instrument.ts'
import { statementsOf } from './instrument.ts'
import { sectionsOf } from './library.ts'
import {
  KIND_OF_FOLDER,
  type LibraryEntry,
  libraryFileSchemas,
  type Theme,
  themesSchema,
} from './library-schema.ts'
import { readChecked } from './read-checked.ts'

/** A file of the library, with the folder in which it lies. */
export type LibraryFile = { folder: keyof typeof libraryFileSchemas; file: CheckedFile }

export type CheckedLibrary = { entries: LibraryEntry[]; themes: Theme[]; findings: Finding[] }

type Placed = { entry: LibraryEntry; place: Place; report: Report }

const MANUAL = 'docs/library-format.md'

/**
 * Reads the library and says everything that is wrong with it: against the schemas, and ids that clash or
 * lead nowhere. What belongs to an instrument is checked against the instruments that are given; without them
 * it is not: an instrument in use may be older or newer than the library.
 */
export function checkLibrary(
  files: LibraryFile[],
  themesFile: CheckedFile,
  instruments?: Instrument[],
): CheckedLibrary {
  const findings: Finding[] = []
  const reporter = (file: CheckedFile) => reporterOf(file, findings)

  const themes = readChecked(themesFile, themesSchema, MANUAL, reporter(themesFile)) ?? []
  const placed = files.flatMap(({ folder, file }) => {
    const report = reporter(file)
    const kind = KIND_OF_FOLDER[folder]
    const entries = readChecked(file, libraryFileSchemas[folder], MANUAL, report) ?? []
    return entries.map(
      (entry, index): Placed => ({
        entry: { ...entry, kind } as LibraryEntry,
        place: [index],
        report,
      }),
    )
  })
  checkIds(placed)
  checkReferences(placed, themes, instruments)
  for (const one of placed) checkWording(one.entry, one.place, one.report)
  return { entries: placed.map(({ entry }) => entry), themes, findings }
}

function checkIds(placed: Placed[]): void {
  const seen = new Set<string>()
  for (const { entry, place, report } of placed) {
    if (seen.has(entry.id)) report(place, `the id "${entry.id}" is used twice`, 'give one of them another id')
    seen.add(entry.id)
    if (entry.kind !== 'guide') continue
    const parts = [
      (entry.chapters ?? []).map(({ id }) => id),
      ...(entry.chapters ?? []).map(({ sections }) => sections.map(({ id }) => id)),
      (entry.sections ?? []).map(({ id }) => id),
    ]
    for (const ids of parts) {
      for (const id of ids.filter((one, index) => ids.indexOf(one) < index)) {
        report(place, `${entry.id} has two parts with the id "${id}"`, 'give one of them another id')
      }
    }
  }
}

function checkReferences(placed: Placed[], themes: Theme[], instruments: Instrument[] | undefined): void {
  const known = new Map(placed.map(({ entry }) => [entry.id, entry]))
  const themeIds = new Set(themes.map(({ id }) => id))
  const statements = new Map(
    (instruments ?? []).map((instrument) => [
      instrument.id,
      new Set(statementsOf(instrument).flatMap(({ id, tips }) => [id, ...tips.map((tip) => tip.id)])),
    ]),
  )
  for (const { entry, place, report } of placed) {
    for (const theme of entry.themes.filter((id) => !themeIds.has(id))) {
      report(place, `${entry.id} has the theme "${theme}", which does not exist`, 'use one of themes.yaml')
    }
    for (const [instrument, ids] of instruments ? Object.entries(entry.belongsTo) : []) {
      for (const id of ids.filter((one) => !statements.get(instrument)?.has(one))) {
        report(
          place,
          `${entry.id} belongs to "${id}" of ${instrument}, which does not exist`,
          'use the id of a statement or a tip',
        )
      }
    }
    for (const id of namedSources(entry)) {
      if (known.get(id)?.kind !== 'source') {
        report(place, `${entry.id} names the source "${id}", which does not exist`, 'add it under sources/')
      }
    }
    for (const id of namedEntries(entry).filter((one) => !known.has(one))) {
      report(place, `${entry.id} names the entry "${id}", which does not exist`, 'mend the id, or add it')
    }
    if (entry.kind === 'source' && !entry.link && !entry.find && entry.form !== 'methode') {
      report(place, `${entry.id} has no link and does not say how to find it`, 'write "link" or "find"')
    }
  }
}

function namedSources(entry: LibraryEntry): string[] {
  const own = entry.kind === 'practice' || entry.kind === 'finding' ? entry.sources : []
  return [...own, ...entry.told]
}

function namedEntries(entry: LibraryEntry): string[] {
  return entry.kind === 'guide' ? sectionsOf(entry).flatMap(({ section }) => section.entries) : []
}
