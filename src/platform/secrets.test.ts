import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createId, createResumeCode, createToken, normaliseResumeCode } from './secrets.ts'

test('a resume code is 24 characters of 32 kinds: 120 bits', () => {
  const codes = Array.from({ length: 2000 }, createResumeCode)
  expect(new Set(codes).size).toBe(2000)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/)
  const used = new Set(codes.join('').replaceAll('-', ''))
  expect(used.size).toBe(32)
})

test('a code is recognised however a person types it', () => {
  fc.assert(
    fc.property(fc.constantFrom('-', ' ', '', ' - ', '–'), fc.boolean(), (between, isSmall) => {
      const code = createResumeCode()
      const typed = (isSmall ? code.toLowerCase() : code)
        .replaceAll('-', between)
        .replaceAll('0', isSmall ? 'o' : 'O')
      expect(normaliseResumeCode(` ${typed} `)).toBe(code)
    }),
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

test('tokens and ids fit in a cookie and an address, and do not repeat', () => {
  expect(createToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(new Set(Array.from({ length: 1000 }, createId)).size).toBe(1000)
  expect(createId()).toMatch(/^[A-Za-z0-9]{16}$/)
})
