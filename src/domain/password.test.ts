import { describe, expect, test } from 'vitest'
import { normalisePassword, refusePassword } from './password.ts'

describe('a password', () => {
  test.each([
    ['kort', 12, 'too-short'],
    ['negentien', 12, 'too-short'],
    ['tien-teken', 12, null],
    ['a'.repeat(200), 12, null],
    ['a'.repeat(201), 12, 'too-long'],
    ['paard batterij niet', 7.9, 'easily-guessed'],
    ['paard batterij niet', 8, null],
    ['👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 12, null],
  ])('%s with 10^%d guesses: %s', (password, guesses, refusal) => {
    expect(refusePassword(password, { guesses })).toBe(refusal)
  })

  test('is the same in composed and decomposed letters', () => {
    expect(normalisePassword('cafe\u0301')).toBe(normalisePassword('café'))
  })
})
