import { describe, expect, test } from 'vitest'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import type { Instrument } from './instrument.ts'
import { readPhases } from './phases.ts'

/** Three levels, and a first cluster in two phases: three statements, then one. */
function phasedInstrument(): Instrument {
  const instrument = exampleInstrument()
  const [first] = instrument.clusters
  if (!first) throw new Error('an example has a cluster')
  const [a, b, c, d] = first.statements
  if (!a || !b || !c || !d) throw new Error('the first cluster has four statements')
  first.groups = [
    { id: 'begin', title: 'Begin', about: 'Eerst dit.', statements: [a, b, c] },
    { id: 'slot', title: 'Slot', about: 'Dan dit.', statements: [d] },
  ]
  first.isPhased = true
  return { ...instrument, answers: instrument.answers.filter(({ id }) => !['4', '5'].includes(id)) }
}

describe('the way through phases', () => {
  test.each([
    ['3 3 3 3', ['done', 'done'], null, null],
    ['3 3 3 1', ['done', 'ahead'], 'slot', null],
    ['3 2 1 1', ['busy', 'ahead'], 'begin', null],
    ['1 1 1 1', ['ahead', 'ahead'], 'begin', null],
    ['1 1 1 2', ['ahead', 'busy'], 'begin', 'slot'],
    ['2 1 1 3', ['busy', 'done'], 'begin', 'slot'],
    // What nobody knows may be missing: with one unknown a phase is not done.
    ['3 3 ? 3', ['busy', 'done'], 'begin', 'slot'],
    // Fewer than half known says nothing.
    ['3 ? ? 1', ['unknown', 'ahead'], 'begin', null],
    ['. . . .', ['unknown', 'unknown'], 'begin', null],
  ])('%s', (row, states, current, runsAhead) => {
    const instrument = phasedInstrument()
    const [cluster] = instrument.clusters
    const reading = cluster && readPhases(instrument, cluster, exampleAnswers(instrument, row))
    expect(reading?.phases.map(({ state }) => state)).toEqual(states)
    expect(reading?.current?.group.id ?? null).toBe(current)
    expect(reading?.runsAhead?.group.id ?? null).toBe(runsAhead)
  })

  test('a cluster without phases has none', () => {
    const instrument = exampleInstrument()
    const [cluster] = instrument.clusters
    expect(cluster && readPhases(instrument, cluster, {})).toBeNull()
  })
})
