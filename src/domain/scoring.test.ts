import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import { statementsOf } from './instrument.ts'
import type { Answers } from './scan.ts'
import { bandOf, scoreScan } from './scoring.ts'

const instrument = exampleInstrument()

describe('a score', () => {
  // The first four answers belong to one cluster, the last three to the other; ? is unknown, . is open.
  test.each([
    ['all the same', '3 3 3 3  3 3 3', 3, [3, 3]],
    ['to one decimal', '1 2 3 4  1 2 2', 2.1, [2.5, 1.7]],
    ['half rounds up', '2 2 2 3  . . .', 2.3, [2.3, null]],
    ['unknown does not count as a number', '5 5 ? ?  5 5 ?', 5, [5, 5]],
    ['exactly half with a level is enough', '4 4 . .  4 4 .', 4, [4, 4]],
    ['less than half is too little', '4 . ? ?  4 . .', null, [null, null]],
    ['one cluster can be known and the whole not', '. . . .  4 4 4', null, [null, 4]],
    ['nothing answered', '. . . .  . . .', null, [null, null]],
    ['all unknown', '? ? ? ?  ? ? ?', null, [null, null]],
  ])('%s: %s', (_, row, total, clusters) => {
    const score = scoreScan(instrument, exampleAnswers(instrument, row))
    expect(score.total.value).toBe(total)
    expect(score.clusters.map((cluster) => cluster.score.value)).toEqual(clusters)
  })

  test('says how many have a level, are unknown and are open', () => {
    const { total } = scoreScan(instrument, exampleAnswers(instrument, '1 2 ? .  5 . ?'))
    expect(total).toMatchObject({ withLevel: 3, unknown: 2, open: 2, total: 7 })
  })
})

test.each([
  [1, 'laag'],
  [2.4, 'laag'],
  [2.5, 'midden'],
  [3.4, 'midden'],
  [3.5, 'hoog'],
  [5, 'hoog'],
  [0.5, 'laag'],
])('a score of %d is called "%s": a boundary goes up', (value, word) => {
  expect(bandOf(instrument.bands, value).label).toBe(word)
})

const statementIds = statementsOf(instrument).map(({ id }) => id)
const anyAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.constantFrom('1', '2', '3', '4', '5', 'onbekend', null), { minLength: 7, maxLength: 7 })
  .map((row) =>
    Object.fromEntries(statementIds.map((id, index) => [id, { answer: row[index] ?? null, note: '' }])),
  )

describe('never', () => {
  test('a higher answer lowers a score', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...statementIds),
        fc.integer({ min: 1, max: 4 }),
        (answers, id, level) => {
          const at = (one: number) =>
            scoreScan(instrument, { ...answers, [id]: { answer: String(one), note: '' } })
          const before = at(level)
          const after = at(level + 1)
          expect(after.total.value ?? 0).toBeGreaterThanOrEqual(before.total.value ?? 0)
          for (const [index, cluster] of after.clusters.entries()) {
            expect(cluster.score.value ?? 0).toBeGreaterThanOrEqual(before.clusters[index]?.score.value ?? 0)
          }
        },
      ),
    )
  })

  test('unknown counts as a number: it scores as if the statement were open', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...statementIds), (answers, id) => {
        const unknown = scoreScan(instrument, { ...answers, [id]: { answer: 'onbekend', note: '' } })
        const open = scoreScan(instrument, { ...answers, [id]: { answer: null, note: '' } })
        expect(unknown.total.value).toBe(open.total.value)
      }),
    )
  })

  test('the order of answering matters', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.shuffledSubarray(statementIds, { minLength: 7, maxLength: 7 }),
        (answers, order) => {
          const shuffled: Answers = {}
          for (const id of order) shuffled[id] = answers[id] ?? { answer: null, note: '' }
          expect(scoreScan(instrument, shuffled)).toEqual(scoreScan(instrument, answers))
        },
      ),
    )
  })

  test('a score leaves the scale', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { value } = scoreScan(instrument, answers).total
        expect(value === null || (value >= 1 && value <= 5)).toBe(true)
      }),
    )
  })
})
