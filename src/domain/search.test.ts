import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LibraryEntry } from './library-schema.ts'
import type { SearchDocument } from './search-documents.ts'
import { excerptOf, markWords } from './search-excerpt.ts'
import { indexDocuments, searchTerms, searchWords } from './search-index.ts'
import { rankDocuments, type WordMatch } from './search-ranking.ts'
import { expandTerms, synonymsIn } from './search-synonyms.ts'

const document = (title: string, text: string): SearchDocument => ({
  target: { type: 'entry', entry: {} as never },
  kind: 'source',
  title,
  fields: [
    { where: 'title', text: title },
    { where: 'text', text },
  ],
  themes: [],
  roles: [],
  instruments: [],
})

describe('words', () => {
  test.each([
    ['Cliënten én tolken', ['clienten', 'en', 'tolken']],
    ['e-mail, B1-taal', ['mail', 'b1', 'taal']],
    ['  \u0000<script>  ', ['script']],
    ['', []],
  ])('%j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  test('a question has at most twelve different words, each short enough to be one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'grapheme' }), (query) => {
        const terms = searchTerms(query)
        expect(terms.length).toBeLessThanOrEqual(12)
        expect(new Set(terms).size).toBe(terms.length)
        expect(terms.every((term) => term.length > 1 && term.length <= 60)).toBe(true)
      }),
    )
  })
})

describe('the index', () => {
  const weightOf = (documents: SearchDocument[], word: string) =>
    indexDocuments(documents).find((one) => one.word === word)

  test('a word in a title weighs more than in a text', () => {
    const found = weightOf([document('Tolk', 'Een zin.'), document('Zin', 'Een tolk.')], 'tolk')
    expect(found?.documents).toEqual([0, 1])
    expect(found?.weights[0]).toBeGreaterThan((found?.weights[1] ?? 0) * 2)
  })

  test('a word that returns weighs more, but not as often as it returns', () => {
    const found = weightOf([document('A', 'tolk'), document('B', 'tolk tolk tolk tolk')], 'tolk')
    const [once = 0, often = 0] = found?.weights ?? []
    expect(often).toBeGreaterThan(once)
    expect(often).toBeLessThan(once * 4)
  })
})

describe('ranking', () => {
  const match = (term: number, word: string, places: [number, number][], quality = 1): WordMatch => ({
    term,
    word,
    quality,
    documents: places.map(([place]) => place),
    weights: places.map(([, weight]) => weight),
  })
  const order = (matches: WordMatch[]) => rankDocuments(matches, 100).map((one) => one.document)

  test('who answers to both words goes before who answers to one of them better', () => {
    expect(
      order([
        match(0, 'tolk', [
          [1, 3],
          [2, 2],
        ]),
        match(1, 'brief', [[2, 1]]),
      ]),
    ).toEqual([2, 1])
  })

  test('a rare word counts more than a common one', () => {
    const common: [number, number][] = Array.from({ length: 60 }, (_, place) => [place, 1])
    expect(order([match(0, 'klant', common), match(1, 'moskee', [[70, 1]])])[0]).toBe(70)
  })

  test('the word itself goes before a compound with it, of equal weight', () => {
    expect(order([match(0, 'bewaartermijn', [[1, 2]], 0.7), match(0, 'termijn', [[2, 2]])])).toEqual([2, 1])
  })

  test('per word of the question only the best match of a document counts', () => {
    const many = ['tolken', 'tolkt', 'tolkje'].map((word) => match(0, word, [[1, 1]], 0.9))
    expect(order([...many, match(0, 'tolk', [[2, 1]])])).toEqual([2, 1])
  })

  test('never a document twice, always best first', () => {
    const matches = fc.array(
      fc.record({
        term: fc.nat(3),
        word: fc.constantFrom('a', 'b', 'c'),
        quality: fc.double({ min: 0.1, max: 1, noNaN: true }),
        places: fc.array(fc.tuple(fc.nat(9), fc.double({ min: 0.1, max: 5, noNaN: true })), { minLength: 1 }),
      }),
    )
    fc.assert(
      fc.property(matches, (given) => {
        const ranked = rankDocuments(
          given.map(({ term, word, quality, places }) => match(term, word, places, quality)),
          10,
        )
        expect(new Set(ranked.map((one) => one.document)).size).toBe(ranked.length)
        const scores = ranked.map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((one, other) => other - one))
      }),
    )
  })
})

describe('where it was found', () => {
  const fields = document(
    'Tolken inzetten',
    'Eerste zin. Vraag een tolk voor een cliënt. Een tolk kost geld.',
  ).fields

  test('is the sentence with most of the words, which are marked', () => {
    const excerpt = excerptOf(fields, ['tolk', 'client'])
    expect(excerpt?.where).toBe('text')
    expect(excerpt?.pieces).toEqual([
      { text: 'Vraag een ', isFound: false },
      { text: 'tolk', isFound: true },
      { text: ' voor een ', isFound: false },
      { text: 'cliënt', isFound: true },
      { text: '.', isFound: false },
    ])
  })

  test('is nowhere but the title, when it stands in the title alone', () => {
    expect(excerptOf(fields, ['inzetten'])).toBeNull()
  })

  test('of a long sentence is the piece around the word', () => {
    const long = `${'woord '.repeat(80)}tolk ${'woord '.repeat(80)}`
    const excerpt = excerptOf([{ where: 'text', text: long }], ['tolk'])
    const text = excerpt?.pieces.map((piece) => piece.text).join('') ?? ''
    expect(text.length).toBeLessThan(240)
    expect(text).toMatch(/^… .*tolk.* …$/)
  })

  test('marking changes no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        expect(
          markWords(text, new Set(words))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('other words for the same', () => {
  const term = (title: string, also: string[]): LibraryEntry => ({
    kind: 'term',
    id: `begrip-${title}`,
    title,
    also,
    summary: '',
    themes: [],
    roles: [],
    belongsTo: {},
    told: [],
  })

  test('come from the glossary, count less, and belong to the term that was asked', () => {
    const synonyms = synonymsIn([term('Maatje', ['buddy', 'steun en toeverlaat'])])
    expect(expandTerms(['zoek', 'buddy'], synonyms)).toEqual([
      { term: 0, word: 'zoek', weight: 1 },
      { term: 1, word: 'buddy', weight: 1 },
      { term: 1, word: 'maatje', weight: 0.6 },
    ])
  })
})
