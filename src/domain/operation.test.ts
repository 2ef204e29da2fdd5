import { expect, test } from 'vitest'
import { operationPeriod } from './operation.ts'

test.each([
  ['in the morning', '2026-11-23T06:00:00Z'],
  ['in the last second', '2026-11-23T23:59:59.999Z'],
  ['in the first', '2026-11-23T00:00:00Z'],
])('what is counted %s ends with the night before, thirty days long', (_, now) => {
  expect(operationPeriod(new Date(now))).toEqual({
    from: new Date('2026-10-24T00:00:00Z'),
    until: new Date('2026-11-23T00:00:00Z'),
  })
})
