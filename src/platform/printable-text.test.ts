import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPrintable } from './printable-text.ts'

const LATIN: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
]
const CHINESE: [number, number][] = [[0x4e00, 0x9fff]]
const printable = createPrintable([{ letters: LATIN }, { letters: CHINESE }])

describe('a text as it can be printed', () => {
  const cases: [name: string, text: string, printed: string][] = [
    ['stays as it is', 'Gewoon, met é en ‘aanhalingstekens’.', 'Gewoon, met é en ‘aanhalingstekens’.'],
    ['takes its letters from the next typeface', '我们 en wij', '我们 en wij'],
    ['shows that a sign was there which no typeface has', 'aไb', 'a◊b'],
    ['counts a sign of several parts as one', 'a👩‍👩‍👧b', 'a◊b'],
    ['keeps a mark with its letter, or neither', 'e\u0301', '◊'],
    ['leaves control characters out, and keeps tabs', 'a\u0000b\u0007c\td\u009fe', 'abc\tde'],
    ['ends its lines in one way', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['leaves out what is no letter at all', 'a\ufeffb\ufffec\ue000d', 'abcd'],
    ['mends half a letter', 'a\ud800b', 'a◊b'],
  ]
  test.each(cases)('%s', (_, text, printed) => {
    expect(printable(text)).toBe(printed)
  })

  test('may be broken in a word that is longer than a line, and nowhere else', () => {
    expect(printable('a'.repeat(39))).toBe('a'.repeat(39))
    const pieces = printable(`kort ${'b'.repeat(95)}`).split('\u200b')
    expect(pieces.map(({ length }) => length)).toEqual([15, ...Array(8).fill(10), 5])
    expect(printable('een zin met veel woorden die samen langer zijn dan een regel')).not.toContain('\u200b')
  })

  test('has no sign without a form, whatever it was', () => {
    const allowed = /^[\n\t\x20-\x7e\u00a0-\u00ff\u4e00-\u9fff‘’“”–—…•€◊\p{Default_Ignorable_Code_Point}]*$/u
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).toMatch(allowed)
      }),
      { numRuns: 1_000, seed: 3 },
    )
    expect('ไ').not.toMatch(allowed)
  })
})
