import { describe, expect, test } from 'vitest'
import { exampleInstrument } from '#domain/examples.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { ToldMean } from '#domain/release-figures.ts'
import {
  bandInWords,
  figureInWords,
  levelInWords,
  nearestLevel,
  peopleInWords,
  phraseOf,
} from './team-words.ts'

const instrument = exampleInstrument()
const checklist: Instrument = {
  ...instrument,
  kind: 'checklist',
  answers: [
    { id: 'ja', level: 3, label: 'Ja, dit staat', meaning: '' },
    { id: 'deels', level: 2, label: 'Deels, we zijn begonnen', meaning: '' },
    { id: 'nee', level: 1, label: 'Nee, nog niet', meaning: '' },
    { id: 'onbekend', level: null, label: 'Onbekend of n.v.t.', meaning: '' },
  ],
}
const LOWEST: ToldMean = { kind: 'end', end: 'lowest' }
const HIGHEST: ToldMean = { kind: 'end', end: 'highest' }
const NONE: ToldMean = { kind: 'none' }
const at = (value: number): ToldMean => ({ kind: 'number', value })

test.each([
  [{ from: 5, to: 9 }, '5 tot en met 9 mensen'],
  [{ from: 20, to: null }, '20 mensen of meer'],
])('%o is "%s"', (band, words) => {
  expect(peopleInWords(band)).toBe(words)
})

describe('a told mean in words', () => {
  test.each<[Instrument, ToldMean, string, string, string, number | null]>([
    [instrument, at(2.5), 'midden', 'niveau 3', '2,5', 3],
    [instrument, at(2.4), 'laag', 'niveau 2', '2,4', 2],
    [instrument, LOWEST, 'laag', 'niveau 1', 'onderaan de schaal', 1],
    [instrument, HIGHEST, 'hoog', 'niveau 5', 'bovenaan de schaal', 5],
    [instrument, NONE, 'te weinig bekend', 'te weinig bekend', '–', null],
    [checklist, at(1.5), 'laag', 'deels', '1,5', 2],
    [checklist, HIGHEST, 'midden', 'ja', 'bovenaan de schaal', 3],
  ])('of a $kind', (of, mean, band, level, figure, nearest) => {
    expect(bandInWords(of, mean)).toBe(band)
    expect(levelInWords(of, mean)).toBe(level)
    expect(figureInWords(mean)).toBe(figure)
    expect(nearestLevel(of, mean)).toBe(nearest)
  })

  test('a word comes before its figure, and what is not told has none', () => {
    expect(phraseOf('midden', at(3))).toBe('midden (3,0)')
    expect(phraseOf('hoog', HIGHEST)).toBe('hoog (bovenaan de schaal)')
    expect(phraseOf('te weinig bekend', NONE)).toBe('te weinig bekend')
  })
})
