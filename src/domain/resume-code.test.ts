import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseResumeCode, RESUME_CODE_BYTES, resumeCodeFrom } from './resume-code.ts'

const anyCode = fc
  .uint8Array({ minLength: RESUME_CODE_BYTES, maxLength: RESUME_CODE_BYTES })
  .map((bytes) => resumeCodeFrom(bytes))

test('a code is six groups of four characters of 32 kinds: 120 bits', () => {
  const used = new Set<string>()
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/)
      for (const character of code.replaceAll('-', '')) used.add(character)
    }),
    { numRuns: 500 },
  )
  expect(used.size).toBe(32)
})

test('a code is recognised however a person types it', () => {
  fc.assert(
    fc.property(
      anyCode,
      fc.constantFrom('-', ' ', '', ' - ', '–'),
      fc.boolean(),
      (code, between, isSmall) => {
        const typed = (isSmall ? code.toLowerCase() : code)
          .replaceAll('-', between)
          .replaceAll('0', isSmall ? 'o' : 'O')
        expect(normaliseResumeCode(` ${typed} `)).toBe(code)
      },
    ),
  )
})

test('anything else is not a code', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const code = normaliseResumeCode(typed)
      expect(code === null || code.length === 29).toBe(true)
    }),
  )
  expect(normaliseResumeCode('ABCD-EFGH')).toBeNull()
})
