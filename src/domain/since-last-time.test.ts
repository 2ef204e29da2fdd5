import { describe, expect, test } from 'vitest'
import type { ActionStatus } from './plan.ts'
import {
  type AgreedAction,
  actionsOfLastTime,
  cameBefore,
  countActions,
  helpedByAction,
  type NoTrend,
  openActions,
  whyNoTrend,
} from './since-last-time.ts'

const FIRST = { id: 'first', number: 1, closedAt: new Date('2026-03-01') }
const SECOND = { id: 'second', number: 2, closedAt: new Date('2026-06-01') }
const THIRD = { id: 'third', number: 3, closedAt: null }
const ROUNDS = [THIRD, FIRST, SECOND]

const agreed = (roundId: string, status: ActionStatus, changedOn = '2026-03-02'): AgreedAction => ({
  roundId,
  status,
  changedAt: new Date(changedOn),
})

describe('what a group looks back on', () => {
  test.each<[string, AgreedAction, number, boolean]>([
    ['agreed in the round before', agreed('first', 'to-do'), 2, true],
    ['agreed in the round before, and done long ago', agreed('first', 'done', '2026-02-01'), 2, true],
    ['agreed in the round before, and dropped', agreed('first', 'dropped'), 2, true],
    ['agreed in this round', agreed('second', 'to-do'), 2, false],
    ['agreed in this round, and done', agreed('second', 'done'), 2, false],
    ['agreed in the first round, of which there is none before', agreed('first', 'busy'), 1, false],
    ['agreed two rounds ago, and still to do', agreed('first', 'to-do'), 3, true],
    ['agreed two rounds ago, and busy', agreed('first', 'busy'), 3, true],
    [
      'agreed two rounds ago, and done before the last one closed',
      agreed('first', 'done', '2026-05-31'),
      3,
      false,
    ],
    [
      'agreed two rounds ago, and dropped before it closed',
      agreed('first', 'dropped', '2026-05-31'),
      3,
      false,
    ],
    ['agreed two rounds ago, and done since', agreed('first', 'done', '2026-06-01'), 3, true],
    ['agreed two rounds ago, and dropped since', agreed('first', 'dropped', '2026-07-01'), 3, true],
    ['agreed in a round that nobody knows', agreed('elsewhere', 'to-do'), 3, false],
  ])('has what was %s: %#', (_, action, current, isIn) => {
    expect(actionsOfLastTime([action], ROUNDS, current)).toEqual(isIn ? [action] : [])
  })

  test('begins with what is done, and keeps the order in which it was agreed', () => {
    const actions = (['dropped', 'to-do', 'done', 'busy', 'done', 'to-do'] as const).map((status, index) => ({
      ...agreed('second', status),
      index,
    }))
    const before = structuredClone(actions)
    expect(actionsOfLastTime(actions, ROUNDS, 3).map(({ status, index }) => [status, index])).toEqual([
      ['done', 2],
      ['done', 4],
      ['busy', 3],
      ['to-do', 1],
      ['to-do', 5],
      ['dropped', 0],
    ])
    expect(actions).toEqual(before)
  })
})

test('what is still open stands by its next day; what is over is not in it', () => {
  const action = (status: ActionStatus, dueOn: string | null) => ({ status, firstStepOn: null, dueOn })
  expect(
    openActions([
      action('done', '2026-01-01'),
      action('to-do', '2026-03-01'),
      action('busy', '2026-02-01'),
      action('dropped', null),
      action('busy', null),
    ]).map(({ dueOn }) => dueOn),
  ).toEqual(['2026-02-01', '2026-03-01', null])
})

test('actions are counted in the order in which they are told, and what there is none of is left out', () => {
  expect(countActions([])).toEqual([])
  const actions = (['to-do', 'dropped', 'done', 'to-do'] as const).map((status) => ({ status }))
  expect(countActions(actions)).toEqual([
    { status: 'done', count: 1 },
    { status: 'to-do', count: 2 },
    { status: 'dropped', count: 1 },
  ])
})

test.each([
  ['agreed after the round before', 1, 2, true],
  ['agreed long before', 1, 3, true],
  ['agreed after what was told', 2, 2, false],
  ['agreed while a later round goes on', 3, 2, false],
])('what moved belongs to an action that was %s', (_, agreedIn, toldOf, does) => {
  expect(cameBefore({ agreedIn, toldOf })).toBe(does)
})

test.each<[string, Parameters<typeof whyNoTrend>[0], NoTrend]>([
  ['a group is open', { kind: 'open', toldBefore: false, isRunning: true }, 'open-group'],
  [
    'two versions were filled in',
    { kind: 'confidential', toldBefore: true, isRunning: false },
    'scan-changed',
  ],
  [
    'and also while the next round goes on',
    { kind: 'confidential', toldBefore: true, isRunning: true },
    'scan-changed',
  ],
  ['the round goes on', { kind: 'confidential', toldBefore: false, isRunning: true }, 'round-goes-on'],
  [
    'fewer than two rounds were told',
    { kind: 'confidential', toldBefore: false, isRunning: false },
    'told-too-seldom',
  ],
])('nothing stands beside each other because %s', (_, situation, reason) => {
  expect(whyNoTrend(situation)).toBe(reason)
})

test('whether an action helped is told in the order of the actions, and never of one that is gone', () => {
  const helped = [
    { action: 'gone', words: 'Ja.' },
    { action: 'b', words: 'Een beetje.' },
    { action: 'a', words: 'Nee.' },
  ]
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(helpedByAction([a, b, c], helped)).toEqual([
    { action: a, words: 'Nee.' },
    { action: b, words: 'Een beetje.' },
  ])
  expect(helpedByAction([a], [])).toEqual([])
})
