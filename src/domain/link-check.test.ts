import { describe, expect, test } from 'vitest'
import {
  dueLinks,
  isDead,
  judgeAnswer,
  type LinkAnswer,
  type LinkCheck,
  nextLinkCheck,
} from './link-check.ts'

const DAY = 24 * 60 * 60 * 1000
const start = new Date('2026-11-23T10:00:00Z')
const after = (days: number) => new Date(start.getTime() + days * DAY)
const status = (code: number): LinkAnswer => ({ kind: 'status', status: code })

test.each([
  [status(200), 'alive'],
  [status(204), 'alive'],
  [status(404), 'gone'],
  [status(410), 'gone'],
  [status(401), 'unsure'],
  [status(403), 'unsure'],
  [status(429), 'unsure'],
  [status(500), 'unsure'],
  [status(503), 'unsure'],
  [{ kind: 'silence', reason: 'ENOTFOUND' } as const, 'gone'],
  [{ kind: 'silence', reason: 'ETIMEDOUT' } as const, 'unsure'],
  [{ kind: 'refused', reason: 'private address' } as const, 'refused'],
])('%o is %s', (answer, outcome) => {
  expect(judgeAnswer(answer).outcome).toBe(outcome)
})

describe('a link is dead', () => {
  const history = (...answers: [number, LinkAnswer][]) =>
    answers.reduce<LinkCheck | undefined>(
      (before, [day, answer]) => nextLinkCheck('https://example.org/', answer, before, after(day)),
      undefined,
    )
  test.each<[string, [number, LinkAnswer][], boolean]>([
    ['after one time: not yet', [[0, status(404)]], false],
    [
      'twice on one day: not yet',
      [
        [0, status(404)],
        [0.5, status(404)],
      ],
      false,
    ],
    [
      'on two days: yes',
      [
        [0, status(404)],
        [1, status(404)],
      ],
      true,
    ],
    [
      'with a busy server in between: yes',
      [
        [0, status(404)],
        [1, status(503)],
        [2, status(404)],
      ],
      true,
    ],
    [
      'when it came back: no',
      [
        [0, status(404)],
        [1, status(404)],
        [2, status(200)],
      ],
      false,
    ],
    ['of a server that is busy for a month: no', [0, 10, 20, 30].map((day) => [day, status(503)]), false],
  ])('%s', (_, answers, expected) => {
    const check = history(...answers)
    expect(check && isDead(check)).toBe(expected)
  })
})

test('new links are due first, then what was asked longest ago; a living link rests two weeks', () => {
  const known = (link: string, day: number, outcome: LinkCheck['outcome']): [string, LinkCheck] => [
    link,
    { link, checkedAt: after(day), outcome, detail: '', failures: 0, firstFailedAt: null },
  ]
  const checks = new Map([
    known('a', 0, 'alive'),
    known('b', 5, 'alive'),
    known('c', 13.5, 'gone'),
    known('d', 12, 'unsure'),
  ])
  expect(dueLinks(['a', 'b', 'c', 'd', 'new', 'new'], checks, after(14))).toEqual(['new', 'a', 'd'])
})
