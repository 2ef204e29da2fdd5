import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapWords } from '#ui/charts/wrap-words.ts'

test.each([
  ['Overleg', ['Overleg']],
  ['Samenwerken met partners in de wijk', ['Samenwerken met', 'partners in de wijk']],
  ['Arbeidsmarktbeleidsmedewerkers', ['Arbeidsmarktbeleids-', 'medewerkers']],
  ['', []],
])('%j is broken into %j', (text, lines) => {
  expect(wrapWords(text, 20)).toEqual(lines)
})

test('no line is too long, and every letter is still there', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), (text, length) => {
      const lines = wrapWords(text, length)
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(length)
      const letters = (words: string) => words.replace(/[\s-]/g, '')
      expect(letters(lines.join(''))).toBe(letters(text))
    }),
  )
})
