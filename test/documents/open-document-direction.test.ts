import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf } from '#ui/documents/open-document/text-direction.ts'

test.each([
  ['', 'ltr'],
  ['gewone tekst', 'ltr'],
  ['שלום', 'rtl'],
  ['مرحبا', 'rtl'],
  ['ܫܠܡܐ', 'rtl'],
  ['ߒߞߏ', 'rtl'],
  ['𞤀𞤁', 'rtl'],
  ['12. “שלום” is een groet', 'rtl'],
  ['- 3 ‘gewoon’ שלום', 'ltr'],
  ['١٢٣', 'ltr'],
  ['١٢٣ gewoon', 'ltr'],
  ['😀 … 100%', 'ltr'],
  ['😀 مرحبا', 'rtl'],
  ['\u{200f}gewoon', 'rtl'],
  ['\u{200e}שלום', 'ltr'],
  ['नमस्ते שלום', 'ltr'],
  ['你好', 'ltr'],
  ['\u{2067}שלום\u{2069} gewoon', 'ltr'],
  ['\u{2066}a\u{2068}b\u{2069}\u{2069} שלום', 'rtl'],
  ['\u{2067}שלום, en nooit gesloten', 'ltr'],
  ['\u{2069}שלום', 'rtl'],
])('%j runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

test('digits and signs before it say nothing', () => {
  const weak = fc.string({ unit: fc.constantFrom(...' 0123456789.,;:!?()[]«»“”-+/%€\t') })
  fc.assert(
    fc.property(weak, fc.constantFrom('a', 'é', 'ж'), fc.constantFrom('ש', 'ع'), (start, left, right) => {
      expect(directionOf(start + left + right)).toBe('ltr')
      expect(directionOf(start + right + left)).toBe('rtl')
    }),
  )
})
