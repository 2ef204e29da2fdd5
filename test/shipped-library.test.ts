import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkLibrary } from '#domain/check-library.ts'
import { createLibrary, sectionsOf, statementsFor } from '#domain/library.ts'
import type { LibraryEntry } from '#domain/library-schema.ts'
import { inLanguage } from '#domain/published-instrument.ts'
import { readabilityOf } from '#domain/readability.ts'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { readLibraryFolder } from '#platform/library-files.ts'
import { libraryFilesOf } from '#src/load-library.ts'
import { projectFolder } from '#src/project-folder.ts'
import { contentOf } from '#src/read-instrument.ts'

const instruments = readInstrumentFolder(join(projectFolder, 'instruments')).map((files) =>
  inLanguage(contentOf(files), 'nl'),
)
const files = readLibraryFolder(join(projectFolder, 'library'))
const checked = checkLibrary(libraryFilesOf(files), files.themes, instruments)
const library = createLibrary(checked.entries, checked.themes)

test('the checker has nothing against the library', () => {
  expect(checked.findings.map(({ file, line, problem }) => `${file}:${line} ${problem}`)).toEqual([])
})

describe('every link goes both ways', () => {
  test('what belongs to a statement or a tip is found there, and the other way round', () => {
    for (const entry of library.entries) {
      for (const [instrument, ids] of Object.entries(entry.belongsTo)) {
        for (const id of ids) {
          const there = [...library.forStatement(instrument, id), ...library.forTip(instrument, id)]
          expect(there, `${instrument}/${id}`).toContain(entry)
        }
      }
      for (const { instrument, statement } of statementsFor(entry, instruments)) {
        expect(instruments).toContain(instrument)
        expect(statement).not.toBe('')
      }
    }
  })

  test('every practice example belongs to a statement, and every tool to a statement or a guide', () => {
    const lost = library.entries.filter(
      (entry) => entry.kind === 'practice' && statementsFor(entry, instruments).length === 0,
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  test('a source of an instrument is the library’s, word for word', () => {
    const differing = instruments.flatMap(({ id: instrument, sources }) =>
      sources.flatMap((source) => {
        const entry = library.findSource(source.id)
        const same =
          entry &&
          entry.title === source.title &&
          entry.publisher === source.publisher &&
          entry.year === source.year &&
          entry.link === source.link
        return same ? [] : [`${instrument}: ${source.id}`]
      }),
    )
    expect(differing).toEqual([])
  })
})

test('every line of the list made of the source documents is carried by an entry, or says why not', () => {
  const [header, ...rows] = readFileSync(join(projectFolder, 'docs/trace/library.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(header).toBe('line\tkind\tentries\tnote')
  expect(rows).toHaveLength(384)
  const problems = rows.flatMap((row) => {
    const [line = '', , entries = '', note = ''] = row.split('\t')
    const places = entries.split(' ').filter(Boolean)
    if (places.length === 0) return note.startsWith('left out') ? [] : [`${line} is carried by nothing`]
    return places.filter((place) => !exists(place)).map((place) => `${line}: ${place} does not exist`)
  })
  expect(problems).toEqual([])
  expect(rows.filter((row) => row.split('\t')[2] === '')).toHaveLength(6)
})

/** "entry", "guide/chapter", "guide#section" or "guide/chapter#section" */
function exists(place: string): boolean {
  const [page = '', section] = place.split('#')
  const [id = '', chapter] = page.split('/')
  const entry = library.find(id)
  if (!entry) return false
  if (chapter === undefined && section === undefined) return true
  if (entry.kind !== 'guide') return false
  if (section === undefined) return entry.chapters?.some((one) => one.id === chapter) === true
  return sectionsOf(entry).some((one) => one.chapter?.id === chapter && one.section.id === section)
}

test('guides, examples and findings read as plain Dutch: ease 60 on the whole, 15 words a sentence', () => {
  const hard = library.entries.flatMap((entry) => {
    const text = textOf(entry)
    if (text === '') return []
    const { ease, wordsPerSentence } = readabilityOf(text)
    return ease >= 60 && wordsPerSentence <= 15
      ? []
      : [`${entry.id}: ease ${ease.toFixed(0)}, ${wordsPerSentence.toFixed(1)} words a sentence`]
  })
  expect(hard).toEqual([])
})

/** What somebody reads in a row: of a source only names and a few sentences, too short to measure. */
function textOf(entry: LibraryEntry): string {
  switch (entry.kind) {
    case 'practice':
      return [entry.did, entry.result, entry.learn].filter(Boolean).join('\n')
    case 'finding':
      return entry.text
    case 'guide':
      return sectionsOf(entry)
        .flatMap(({ section }) => [...section.text, ...(section.points ?? []), ...(section.steps ?? [])])
        .join('\n')
    default:
      return ''
  }
}
