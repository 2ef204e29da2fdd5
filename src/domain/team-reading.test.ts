import { describe, expect, test } from 'vitest'
import { exampleInstrument } from './examples.ts'
import type { Instrument } from './instrument.ts'
import type { Agreement, Share, ToldFigures, ToldMean } from './release-figures.ts'
import { placeOf, readTeam, roleGaps } from './team-reading.ts'

const instrument = exampleInstrument()
const NONE: ToldMean = { kind: 'none' }
const LOWEST: ToldMean = { kind: 'end', end: 'lowest' }
const HIGHEST: ToldMean = { kind: 'end', end: 'highest' }

function at(value: number): ToldMean {
  return { kind: 'number', value }
}

type Row = { mean?: ToldMean; agreement?: Agreement | null; withoutLevel?: Share | null }

/** Told of a1 to a4 and b1 to b3, in that order; what a row leaves out is in the middle and stands out nowhere. */
function figures(rows: Row[], clusters: [ToldMean, ToldMean] = [at(3), at(3)]): ToldFigures {
  return {
    people: { from: 5, to: 9 },
    total: at(3),
    clusters: [
      { cluster: 'eerste', mean: clusters[0] },
      { cluster: 'tweede', mean: clusters[1] },
    ],
    statements: ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3'].map((statement, index) => ({
      statement,
      mean: at(3),
      agreement: 'mixed' as const,
      withoutLevel: 'under-half' as const,
      spread: null,
      ...rows[index],
    })),
  }
}

function ids(list: { statement: { id: string } }[]): string {
  return list.map(({ statement }) => statement.id).join(' ')
}

const few = (mean: ToldMean) => ({ mean, agreement: null, withoutLevel: null })

describe('what people agree on, differ on and do not know', () => {
  test.each<[string, Row[], { agreed?: string; differing?: string; unknown?: string }]>([
    ['nothing stands out', [], {}],
    [
      'by agreement, in the order of the instrument',
      [{ agreement: 'differ' }, { agreement: 'agree' }, { agreement: 'agree' }, { agreement: 'differ' }],
      { agreed: 'a2 a3', differing: 'a1 a4' },
    ],
    ['half of a few people', [{}, { withoutLevel: 'half-or-more' }], { unknown: 'a2' }],
    [
      'more of many people first',
      [{ withoutLevel: 'many' }, { withoutLevel: 'some' }, { withoutLevel: 'most' }],
      { unknown: 'a3 a1' },
    ],
    [
      'too few to tell anything, before the rest',
      [{ withoutLevel: 'most' }, {}, few(NONE)],
      { unknown: 'a3 a1' },
    ],
    ['nobody and too few in one order', [few(NONE), few(NONE)], { unknown: 'a1 a2' }],
  ])('%s', (_, rows, { agreed = '', differing = '', unknown = '' }) => {
    const reading = readTeam(instrument, figures(rows))
    expect(ids(reading.agreed)).toBe(agreed)
    expect(ids(reading.differing)).toBe(differing)
    expect(ids(reading.unknown)).toBe(unknown)
  })
})

const means = (...all: ToldMean[]): Row[] => all.map((mean) => ({ mean }))
const allNone = means(...Array.from({ length: 7 }, () => NONE))

describe('the strongest and the most room to grow', () => {
  test.each<[string, Instrument['kind'], Row[], string, string]>([
    ['of equal ones the first', 'levels', [], 'a1 a2 a3', 'a4 b1 b2'],
    ['highest and lowest', 'levels', means(at(2), at(4), at(1.5), at(3.5)), 'a2 a4 b1', 'a3 a1 b2'],
    [
      'an end of the scale has its place',
      'levels',
      means(LOWEST, HIGHEST, at(1.5), at(4.5)),
      'a2 a4 b1',
      'a1 a3 b2',
    ],
    [
      'strong only from the middle on',
      'levels',
      means(at(2.5), at(2.5), at(2.5), at(2.5), at(2), at(2), at(2)),
      '',
      'b1 b2 b3',
    ],
    [
      'nothing to grow at the top',
      'levels',
      means(...Array.from({ length: 7 }, () => HIGHEST)),
      'a1 a2 a3',
      '',
    ],
    ['nothing told', 'levels', allNone, '', ''],
    ['of a checklist only what is near its top', 'checklist', means(at(4.5), at(4), at(2)), 'a1', 'a3 a4 b1'],
  ])('%s (%s)', (_, kind, rows, strongest, roomToGrow) => {
    const reading = readTeam({ ...instrument, kind }, figures(rows))
    expect(ids(reading.strongest)).toBe(strongest)
    expect(ids(reading.roomToGrow)).toBe(roomToGrow)
  })

  test.each<[string, [ToldMean, ToldMean], string | undefined, string | undefined]>([
    ['the highest and the lowest cluster', [at(2), at(3.5)], 'tweede', 'eerste'],
    ['none when they are equal', [at(3), at(3)], undefined, undefined],
    ['none when only one is told', [at(3), NONE], undefined, undefined],
    ['an end of the scale too', [HIGHEST, at(4.5)], 'eerste', 'tweede'],
  ])('%s', (_, clusters, strongest, growth) => {
    const reading = readTeam(instrument, figures([], clusters))
    expect(reading.strongestCluster?.id).toBe(strongest)
    expect(reading.growthCluster?.id).toBe(growth)
  })
})

describe('roles that see it differently', () => {
  test.each<[string, Row[], Row[], string]>([
    ['a level apart', means(at(2), at(3)), means(at(3), at(3.5)), 'a1'],
    ['whichever of the two is higher', means(at(3), at(4)), means(at(4), at(3)), 'a1 a2'],
    ['an end of the scale has its place', means(LOWEST), means(at(2)), 'a1'],
    ['not when one of them is not told', means(NONE), means(at(5)), ''],
  ])('%s', (_, one, other, expected) => {
    const gaps = roleGaps(instrument, [
      { role: 'uitvoering', figures: figures(one) },
      { role: 'beleid', figures: figures(other) },
    ])
    expect(gaps.map(({ id }) => id).join(' ')).toBe(expected)
  })

  test('never with one role, which differs from nobody', () => {
    expect(roleGaps(instrument, [{ role: 'beleid', figures: figures([]) }])).toEqual([])
  })
})

test('a told mean has a place on the scale, and what is not told has none', () => {
  expect([at(2.5), LOWEST, HIGHEST, NONE].map((mean) => placeOf(instrument, mean))).toEqual([2.5, 1, 5, null])
})
