import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAnswers } from './counting.ts'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import { statementsOf } from './instrument.ts'

test('answers are counted in the instrument’s order; what has none is open', () => {
  const instrument = exampleInstrument()
  const counts = countAnswers(
    instrument,
    statementsOf(instrument),
    exampleAnswers(instrument, '5 5 1 ? . 2 .'),
  )
  expect(counts.answers.map(({ answer, count }) => [answer.id, count])).toEqual([
    ['1', 1],
    ['2', 1],
    ['3', 0],
    ['4', 0],
    ['5', 2],
    ['onbekend', 1],
  ])
  expect(counts.open).toBe(2)
})

test('whatever is answered, nothing is lost and nothing is counted twice', () => {
  const instrument = exampleInstrument()
  const answer = fc.constantFrom('1', '2', '3', '4', '5', '?', '.')
  fc.assert(
    fc.property(fc.array(answer, { minLength: 7, maxLength: 7 }), (row) => {
      const counts = countAnswers(
        instrument,
        statementsOf(instrument),
        exampleAnswers(instrument, row.join(' ')),
      )
      const sum = counts.answers.reduce((total, { count }) => total + count, counts.open)
      expect(sum).toBe(7)
      expect(counts.total).toBe(7)
    }),
  )
})
