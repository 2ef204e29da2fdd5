import { describe, expect, test } from 'vitest'
import {
  decideClose,
  decideJoin,
  decideLeave,
  decideRemind,
  decideSend,
  decideTakeBack,
  decideUse,
  type Member,
  type Round,
  roundState,
  type SendableScan,
} from './round.ts'

const CLOSES = new Date('2026-12-07T00:00:00Z')
const NOW = new Date('2026-11-23T13:05:00Z')
const JUST_BEFORE = new Date(CLOSES.getTime() - 1)

const ROUND: Round = {
  id: 'ronde',
  kind: 'confidential',
  instrument: 'voorbeeld',
  instrumentVersion: '1.0.0',
  least: 5,
  openedAt: new Date('2026-11-20T09:00:00Z'),
  closesAt: CLOSES,
  closedAt: null,
}
const CLOSED: Round = { ...ROUND, closedAt: NOW }
const NOOR: Member = { account: 'noor', scan: 'scan', sentAt: null }
const SENT: Member = { ...NOOR, sentAt: NOW }
const SCAN: SendableScan = {
  instrument: 'voorbeeld',
  instrumentVersion: '1.0.0',
  finishedAt: NOW,
  isTold: false,
}

function outcome(decision: ReturnType<typeof decideClose>): string {
  return decision.ok ? 'done' : decision.refusal
}

test.each<[name: string, round: Round, now: Date, state: string]>([
  ['that was just made', ROUND, NOW, 'open'],
  ['a moment before its date', ROUND, JUST_BEFORE, 'open'],
  ['at its date', ROUND, CLOSES, 'due'],
  ['that was closed', CLOSED, NOW, 'closed'],
  ['that was closed, after its date', CLOSED, CLOSES, 'closed'],
])('a round %s is in its state', (_, round, now, state) => {
  expect(roundState(round, now)).toBe(state)
})

describe('joining', () => {
  test.each<[name: string, round: Round, known: [boolean, boolean], now: Date, outcome: string]>([
    ['somebody new', ROUND, [false, false], NOW, 'done'],
    ['a moment before it closes', ROUND, [false, false], JUST_BEFORE, 'done'],
    ['when it is due', ROUND, [false, false], CLOSES, 'round-is-closed'],
    ['when it is closed', CLOSED, [false, false], NOW, 'round-is-closed'],
    ['twice', ROUND, [true, true], NOW, 'is-member-already'],
    [
      'with an address that took part under another account',
      ROUND,
      [false, true],
      NOW,
      'address-is-member-already',
    ],
  ])('%s', (_, round, [hasAccount, hasAddress], now, expected) => {
    expect(outcome(decideJoin(round, { hasAccount, hasAddress }, now))).toBe(expected)
  })
})

describe('sending in', () => {
  const longAgo = new Date('2026-10-20T09:00:00Z')
  test.each<
    [name: string, round: Round, member: Member | null, scan: Partial<SendableScan>, outcome: string]
  >([
    ['a finished scan', ROUND, NOOR, {}, 'done'],
    ['once more', ROUND, SENT, {}, 'done'],
    ['by who is no member', ROUND, null, {}, 'is-no-member'],
    ['after closing', CLOSED, NOOR, {}, 'round-is-closed'],
    ['a scan that is not finished', ROUND, NOOR, { finishedAt: null }, 'scan-is-not-finished'],
    ['a scan of another instrument', ROUND, NOOR, { instrument: 'ander' }, 'scan-is-of-another-instrument'],
    [
      'a scan of another version',
      ROUND,
      NOOR,
      { instrumentVersion: '2.0.0' },
      'scan-is-of-another-instrument',
    ],
    ['a scan of 34 days ago', ROUND, NOOR, { finishedAt: longAgo }, 'scan-is-too-old'],
    [
      'a scan of exactly 30 days ago',
      ROUND,
      NOOR,
      { finishedAt: new Date(NOW.getTime() - 30 * 24 * 60 * 60 * 1000) },
      'done',
    ],
    [
      'an older scan that was finished for this round',
      { ...ROUND, openedAt: longAgo },
      NOOR,
      { finishedAt: longAgo },
      'done',
    ],
    ['a scan that was told of elsewhere', ROUND, NOOR, { isTold: true }, 'scan-was-told-of'],
  ])('%s', (_, round, member, scan, expected) => {
    expect(outcome(decideSend(round, member, { ...SCAN, ...scan }, NOW))).toBe(expected)
  })
})

test.each<[name: string, finishedAt: string, outcome: string]>([
  ['of yesterday', '2026-12-30T09:00:00Z', 'done'],
  ['of thirty days ago', '2026-12-01T13:05:00Z', 'done'],
  ['of a second more, also when the round was open by then', '2026-12-01T13:04:59Z', 'scan-is-too-old'],
  ['of before the round', '2026-11-01T09:00:00Z', 'scan-is-too-old'],
])('taking a scan %s for a round', (_, finishedAt, expected) => {
  const long = { ...ROUND, closesAt: new Date('2027-03-01T00:00:00Z') }
  const scan = { ...SCAN, finishedAt: new Date(finishedAt) }
  expect(outcome(decideUse(long, NOOR, scan, new Date('2026-12-31T13:05:00Z')))).toBe(expected)
})

test.each<[name: string, decision: () => ReturnType<typeof decideClose>, outcome: string]>([
  ['taking back what was sent', () => decideTakeBack(ROUND, SENT, NOW), 'done'],
  ['taking back nothing', () => decideTakeBack(ROUND, NOOR, NOW), 'nothing-was-sent'],
  ['taking back after closing', () => decideTakeBack(CLOSED, SENT, NOW), 'round-is-closed'],
  ['taking back what is of nobody', () => decideTakeBack(ROUND, null, NOW), 'is-no-member'],
  ['leaving', () => decideLeave(ROUND, SENT, NOW), 'done'],
  ['leaving after closing', () => decideLeave(CLOSED, SENT, NOW), 'round-is-closed'],
  ['leaving what one is not in', () => decideLeave(ROUND, null, NOW), 'is-no-member'],
  ['reminding for the first time', () => decideRemind(ROUND, null, NOW), 'done'],
  [
    'reminding after an hour',
    () => decideRemind(ROUND, new Date('2026-11-23T12:05:00Z'), NOW),
    'everybody-was-reminded-today',
  ],
  ['reminding after a day', () => decideRemind(ROUND, new Date('2026-11-22T13:05:00Z'), NOW), 'done'],
  ['reminding after closing', () => decideRemind(CLOSED, null, NOW), 'round-is-closed'],
  ['closing', () => decideClose(ROUND, NOW), 'done'],
  ['closing what is due', () => decideClose(ROUND, CLOSES), 'done'],
  ['closing twice', () => decideClose(CLOSED, NOW), 'round-is-closed'],
])('%s', (_, decision, expected) => {
  expect(outcome(decision())).toBe(expected)
})
