import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  normaliseRecoveryCode,
  RECOVERY_CODES,
  RECOVERY_CODES_BYTES,
  recoveryCodesFrom,
} from './recovery-code.ts'
import { normaliseResumeCode } from './resume-code.ts'

const anyCodes = fc
  .uint8Array({ minLength: RECOVERY_CODES_BYTES, maxLength: RECOVERY_CODES_BYTES })
  .map(recoveryCodesFrom)

test('a set is ten codes of four groups of four characters of 32 kinds: 80 bits each', () => {
  const used = new Set<string>()
  fc.assert(
    fc.property(anyCodes, (codes) => {
      expect(codes).toHaveLength(RECOVERY_CODES)
      for (const code of codes) {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        for (const character of code.replaceAll('-', '')) used.add(character)
      }
    }),
  )
  expect(used.size).toBe(32)
})

test('every byte counts for one code only', () => {
  const zeros = recoveryCodesFrom(new Uint8Array(RECOVERY_CODES_BYTES))
  for (let place = 0; place < RECOVERY_CODES_BYTES; place++) {
    const bytes = new Uint8Array(RECOVERY_CODES_BYTES)
    bytes[place] = 1
    const changed = recoveryCodesFrom(bytes).filter((code, index) => code !== zeros[index])
    expect(changed).toHaveLength(1)
  }
})

test('a code is recognised however a person types it', () => {
  fc.assert(
    fc.property(
      anyCodes,
      fc.nat(RECOVERY_CODES - 1),
      fc.constantFrom('-', ' ', '', ' - ', '–', '.'),
      fc.boolean(),
      fc.constantFrom('I', 'L'),
      (codes, index, between, isSmall, one) => {
        const code = codes[index] ?? ''
        const typed = code.replaceAll('-', between).replaceAll('0', 'O').replaceAll('1', one)
        expect(normaliseRecoveryCode(` ${isSmall ? typed.toLowerCase() : typed} `)).toBe(code)
      },
    ),
  )
})

test('anything else is not a code, and what is one stays as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 16, maxLength: 16 })),
      (typed) => {
        const code = normaliseRecoveryCode(typed)
        if (code !== null) expect(normaliseRecoveryCode(code)).toBe(code)
        expect(code === null || code.length === 19).toBe(true)
      },
    ),
  )
  expect(normaliseRecoveryCode('ABCD-EFGH')).toBeNull()
  expect(normaliseRecoveryCode('ABCD-EFGH-JKMN-PQRU')).toBeNull()
})

test('a code to go on with a scan is no recovery code, nor the other way round', () => {
  expect(normaliseRecoveryCode('ABCD-EFGH-JKMN-PQRS-TVWX-YZ01')).toBeNull()
  expect(normaliseResumeCode('ABCD-EFGH-JKMN-PQRS')).toBeNull()
})
