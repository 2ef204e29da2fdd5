import { expect, test } from 'vitest'
import { nearDayInWords, reminderInWords, whoAndWhen } from './plan-words.ts'

const ACTION = { what: 'Een tolk regelen', who: '', firstStep: '' }

test.each([
  ['the first step', { firstStep: 'Bellen' }, 'first-step', '7 december 2026, eerste stap: Bellen'],
  ['what it is for, without one', {}, 'first-step', '7 december 2026, eerste stap: Een tolk regelen'],
  ['the end', { firstStep: 'Bellen' }, 'due', '7 december 2026, klaar: Een tolk regelen'],
  ['who', { who: 'Noor' }, 'due', '7 december 2026, klaar: Een tolk regelen (Noor)'],
  [
    'everything on one line',
    { what: 'Een\r\ntolk\n\nregelen ' },
    'due',
    '7 december 2026, klaar: Een tolk regelen',
  ],
] as const)('a near day says %s', (_, change, kind, words) => {
  expect(nearDayInWords({ action: { ...ACTION, ...change }, day: '2026-12-07', kind })).toBe(words)
})

test('a near day of a long action is cut to a line, and says so', () => {
  const words = nearDayInWords({
    action: { ...ACTION, what: 'woord '.repeat(80) },
    day: '2026-12-07',
    kind: 'due',
  })
  expect(words.length).toBeLessThan(170)
  expect(words).toMatch(/woord…$/)
})

test('nobody yet is nobody in a group, and oneself in a plan of one’s own', () => {
  expect(whoAndWhen({ who: '', dueOn: null }, 'group')).toBe('Nog niemand')
  expect(whoAndWhen({ who: '', dueOn: '2026-12-07' }, 'scan')).toBe('Jij, klaar op 7 december 2026')
  expect(whoAndWhen({ who: 'Noor', dueOn: null }, 'scan')).toBe('Noor')
})

test('only in a group is it said that nobody sees who is mailed', () => {
  expect(reminderInWords(false, 'group')).toContain('Niemand ziet')
  expect(reminderInWords(false, 'scan')).not.toContain('Niemand ziet')
})
