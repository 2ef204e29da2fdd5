import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInstrument } from './examples.ts'
import { statementsOf } from './instrument.ts'
import { type CrowdBand, crowdBand, type ToldStatement, tellFigures, tellRoles } from './release-figures.ts'
import type { Answers } from './scan.ts'

const K = 5
const instrument = exampleInstrument()
const statements = statementsOf(instrument).map(({ id }) => id)
const [first = ''] = statements

/** Everybody gives the same answer to every statement: "1123" are four people, "?" does not know, "." left it open. */
function crowd(answers: string): Answers[] {
  return [...answers].map((one) => alike(one === '?' ? 'onbekend' : one === '.' ? null : one))
}

function alike(answer: string | null): Answers {
  return Object.fromEntries(statements.map((id) => [id, { answer, note: '' }]))
}

function ofFirst(answers: string): ToldStatement | undefined {
  return tellFigures(instrument, crowd(answers), K).statements.find(({ statement }) => statement === first)
}

describe('what is told of a statement', () => {
  test.each([
    ['22333', 2.5, 'in half levels, halves up: 2.6'],
    ['22224', 2.5, '2.4'],
    ['11124', 2, '1.8'],
    ['12345', 3, '3.0'],
    ['1111111122', 1.2, 'ten people: in tenths'],
    ['11111111122', 1.2, '1.18'],
    ['1111111111', 1, 'also at the end of the scale, with ten'],
  ])('%s is %d on average (%s)', (answers, value) => {
    expect(ofFirst(answers)?.mean).toEqual({ kind: 'number', value })
  })

  test.each([
    ['11111', 'lowest'],
    ['11112', 'lowest'],
    ['55555', 'highest'],
    ['555554', 'highest'],
  ])('of %s no number is told: everybody would be known', (answers, end) => {
    expect(ofFirst(answers)?.mean).toEqual({ kind: 'end', end })
  })

  test.each(['?????', '2????', '2222?', '2222.', '222????????'])('of %s no level is told', (answers) => {
    expect(ofFirst(answers)).toMatchObject({ mean: { kind: 'none' }, agreement: null, spread: null })
  })

  test.each([
    ['33333', 'agree'],
    ['33344', 'agree'],
    ['22334', 'mixed'],
    ['11335', 'differ'],
    ['1111155555', 'differ'],
  ])('in %s people %s', (answers, agreement) => {
    expect(ofFirst(answers)?.agreement).toBe(agreement)
  })

  test.each([
    ['333333', 'under-half'],
    ['3333333??', 'under-half'],
    ['33333????', 'under-half'],
    ['33333?????', 'many'],
    ['33333.....', 'many'],
    ['3333333333', 'few'],
    ['33333333?', 'under-half'],
    ['33333333??', 'some'],
    ['33333????????????????', 'most'],
    ['33?????????', null],
    ['???????????', null],
  ])('of %s those without a level are %s', (answers, share) => {
    expect(ofFirst(answers)?.withoutLevel).toBe(share)
  })

  test('how the answers are spread is told in broad parts, of ten people or more', () => {
    expect(ofFirst('112233445')?.spread).toBeNull()
    expect(ofFirst('11223344?')?.spread).toBeNull()
    expect(ofFirst('1123333333')?.spread).toEqual(['some', 'few', 'most', 'few', 'few'])
  })
})

test.each<[people: number, k: number, band: CrowdBand]>([
  [5, 5, { from: 5, to: 9 }],
  [9, 5, { from: 5, to: 9 }],
  [10, 5, { from: 10, to: 19 }],
  [19, 5, { from: 10, to: 19 }],
  [20, 5, { from: 20, to: null }],
  [5_000, 5, { from: 20, to: null }],
  [4, 4, { from: 4, to: 9 }],
  [8, 8, { from: 8, to: 19 }],
  [30, 25, { from: 25, to: null }],
])('%i people, with at least %i, are about %j', (people, k, band) => {
  expect(crowdBand(people, k)).toEqual(band)
})

test('of fewer people than k nothing is told', () => {
  expect(() => tellFigures(instrument, crowd('3333'), K)).toThrow('5 people or more')
  expect(() => crowdBand(4, 5)).toThrow()
})

describe('roles', () => {
  test('each has figures of its own, whoever has no role has none', () => {
    const told = tellRoles(
      instrument,
      [
        { role: 'uitvoering', people: crowd('22222') },
        { role: 'beleid', people: crowd('44444') },
        { role: null, people: crowd('33333') },
      ],
      K,
    )
    expect(told.map(({ role, figures }) => [role, figures.total])).toEqual([
      ['uitvoering', { kind: 'number', value: 2 }],
      ['beleid', { kind: 'number', value: 4 }],
    ])
  })

  test.each([
    ['44444', '3333?'],
    ['4444?', '33333'],
  ])('with %s in one and %s in none, no role is told anything: the rest could be found', (beleid, none) => {
    const told = tellRoles(
      instrument,
      [
        { role: 'uitvoering', people: crowd('222222') },
        { role: 'beleid', people: crowd(beleid) },
        { role: null, people: crowd(none) },
      ],
      K,
    )
    for (const { figures } of told) {
      expect(figures.total).toEqual({ kind: 'none' })
      expect(figures.statements.every(({ mean }) => mean.kind === 'none')).toBe(true)
    }
  })
})

const anyAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.constantFrom('1', '2', '3', '4', '5', 'onbekend', null), {
    minLength: statements.length,
    maxLength: statements.length,
  })
  .map((given) =>
    Object.fromEntries(statements.map((id, index) => [id, { answer: given[index] ?? null, note: '' }])),
  )
const anyCrowd = fc.array(anyAnswers, { minLength: K, maxLength: 24 })

describe('whatever people answer', () => {
  test('one person who answers otherwise moves a mean by the part of one, and a rounding step, at most', () => {
    let moved = 0
    fc.assert(
      fc.property(anyCrowd, anyAnswers, (people, other) => {
        const [one, two] = [people, [other, ...people.slice(1)]].map((all) => tellFigures(instrument, all, K))
        const step = people.length < 10 ? 0.5 : 0.1
        for (const [index, { mean, statement }] of (one?.statements ?? []).entries()) {
          const after = two?.statements[index]?.mean
          const gave = (all: readonly Answers[]) =>
            all.filter((answers) => /^[1-5]$/.test(answers[statement]?.answer ?? '')).length
          if (mean.kind !== 'number' || after?.kind !== 'number') continue
          const fewest = Math.min(gave(people), gave([other, ...people.slice(1)]))
          if (mean.value !== after.value) moved += 1
          expect(Math.abs(mean.value - after.value)).toBeLessThanOrEqual(4 / fewest + step + 1e-9)
        }
      }),
      { numRuns: 1_000, seed: 41 },
    )
    // A figure that never moves would pass as well.
    expect(moved).toBeGreaterThan(100)
  })

  test('no person can be read from it: who answered what makes no difference to the order of people', () => {
    fc.assert(
      fc.property(anyCrowd, fc.nat(), (people, shift) => {
        const turned = [...people.slice(shift % people.length), ...people.slice(0, shift % people.length)]
        expect(tellFigures(instrument, turned, K)).toEqual(tellFigures(instrument, people, K))
      }),
      { numRuns: 300, seed: 43 },
    )
  })

  test('a level is told of nobody and of fewer than k in the same way, to the byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1, max: 4 }), (count, few) => {
        const nobody = ofFirst('?'.repeat(count))
        const some = ofFirst('3'.repeat(few) + '?'.repeat(Math.max(count - few, few)))
        const told = (one?: ToldStatement) => JSON.stringify([one?.mean, one?.agreement, one?.spread])
        expect(told(some)).toBe(told(nobody))
      }),
    )
  })

  test('notes never come along', () => {
    fc.assert(
      fc.property(anyCrowd, (people) => {
        const noted = people.map((answers) =>
          Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, { ...one, note: 'merkteken' }])),
        )
        expect(JSON.stringify(tellFigures(instrument, noted, K))).not.toContain('merkteken')
      }),
      { numRuns: 100 },
    )
  })
})
