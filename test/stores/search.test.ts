import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findWords, keepSearchIndex } from '#database/search.ts'
import { expandTerms } from '#domain/search-synonyms.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const WORDS = [
  'begeleiden',
  'begeleidt',
  'brief',
  'brieven',
  'bewaartermijn',
  'clienten',
  'discriminatie',
  'een',
  'hoe',
  'tolk',
  'tolken',
  'uitnodiging',
  'werkvloer',
]
const index = WORDS.map((word, place) => ({ word, documents: [place], weights: [1.5] }))
const now = new Date('2026-11-23T10:00:00Z')

const asked = (...terms: string[]) => expandTerms(terms, new Map())

onEachStore('search', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    await keepSearchIndex(store.db, 'one', () => index, now)
  }, 60_000)
  afterAll(() => store.close())

  const wordsFor = async (...terms: string[]) =>
    (await findWords(store.db, 'one', asked(...terms))).map(({ word }) => word).sort()

  describe('finds', () => {
    test.each([
      ['another form of a word', 'begeleiding', ['begeleiden']],
      ['the plural that changes a letter', 'brief', ['brief', 'brieven']],
      ['and its singular', 'brieven', ['brief', 'brieven']],
      ['a compound by its part', 'termijn', ['bewaartermijn']],
      ['the parts of a compound that nobody has', 'uitnodigingsbrief', ['brief', 'uitnodiging']],
      ['a word with a typing error', 'discrimnatie', ['discriminatie']],
      ['a word without its accent', 'clienten', ['clienten']],
    ])('%s', async (_, term, expected) => {
      expect(await wordsFor(term)).toEqual(expect.arrayContaining(expected))
    })
  })

  test('a word that is known brings no words that only look like it', async () => {
    expect(await wordsFor('tolk')).toEqual(['tolk', 'tolken'])
  })

  test('words that say nothing count only when there are no others', async () => {
    expect(await wordsFor('hoe', 'een', 'tolk')).toEqual(['tolk', 'tolken'])
    expect(await wordsFor('hoe')).toContain('hoe')
  })

  test('says which term a word answers to, how well, and where it stands', async () => {
    const found = await findWords(store.db, 'one', asked('hoe', 'tolken'))
    expect(found.find(({ word }) => word === 'tolken')).toMatchObject({
      term: 1,
      documents: [10],
      weights: [1.5],
    })
    const [exact, form] = ['tolken', 'tolk'].map(
      (word) => found.find((one) => one.word === word)?.quality ?? 0,
    )
    expect(exact).toBeGreaterThan(form ?? 0)
  })

  test.each(["'; drop table search_words; --", '%', '_____', '\\', ''])(
    '%j is a word like any other',
    async (term) => {
      expect(await wordsFor(term)).toBeInstanceOf(Array)
      expect(await wordsFor('tolk')).toEqual(['tolk', 'tolken'])
    },
  )

  test('of nodes that start together one makes the index; the three newest editions stay', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () =>
        keepSearchIndex(store.db, 'two', () => index, new Date(now.getTime() + 1000)),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1)
    await keepSearchIndex(store.db, 'three', () => [], new Date(now.getTime() + 2000))
    expect(await wordsFor('tolk')).toEqual(['tolk', 'tolken'])
    await keepSearchIndex(store.db, 'four', () => index, new Date(now.getTime() + 3000))
    expect(await wordsFor('tolk')).toEqual([])
    expect(await findWords(store.db, 'two', asked('tolk'))).toHaveLength(2)
  })

  test('an edition that is in use again stays, and one that was just made is never the one to go', async () => {
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    await keepSearchIndex(store.db, 'two', () => index, later(4))
    await keepSearchIndex(store.db, 'five', () => index, later(5))
    expect(await findWords(store.db, 'two', asked('tolk'))).toHaveLength(2)
    await keepSearchIndex(store.db, 'behind', () => index, new Date(0))
    expect(await findWords(store.db, 'behind', asked('tolk'))).toHaveLength(2)
  })
})
