import { describe, expect, test } from 'vitest'
import { exampleRelease } from './example-release.ts'
import { exampleInstrument } from './examples.ts'
import type { Instrument } from './instrument.ts'
import { readTeam } from './team-reading.ts'

const role = (id: string) => ({ id, label: id, description: undefined })
const instrument: Instrument = { ...exampleInstrument(), roles: ['een', 'twee', 'drie'].map(role) }

describe('the example of what a group may be told', () => {
  test.each([
    [5, { from: 10, to: 19 }, { from: 5, to: 9 }],
    [4, { from: 10, to: 19 }, { from: 4, to: 9 }],
    [12, { from: 12, to: null }, { from: 12, to: null }],
  ])('tells of two roles of at least %d people each', (k, people, inRole) => {
    const { figures, roles } = exampleRelease(instrument, k)
    expect(figures.people.from).toBeGreaterThanOrEqual(people.from)
    expect(roles?.map((one) => one.role)).toEqual(['een', 'twee'])
    expect(roles?.map((one) => one.figures.people.from)).toEqual([inRole.from, inRole.from])
  })

  test('is the same every time', () => {
    expect(exampleRelease(instrument, 5)).toEqual(exampleRelease(instrument, 5))
  })

  test('has something that people agree on, and a spread', () => {
    const { figures } = exampleRelease(instrument, 5)
    expect(readTeam(instrument, figures).agreed).not.toEqual([])
    expect(figures.statements.some(({ spread }) => spread)).toBe(true)
  })

  test('is there for an instrument without roles too, and is then not split', () => {
    expect(exampleRelease(exampleInstrument(), 5).roles).toBeNull()
  })
})
