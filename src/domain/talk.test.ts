import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInstrument } from './examples.ts'
import { statementsOf } from './instrument.ts'
import {
  agendaOf,
  proposeTopics,
  reasonsFor,
  reasonsOfShared,
  TALK_MINUTES,
  type TopicReasons,
} from './talk.ts'

const instrument = exampleInstrument()
const ids = statementsOf(instrument).map(({ id }) => id)
const [a = '', b = '', c = '', d = ''] = ids
const NOTHING: TopicReasons = { mixed: [], 'role-gap': [], unknown: [], low: [], high: [] }

describe('a proposal of what to talk about', () => {
  test.each<[string, Partial<TopicReasons>, string[]]>([
    [
      'has what people differ on, what they do not know and what they are proud of',
      { mixed: [b], unknown: [c], high: [a] },
      [b, c, a],
    ],
    [
      'puts a gap between roles before what is mixed',
      { 'role-gap': [d], mixed: [b], unknown: [c], high: [a] },
      [d, c, a],
    ],
    ['takes what is low where everybody knows', { mixed: [b], low: [d], high: [a] }, [b, d, a]],
    [
      'names a statement once, whatever the reasons',
      { mixed: [b], unknown: [b, c], high: [b, a] },
      [b, c, a],
    ],
  ])('%s', (_, reasons, topics) => {
    expect(proposeTopics(instrument, { ...NOTHING, ...reasons })).toEqual(topics)
  })

  test('always has three different ones, also when nothing stands out', () => {
    const some = fc.subarray(ids)
    fc.assert(
      fc.property(some, some, some, some, some, (mixed, gap, unknown, low, high) => {
        const topics = proposeTopics(instrument, { mixed, 'role-gap': gap, unknown, low, high })
        expect(new Set(topics).size).toBe(3)
        expect(topics.every((id) => ids.includes(id))).toBe(true)
      }),
    )
  })
})

test.each(TALK_MINUTES)('an agenda of %i minutes takes %i minutes, whatever is on it', (minutes) => {
  for (const topics of [[a], [a, b], [a, b, c]]) {
    const agenda = agendaOf(topics, minutes)
    expect(agenda.reduce((total, item) => total + item.minutes, 0)).toBe(minutes)
    expect(agenda.every((item) => item.minutes >= 4)).toBe(true)
  }
})

test('answers that are shared have reasons too', () => {
  const [lowest, highest] = [instrument.answers[0]?.id ?? '', instrument.answers[4]?.id ?? '']
  const person = (first: string) => ({ [a]: { answer: first, note: '' }, [b]: { answer: highest, note: '' } })
  const reasons = reasonsOfShared(instrument, [person(lowest), person(highest)])
  expect(reasonsFor(reasons, a)).toEqual(['mixed'])
  expect(reasonsFor(reasons, b)).toContain('high')
  expect(reasonsFor(reasons, c)).toEqual(['unknown'])
})
