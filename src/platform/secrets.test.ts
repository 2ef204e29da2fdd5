import { expect, test } from 'vitest'
import { systemSecrets } from './secrets.ts'

const { createId, createToken, hash } = systemSecrets

test('tokens and ids fit in a cookie and an address, and do not repeat', () => {
  expect(createToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(new Set(Array.from({ length: 1000 }, createId)).size).toBe(1000)
  expect(createId()).toMatch(/^[A-Za-z0-9]{16}$/)
})

test('a hash recognises its secret and shows nothing of it', () => {
  expect(hash('geheim')).toBe(hash('geheim'))
  expect(hash('geheim')).not.toBe(hash('Geheim'))
  expect(hash('geheim')).toMatch(/^[0-9a-f]{64}$/)
})
