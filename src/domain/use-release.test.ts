import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextCount, quarterToCount } from './use-calendar.ts'
import { mayBeTold, type PersonInUse, releaseUse } from './use-release.ts'

const K = 5
const PARTS = ['eerste', 'tweede', 'derde']
const START = new Date('2026-10-05T09:00:00Z')

function person(name: string, rest: Partial<PersonInUse> = {}): PersonInUse {
  return {
    contributor: name,
    organisation: '',
    startedAt: START,
    changedAt: START,
    finishedAt: null,
    reached: null,
    ...rest,
  }
}

const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
const people = (count: number, rest: Partial<PersonInUse> = {}, name = 'p') =>
  Array.from({ length: count }, (_, index) => person(`${name}${index}`, rest))

describe('what is told of how much a scan was used', () => {
  test.each<[string, PersonInUse[], ReturnType<typeof releaseUse>]>([
    ['nobody', [], null],
    ['nine people', people(9), null],
    [
      'ten people who did nothing yet',
      people(10),
      { begun: { from: 10, to: 19 }, finished: null, minutes: null, stopped: [] },
    ],
    ['one person with twenty scans', Array.from({ length: 20 }, () => person('een')), null],
    [
      'ten who finished in 22 minutes',
      people(10, { finishedAt: minutesLater(22) }),
      { begun: { from: 10, to: 19 }, finished: { from: 10, to: 19 }, minutes: 20, stopped: [] },
    ],
    [
      'ten of whom one did not finish: who is left over would be alone',
      [...people(9, { finishedAt: minutesLater(20) }), person('x')],
      { begun: { from: 10, to: 19 }, finished: null, minutes: null, stopped: [] },
    ],
    [
      'eleven of whom one did not finish',
      [...people(10, { finishedAt: minutesLater(20) }), person('x')],
      { begun: { from: 10, to: 19 }, finished: null, minutes: null, stopped: [] },
    ],
    [
      'fifteen of whom five did not finish',
      [...people(10, { finishedAt: minutesLater(20) }), ...people(5, {}, 'x')],
      { begun: { from: 10, to: 19 }, finished: { from: 10, to: 19 }, minutes: 20, stopped: [] },
    ],
    [
      'where twenty stopped',
      people(20, { reached: 'tweede' }),
      {
        begun: { from: 20, to: 49 },
        finished: null,
        minutes: null,
        stopped: [{ part: 'tweede', people: { from: 20, to: 49 } }],
      },
    ],
    [
      'ten of whom six work at one place',
      [...people(6, { organisation: 'Gemeente A' }), ...people(4, {}, 'x')],
      null,
    ],
    [
      'ten of whom five do',
      [...people(5, { organisation: 'Gemeente A' }), ...people(5, {}, 'x')],
      { begun: { from: 10, to: 19 }, finished: null, minutes: null, stopped: [] },
    ],
  ])('%s', (_, scans, expected) => {
    expect(releaseUse(scans, PARTS, K)).toEqual(expected)
  })

  test('with a larger smallest group nothing is told of ten', () => {
    expect(releaseUse(people(10), PARTS, 20)).toBeNull()
  })
})

const someone: fc.Arbitrary<PersonInUse> = fc.record({
  contributor: fc.integer({ min: 1, max: 60 }).map((number) => `p${number}`),
  organisation: fc.constantFrom('', '', '', 'A', 'B', 'C'),
  startedAt: fc.constant(START),
  changedAt: fc.integer({ min: 0, max: 1000 }).map(minutesLater),
  finishedAt: fc.option(fc.integer({ min: 1, max: 300 }).map(minutesLater), { nil: null }),
  reached: fc.option(fc.constantFrom(...PARTS), { nil: null }),
})

/** The people behind everything that is told, and those who are left over. */
function groupsBehind(scans: readonly PersonInUse[]) {
  const furthest = new Map<string, PersonInUse>()
  for (const scan of scans) {
    const known = furthest.get(scan.contributor)
    const isFurther =
      !known ||
      (scan.finishedAt && !known.finishedAt) ||
      (Boolean(scan.finishedAt) === Boolean(known.finishedAt) && scan.changedAt > known.changedAt)
    if (isFurther) furthest.set(scan.contributor, scan)
  }
  return [...furthest.values()]
}

describe('of random people', () => {
  test('I1: no set that is told, and nobody left over, is smaller than the smallest group', () => {
    let told = 0
    let runs = 0
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 90, size: 'max' }), (scans) => {
        runs += 1
        const release = releaseUse(scans, PARTS, K)
        if (!release) return
        told += 1
        const all = groupsBehind(scans)
        const sizes = [
          ...(release.finished ? [all.filter(({ finishedAt }) => finishedAt).length] : []),
          ...release.stopped.map(
            ({ part }) => all.filter((one) => !one.finishedAt && one.reached === part).length,
          ),
        ]
        const leftOver = all.length - sizes.reduce((sum, size) => sum + size, 0)
        expect(all.length).toBeGreaterThanOrEqual(10)
        expect(sizes.every((size) => size >= 10)).toBe(true)
        expect(leftOver === 0 || leftOver >= K).toBe(true)
      }),
      { numRuns: 1500 },
    )
    // I9: it is not vacuous.
    expect(told).toBeGreaterThan(runs / 4)
    console.log(`use: ${runs} quarters, ${told} told, 0 sets too small`)
  })

  test('control: told by size alone, somebody is left over alone', () => {
    const sizes = new Map([
      ['a', 12],
      ['b', 1],
    ])
    expect(mayBeTold(sizes, { total: 13, least: 10, k: K })).toEqual(new Set())
    expect(mayBeTold(sizes, { total: 13, least: 10, k: 0 })).toEqual(new Set(['a']))
  })

  test('I3: whether a quarter is told of does not depend on how far anybody came', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 60 }), fc.constantFrom(...PARTS), (scans, part) => {
        const others = scans.map((scan) => ({ ...scan, reached: part, finishedAt: null }))
        expect(releaseUse(scans, PARTS, K) === null).toBe(releaseUse(others, PARTS, K) === null)
      }),
      { numRuns: 400 },
    )
  })

  test('I4 and I7: one person more or less changes nothing but a band, and none looks like too few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (few) => {
        expect(releaseUse(people(few), PARTS, K)).toBeNull()
        const finished = people(30, { finishedAt: minutesLater(30) })
        const withSome = releaseUse(
          [...finished, ...people(few + 5, { reached: 'eerste' }, 'x')].slice(0, 39),
          PARTS,
          K,
        )
        expect(withSome?.stopped).toEqual([])
      }),
    )
    expect(releaseUse(people(11), PARTS, K)).toEqual(releaseUse(people(12), PARTS, K))
  })
})

describe('which quarter is counted', () => {
  test.each([
    ['2027-01-31T23:59:59Z', '2026-07-01', '2027-02-01'],
    ['2027-02-01T00:00:00Z', '2026-10-01', '2027-05-02'],
    ['2027-05-01T12:00:00Z', '2026-10-01', '2027-05-02'],
    ['2028-03-02T00:00:00Z', '2027-10-01', '2028-05-02'],
  ])('at %s it is %s, and the next one comes on %s', (now, quarter, next) => {
    expect(quarterToCount(new Date(now)).name).toBe(quarter)
    expect(nextCount(new Date(now)).toISOString().slice(0, 10)).toBe(next)
  })
})
