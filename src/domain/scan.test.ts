import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInstrument } from './examples.ts'
import { type Answers, answer, NOTE_LENGTH, nextCluster, progressOf, totalProgress } from './scan.ts'

const instrument = exampleInstrument()
const stored: Answers = { a1: { answer: '2', note: 'kijk' } }

describe('answering', () => {
  test.each([
    ['a new answer is kept', { statement: 'a2', answer: '4' }, { answer: '4', note: '' }],
    ['another answer replaces the first', { statement: 'a1', answer: '5' }, { answer: '5', note: 'kijk' }],
    ['an answer can be taken back', { statement: 'a1', answer: null }, { answer: null, note: 'kijk' }],
    ['what is left out is not touched', { statement: 'a1', note: 'nieuw' }, { answer: '2', note: 'nieuw' }],
    [
      'a tab that is behind changes only what was changed in it',
      { statement: 'a1', answer: '1', note: 'anders', was: { answer: '1', note: 'kijk' } },
      { answer: '2', note: 'anders' },
    ],
    [
      'what was changed here and not elsewhere is kept',
      { statement: 'a1', answer: '3', was: { answer: '2' } },
      { answer: '3', note: 'kijk' },
    ],
  ])('%s', (_, sent, expected) => {
    const outcome = answer(instrument, stored, [sent])
    expect(outcome.refusals).toEqual([])
    expect(outcome.answers[sent.statement]).toEqual(expected)
  })

  test.each([
    ['an answer that does not exist', { statement: 'a1', answer: '6' }, 'unknown-answer'],
    ['a statement that does not exist', { statement: 'zz', answer: '1' }, 'unknown-statement'],
    [
      'the name of something every object has',
      { statement: 'constructor', answer: '1' },
      'unknown-statement',
    ],
    ['a note that is too long', { statement: 'a1', note: 'x'.repeat(NOTE_LENGTH + 1) }, 'note-too-long'],
    [
      'an answer that changed in two tabs',
      { statement: 'a1', answer: '4', was: { answer: '1' } },
      'changed-elsewhere',
    ],
    [
      'a note that changed in two tabs',
      { statement: 'a1', note: 'b', was: { note: 'a' } },
      'changed-elsewhere',
    ],
  ])('%s is refused and changes nothing', (_, sent, reason) => {
    const outcome = answer(instrument, stored, [sent])
    expect(outcome.refusals.map((refusal) => refusal.reason)).toEqual([reason])
    expect(outcome.changes).toEqual([])
    expect(outcome.answers).toEqual(stored)
  })

  test('what the page itself had under way is no change of somebody else', () => {
    const sent = { statement: 'a1', answer: '4', was: { answer: null } }
    expect(answer(instrument, stored, [sent]).refusals).toHaveLength(1)
    const outcome = answer(instrument, stored, [
      { ...sent, underway: { answer: stored.a1?.answer ?? null, note: '' } },
    ])
    expect(outcome.refusals).toEqual([])
    expect(outcome.answers.a1?.answer).toBe('4')
  })

  test('a valid answer among refused ones is kept', () => {
    const outcome = answer(instrument, {}, [
      { statement: 'a1', answer: '9' },
      { statement: 'a2', answer: '3' },
    ])
    expect(outcome.changes).toEqual([{ statement: 'a2', answer: '3', note: '' }])
  })

  test('sending the same again changes nothing', () => {
    expect(answer(instrument, stored, [{ statement: 'a1', answer: '2', note: 'kijk' }]).changes).toEqual([])
  })

  test('two tabs on one scan never lose what one of them saved without saying so', () => {
    const value = fc.constantFrom('1', '2', '3', null)
    fc.assert(
      fc.property(value, value, value, (shown, first, second) => {
        const start: Answers = shown === null ? {} : { a1: { answer: shown, note: '' } }
        const was = { answer: shown }
        const one = answer(instrument, start, [{ statement: 'a1', answer: first, was }])
        const two = answer(instrument, one.answers, [{ statement: 'a1', answer: second, was }])
        const kept = two.answers.a1?.answer ?? null
        const isTold = two.refusals.length > 0
        if (first !== shown) expect(kept === first || isTold).toBe(true)
        if (second !== shown && first === shown) expect(kept).toBe(second)
      }),
    )
  })
})

test('progress counts what has an answer, unknown too, but not a note alone', () => {
  const answers: Answers = {
    a1: { answer: 'onbekend', note: '' },
    a2: { answer: null, note: 'nog eens kijken' },
    b1: { answer: '2', note: '' },
  }
  const [first] = instrument.clusters
  expect(first && progressOf(first, answers)).toEqual({ answered: 1, total: 4, isComplete: false })
  expect(totalProgress(instrument, answers)).toEqual({ answered: 2, total: 7, isComplete: false })
  expect(nextCluster(instrument, answers)?.id).toBe('eerste')
})
