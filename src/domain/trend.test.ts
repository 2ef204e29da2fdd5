import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import type { Instrument } from './instrument.ts'
import { buildTrend, type TrendMoment } from './trend.ts'
import {
  type Comparison,
  compareMoments,
  type Movement,
  mostMovedClusters,
  mostMovedStatements,
} from './trend-comparison.ts'

type Changes = Instrument['history'][number]['statements']

/** A moment with a row of answers, as in the other tests: `?` is unknown, `.` is open. */
function moment(day: number, row: string, instrument = exampleInstrument()): TrendMoment {
  return {
    scan: `scan-${day}`,
    name: '',
    finishedAt: new Date(Date.UTC(2026, 10, day)),
    instrument,
    answers: exampleAnswers(instrument, row),
  }
}

/** The next version of the example; what was removed or added really is. */
function nextVersion(statements: Changes, version = '1.1.0', from = exampleInstrument()): Instrument {
  const is = (change: string) => statements.filter((one) => one.change === change).map(({ id }) => id)
  const example = from.clusters[0]?.statements[0]
  if (!example) throw new Error('the example has statements')
  return {
    ...from,
    version,
    history: [...from.history, { version, date: '2027-02-01', summary: 'Something changed.', statements }],
    clusters: from.clusters.map((cluster) => ({
      ...cluster,
      statements: [
        ...cluster.statements.filter(({ id }) => !is('removed').includes(id)),
        ...is('new')
          .filter((id) => cluster.id.startsWith(id.startsWith('a') ? 'eerste' : 'tweede'))
          .map((id) => ({ ...example, id })),
      ],
    })),
  }
}

const compare = (before: string, after: string, later = exampleInstrument()) =>
  compareMoments(moment(1, before), moment(2, after, later))

function moved({ statements }: Comparison): Partial<Record<Movement, string>> {
  const found: Partial<Record<Movement, string>> = {}
  for (const { movement, statement } of statements) {
    found[movement] = [found[movement], statement.id].filter(Boolean).join(' ')
  }
  return found
}

describe('what moved of a statement', () => {
  test.each<[string, string, Movement, number]>([
    ['2', '3', 'up', 1],
    ['1', '5', 'up', 4],
    ['4', '2', 'down', -2],
    ['3', '3', 'same', 0],
    ['?', '3', 'now-known', 0],
    ['.', '3', 'now-known', 0],
    ['3', '?', 'now-unknown', 0],
    ['3', '.', 'now-unknown', 0],
    ['?', '?', 'still-unknown', 0],
    ['.', '?', 'still-unknown', 0],
    ['.', '.', 'still-unknown', 0],
  ])('from %s to %s is %s', (before, after, movement, steps) => {
    const [first] = compare(`${before} 3 3 3  3 3 3`, `${after} 3 3 3  3 3 3`).statements
    expect(first).toMatchObject({ movement, steps, reason: null })
  })
})

describe('what the passport of the instrument says', () => {
  const row = '3 3 3 3  3 3 3'

  test.each<[string, Changes, string | undefined, string | null]>([
    ['another meaning', [{ id: 'a1', change: 'meaning' }], 'a1', 'meaning'],
    ['a statement more', [{ id: 'a9', change: 'new' }], 'a9', 'new'],
    ['a statement less', [{ id: 'a1', change: 'removed' }], 'a1', 'removed'],
    ['other words', [{ id: 'a1', change: 'wording' }], undefined, null],
    ['other spelling', [{ id: 'a1', change: 'spelling' }], undefined, null],
  ])('%s', (_, changes, id, reason) => {
    const comparison = compare(row, row, nextVersion(changes))
    expect(moved(comparison)['not-comparable']).toBe(id)
    expect(comparison.statements.find((one) => one.statement.id === id)?.reason ?? null).toBe(reason)
    expect(comparison.total.brokenBy === null).toBe(reason === null)
    const [first, second] = comparison.clusters
    expect(first?.brokenBy === null).toBe(reason === null)
    expect(first?.difference).toBe(reason === null ? 0 : null)
    expect(second).toMatchObject({ brokenBy: null, difference: 0 })
  })

  test('other answers break everything', () => {
    const four = exampleInstrument()
    four.answers = four.answers.filter(({ level }) => level !== 5)
    const comparison = compare(row, row, four)
    expect(moved(comparison)).toEqual({ 'not-comparable': 'a1 a2 a3 a4 b1 b2 b3' })
    expect(comparison.statements.every(({ reason }) => reason === 'answers')).toBe(true)
    expect(comparison.clusters.every(({ difference }) => difference === null)).toBe(true)
  })

  test('a break that lies before both moments is no break between them', () => {
    const second = nextVersion([{ id: 'a1', change: 'meaning' }])
    const third = nextVersion([{ id: 'b1', change: 'wording' }], '1.2.0', second)
    const comparison = compareMoments(moment(1, row, second), moment(2, row, third))
    expect(moved(comparison)).toEqual({ same: 'a1 a2 a3 a4 b1 b2 b3' })
    expect(comparison.total.brokenBy).toBeNull()
  })

  test('an older version that is filled in later is compared in the same way', () => {
    const comparison = compareMoments(
      moment(1, row, nextVersion([{ id: 'a1', change: 'meaning' }])),
      moment(2, row),
    )
    expect(moved(comparison)['not-comparable']).toBe('a1')
  })
})

describe('the lines', () => {
  test('have a value for each moment, in the order in which the scans were finished', () => {
    const { moments, total, clusters } = buildTrend([
      moment(9, '4 4 4 4  2 2 2'),
      moment(2, '2 2 2 2  2 2 2'),
    ])
    expect(moments.map(({ scan }) => scan)).toEqual(['scan-2', 'scan-9'])
    expect(valuesOf(total)).toEqual([2, 3.1])
    expect(clusters.map(valuesOf)).toEqual([
      [2, 4],
      [2, 2],
    ])
    expect(total.points.map(({ brokenBy }) => brokenBy)).toEqual([null, null])
  })

  test('have no value where too little is known', () => {
    const { total, clusters } = buildTrend([moment(1, '3 . . .  4 4 4'), moment(2, '3 3 ? ?  4 4 4')])
    expect(valuesOf(total)).toEqual([3.8, 3.6])
    expect(clusters.map(valuesOf)).toEqual([
      [null, 3],
      [4, 4],
    ])
  })

  test('break where a statement changed its meaning, and only there', () => {
    const later = nextVersion([{ id: 'a2', change: 'meaning' }])
    const row = '3 3 3 3  3 3 3'
    const { total, clusters } = buildTrend([moment(1, row), moment(2, row, later), moment(3, row, later)])
    const broken = (line: typeof total) => line.points.map(({ brokenBy }) => brokenBy !== null)
    expect(broken(total)).toEqual([false, true, false])
    expect(clusters.map(broken)).toEqual([
      [false, true, false],
      [false, false, false],
    ])
    expect(total.points[1]?.brokenBy?.changed.map(({ id }) => id)).toEqual(['a2'])
  })

  test('keep a cluster that the newest version no longer has', () => {
    const first = exampleInstrument()
    const later = nextVersion(['b1', 'b2', 'b3'].map((id) => ({ id, change: 'removed' as const })))
    later.clusters = later.clusters.filter(({ statements }) => statements.length > 0)
    const { clusters } = buildTrend([moment(1, '3 3 3 3  4 4 4', first), moment(2, '3 3 3 3', later)])
    expect(clusters.map(({ cluster }) => cluster?.id)).toEqual(['eerste', 'tweede'])
    expect(clusters[1]?.points[1]?.standing).toBeNull()
    expect(clusters[1]?.points[1]?.brokenBy?.removed).toHaveLength(3)
  })

  test('of a checklist count what is in place', () => {
    const checklist: Instrument = { ...exampleInstrument(), kind: 'checklist' }
    const { total, clusters } = buildTrend([
      moment(1, '5 1 1 1  5 5 1', checklist),
      moment(2, '5 5 4 1  5 ? ?', checklist),
    ])
    expect(valuesOf(total)).toEqual([3, 3])
    expect(clusters.map(valuesOf)).toEqual([
      [1, 2],
      [2, null],
    ])
  })
})

describe('what moved most', () => {
  test('a cluster up and a cluster down, and the statements', () => {
    const comparison = compare('2 2 2 2  4 4 4', '4 3 2 2  4 4 2')
    const clusters = mostMovedClusters(comparison)
    expect(clusters.up?.cluster?.id).toBe('eerste')
    expect(clusters.up?.difference).toBe(0.8)
    expect(clusters.down?.cluster?.id).toBe('tweede')
    const statements = mostMovedStatements(comparison)
    expect(statements.up?.statement.id).toBe('a1')
    expect(statements.down?.statement.id).toBe('b3')
  })

  test('nothing, when nothing did', () => {
    const comparison = compare('2 2 2 2  4 4 4', '2 2 2 2  4 4 4')
    expect(mostMovedClusters(comparison)).toEqual({ up: null, down: null })
    expect(mostMovedStatements(comparison)).toEqual({ up: null, down: null })
  })
})

const anyRow = fc
  .array(fc.constantFrom('1', '2', '3', '4', '5', '?', '.'), { minLength: 7, maxLength: 7 })
  .map((row) => row.join(' '))
const anyChanges: fc.Arbitrary<Changes> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3'),
    change: fc.constantFrom('spelling' as const, 'wording' as const, 'meaning' as const),
  }),
  { selector: ({ id }) => id },
)

describe('always', () => {
  test('the same answers twice have moved nowhere', () => {
    fc.assert(
      fc.property(anyRow, anyChanges, (row, changes) => {
        const comparison = compare(row, row, nextVersion(changes))
        const kinds = new Set(comparison.statements.map(({ movement }) => movement))
        for (const kind of ['up', 'down', 'now-known', 'now-unknown'] as const)
          expect(kinds).not.toContain(kind)
        for (const { difference } of comparison.clusters) expect([0, null]).toContain(difference)
      }),
    )
  })

  test('the other way round, up is down and known is unknown', () => {
    const opposite: Record<Movement, Movement> = {
      up: 'down',
      down: 'up',
      same: 'same',
      'now-known': 'now-unknown',
      'now-unknown': 'now-known',
      'still-unknown': 'still-unknown',
      'not-comparable': 'not-comparable',
    }
    fc.assert(
      fc.property(anyRow, anyRow, anyChanges, (before, after, changes) => {
        const [one, other] = [moment(1, before), moment(2, after, nextVersion(changes))]
        const there = compareMoments(one, other)
        const back = compareMoments(other, one)
        expect(back.statements.map(({ movement }) => movement)).toEqual(
          there.statements.map(({ movement }) => opposite[movement]),
        )
        expect(back.statements.map(({ steps }) => steps + 0)).toEqual(
          there.statements.map(({ steps }) => 0 - steps),
        )
        expect(back.clusters.map(({ difference }) => difference)).toEqual(
          there.clusters.map(({ difference }) => (difference === null ? null : 0 - difference)),
        )
      }),
    )
  })

  test('every statement of both versions is told of once', () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyChanges, (before, after, changes) => {
        const { statements } = compare(before, after, nextVersion([...changes, { id: 'a8', change: 'new' }]))
        expect(statements.map(({ statement }) => statement.id).sort()).toEqual([
          'a1',
          'a2',
          'a3',
          'a4',
          'a8',
          'b1',
          'b2',
          'b3',
        ])
      }),
    )
  })

  test('a line is broken exactly where one of its statements is', () => {
    fc.assert(
      fc.property(anyRow, anyChanges, (row, changes) => {
        const { clusters, total, statements } = compare(row, row, nextVersion(changes))
        const broken = new Set(
          statements.filter(({ reason }) => reason !== null).map(({ statement }) => statement.id),
        )
        expect(total.brokenBy !== null).toBe(broken.size > 0)
        for (const { cluster, brokenBy } of clusters) {
          expect(brokenBy !== null).toBe(cluster?.statements.some(({ id }) => broken.has(id)))
        }
      }),
    )
  })
})

function valuesOf({ points }: ReturnType<typeof buildTrend>['total']): (number | null | undefined)[] {
  return points.map(({ standing }) => standing?.value)
}
