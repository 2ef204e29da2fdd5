import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findWords } from '#database/search.ts'
import type { SearchTarget } from '#domain/search-documents.ts'
import { searchTerms } from '#domain/search-index.ts'
import { rankDocuments } from '#domain/search-ranking.ts'
import { expandTerms } from '#domain/search-synonyms.ts'
import { projectFolder } from '#src/project-folder.ts'
import { openTestDatabase, stores } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'

/**
 * Forty questions as people type them, with what should be among the first three, written before there was a
 * search: lines of docs/trace/library.tsv, or statements. They judge the search; they are not to be fitted.
 */
const questions = read('test/search/questions.tsv').map(([question = '', wanted = '']) => ({
  question,
  wanted: wanted.split(/[ ,]+/).filter(Boolean),
}))
const carriers = new Map(
  read('docs/trace/library.tsv').map(([line = '', , places = '']) => [
    line,
    places.split(' ').filter(Boolean),
  ]),
)

function read(path: string): string[][] {
  return readFileSync(join(projectFolder, path), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** The names under which something may be wanted. */
function namesOf(target: SearchTarget): string[] {
  if (target.type === 'statement') return [target.statement.id]
  if (target.type === 'entry') return [target.entry.id]
  const page = target.chapter ? `${target.guide.id}/${target.chapter.id}` : target.guide.id
  return [page, `${page}#${target.section.id}`]
}

describe.each(stores)('the forty questions, on $name', ({ kind, isAvailable }) => {
  let app: TestApp
  beforeAll(async () => {
    if (isAvailable) app = await startTestApp(await openTestDatabase(kind))
  })
  afterAll(() => app?.close())

  test.skipIf(!isAvailable)('at least 36 have a right answer in the first three', async () => {
    const missed: string[] = []
    for (const { question, wanted } of questions) {
      const { db, search } = app.house
      const matches = await findWords(db, search.edition, expandTerms(searchTerms(question), search.synonyms))
      const first = rankDocuments(matches, search.documents.length)
        .slice(0, 3)
        .flatMap(({ document }) => search.documents[document]?.target ?? [])
      const right = wanted.flatMap((name) => carriers.get(name) ?? [name])
      if (!first.flatMap(namesOf).some((name) => right.includes(name))) {
        missed.push(
          `${question} (${wanted.join(', ')}): ${first.map((one) => namesOf(one).at(-1)).join(', ')}`,
        )
      }
    }
    expect(questions).toHaveLength(40)
    console.log(`${kind}: ${40 - missed.length} of 40\n${missed.join('\n')}`)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(4)
  })
})
