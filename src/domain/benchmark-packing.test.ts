import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTally, packingOf } from './benchmark-packing.ts'
import { exampleInstrument } from './examples.ts'
import { type Instrument, statementsOf } from './instrument.ts'
import { addCounts, countPeople } from './release-counts.ts'
import type { Answers } from './scan.ts'

const example = exampleInstrument()
/** So long that it needs several numbers. */
const long: Instrument = {
  ...example,
  clusters: [1, 2, 3, 4].flatMap((turn) =>
    example.clusters.map((cluster) => ({
      ...cluster,
      id: `${cluster.id}-${turn}`,
      statements: cluster.statements.map((one) => ({ ...one, id: `${one.id}-${turn}` })),
    })),
  ),
}

const peopleOf = (instrument: Instrument) => {
  const answer = fc.constantFrom(...instrument.answers.map(({ id }) => id), 'een-antwoord-van-vroeger', null)
  const person = fc
    .tuple(...statementsOf(instrument).map(() => answer))
    .map(
      (given): Answers =>
        Object.fromEntries(
          statementsOf(instrument).map(({ id }, at) => [id, { answer: given[at] ?? null, note: '' }]),
        ),
    )
  return fc.array(person, { maxLength: 12 })
}

/** As the database adds them up. */
function pack(instrument: Instrument, answers: Answers): number[] {
  const { words, weights } = packingOf(instrument)
  const sums = Array.from({ length: words }, () => 0)
  for (const { statement, answer, word, weight } of weights) {
    if (answers[statement]?.answer === answer) sums[word] = (sums[word] ?? 0) + weight
  }
  return sums
}

function tallyOf(instrument: Instrument, people: Answers[]) {
  const tally = createTally(instrument)
  for (const one of people) tally.add(pack(instrument, one))
  return tally.counts()
}

describe.each([
  ['seven statements', example, 1],
  ['28 statements', long, 2],
])('packed answers to %s', (_, instrument, words) => {
  test('are counted as they are counted unpacked', () => {
    expect(packingOf(instrument).words).toBe(words)
    fc.assert(
      fc.property(peopleOf(instrument), (people) => {
        expect(tallyOf(instrument, people)).toEqual(countPeople(instrument, people))
      }),
      { numRuns: 200, seed: 67 },
    )
  })

  test('fit in numbers that are exact', () => {
    const { weights } = packingOf(instrument)
    for (let word = 0; word < words; word += 1) {
      const byStatement = new Map<string, number>()
      for (const one of weights.filter((weight) => weight.word === word)) {
        byStatement.set(one.statement, Math.max(one.weight, byStatement.get(one.statement) ?? 0))
      }
      const most = [...byStatement.values()].reduce((sum, weight) => sum + weight, 0)
      expect(Number.isSafeInteger(most)).toBe(true)
    }
  })

  test('control: the answers of one other person give other counts', () => {
    const alike = (answer: string): Answers =>
      Object.fromEntries(statementsOf(instrument).map(({ id }) => [id, { answer, note: '' }]))
    expect(tallyOf(instrument, [alike('2'), alike('3')])).not.toEqual(
      countPeople(instrument, [alike('2'), alike('4')]),
    )
  })
})

test('counts of lots add up to the counts of all together', () => {
  fc.assert(
    fc.property(peopleOf(example), peopleOf(example), (one, other) => {
      expect(addCounts(example, [countPeople(example, one), countPeople(example, other)])).toEqual(
        countPeople(example, [...one, ...other]),
      )
    }),
    { numRuns: 100, seed: 71 },
  )
})
