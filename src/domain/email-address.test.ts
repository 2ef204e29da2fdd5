import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEmailAddress } from './email-address.ts'

describe('an e-mail address', () => {
  test.each([
    ['noor@gemeente.nl', 'noor@gemeente.nl'],
    [' Noor.de-Wit+scan@Gemeente.NL ', 'noor.de-wit+scan@gemeente.nl'],
    ['ｎｏｏｒ＠gemeente.nl', 'noor@gemeente.nl'],
    ["o'brien@a.b-c.example", "o'brien@a.b-c.example"],
  ])('%s is one person: %s', (text, key) => {
    expect(parseEmailAddress(text)?.key).toBe(key)
  })

  test.each([
    '',
    'noor',
    'noor@',
    '@gemeente.nl',
    'noor@gemeente',
    'noor@@gemeente.nl',
    'noor@gemeente..nl',
    '.noor@gemeente.nl',
    'noor @gemeente.nl',
    'noor@gemeente.nl\nbcc: all@gemeente.nl',
    'noor@gemeente.nl, sem@gemeente.nl',
    '"noor"@gemeente.nl',
    'noor@[127.0.0.1]',
    'nооr@gemeente.nl', // the two o's are Cyrillic
    'noor@gemeénte.nl',
    `${'n'.repeat(65)}@gemeente.nl`,
    `noor@${'a.'.repeat(150)}nl`,
  ])('%j is none', (text) => {
    expect(parseEmailAddress(text)).toBeNull()
  })

  test('is the same person however it is written, and nothing else gets through', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.emailAddress()), (text) => {
        const parsed = parseEmailAddress(text)
        if (!parsed) return
        expect(parsed.key).toMatch(/^[\x21-\x7e]+$/)
        expect(parseEmailAddress(text.toUpperCase())?.key).toBe(parsed.key)
        expect(parseEmailAddress(parsed.address)).toEqual(parsed)
      }),
    )
  })
})
