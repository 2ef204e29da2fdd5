import { describe, expect, test } from 'vitest'
import { exampleInstrument } from './examples.ts'
import { statementsOf } from './instrument.ts'
import type { Release } from './release.ts'
import { type ToldMean, tellFigures } from './release-figures.ts'
import type { Answers } from './scan.ts'
import { compareReleases } from './team-trend.ts'

const instrument = exampleInstrument()

/** So many people who all choose the same level everywhere. */
function told(people: number, level: number, compared: Release['compared'] = 'everything'): Release {
  const answers: Answers = Object.fromEntries(
    statementsOf(instrument).map(({ id }) => [id, { answer: String(level), note: '' }]),
  )
  return {
    figures: tellFigures(
      instrument,
      Array.from({ length: people }, () => answers),
      5,
    ),
    roles: null,
    compared,
  }
}

function withTotal(release: Release, total: ToldMean): Release {
  return { ...release, figures: { ...release.figures, total } }
}

const number = (value: number): ToldMean => ({ kind: 'number', value })

describe('two rounds of a group', () => {
  test('are compared in everything when the release says so', () => {
    const trend = compareReleases({ now: instrument }, told(7, 2), told(7, 3))
    expect(trend?.extent).toBe('everything')
    expect(trend?.total).toEqual({ from: number(2), to: number(3), movement: 'up' })
    expect([...(trend?.clusters.keys() ?? [])]).toEqual(['eerste', 'tweede'])
    expect(trend?.statements.size).toBe(7)
  })

  test('only in the whole when a few people changed', () => {
    const trend = compareReleases({ now: instrument }, told(7, 2), told(7, 3, 'total'))
    expect(trend?.total.movement).toBe('up')
    expect([trend?.clusters.size, trend?.statements.size]).toEqual([0, 0])
  })

  test.each([
    ['there was none before', null, told(7, 3)],
    ['the release says that there is nothing', told(7, 2), told(7, 3, null)],
  ])('not at all when %s', (_, before, after) => {
    expect(compareReleases({ now: instrument }, before, after)).toBeNull()
  })

  test.each<[string, number, ToldMean, number, ToldMean, string | null]>([
    ['half a level up, told in halves', 7, number(2.5), 7, number(3), 'up'],
    ['down', 7, number(3), 7, number(2.5), 'down'],
    ['a quarter told in tenths', 12, number(2.5), 12, number(2.8), 'up'],
    ['less than that is about the same', 12, number(2.5), 12, number(2.7), 'same'],
    ['tenths after halves may be the rounding', 7, number(2.5), 12, number(2.8), 'same'],
    ['an end of the scale has its place', 7, number(1.5), 7, { kind: 'end', end: 'lowest' }, 'down'],
    ['nothing told, nothing said', 7, { kind: 'none' }, 7, number(3), null],
  ])('%s', (_, people, from, then, to, movement) => {
    const trend = compareReleases(
      { now: instrument },
      withTotal(told(people, 2), from),
      withTotal(told(then, 2), to),
    )
    expect(trend?.total).toEqual({ from, to, movement })
  })

  describe('between which the scan itself changed', () => {
    const [moved, ...others] = statementsOf(instrument).map(({ id }) => id)
    const later = (change: 'meaning' | 'wording') => ({
      ...instrument,
      version: '9.0.0',
      history: [
        ...instrument.history,
        {
          version: '9.0.0',
          date: '2026-11-24',
          summary: 'Anders.',
          statements: [{ id: moved ?? '', change }],
        },
      ],
    })

    test('are compared in what still asks the same, and in nothing that it is a part of', () => {
      const trend = compareReleases({ now: later('meaning'), before: instrument }, told(7, 2), told(7, 3))
      expect(trend?.total.movement).toBe('not-comparable')
      expect(trend?.statements.get(moved ?? '')?.movement).toBe('not-comparable')
      expect(others.map((id) => trend?.statements.get(id)?.movement)).toEqual(others.map(() => 'up'))
      expect([...(trend?.clusters.values() ?? [])].map(({ movement }) => movement)).toEqual([
        'not-comparable',
        'up',
      ])
      expect(trend?.brokenBy?.changed.map(({ id }) => id)).toEqual([moved])
    })

    test('are compared in everything when it only has other words', () => {
      const trend = compareReleases({ now: later('wording'), before: instrument }, told(7, 2), told(7, 3))
      expect(trend?.total.movement).toBe('up')
      expect(trend?.brokenBy).toBeNull()
    })

    test('are not compared at all when one chooses from other answers', () => {
      const other = { ...instrument, answers: instrument.answers.slice(1) }
      expect(compareReleases({ now: other, before: instrument }, told(7, 2), told(7, 3))).toBeNull()
    })
  })
})
