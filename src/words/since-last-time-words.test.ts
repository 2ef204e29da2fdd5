import { describe, expect, test } from 'vitest'
import { exampleInstrument } from '#domain/examples.ts'
import type { ActionStatus } from '#domain/plan.ts'
import type { ToldMove } from '#domain/team-trend.ts'
import { agreedInWords, movedInWords, remarkInWords } from './since-last-time-words.ts'

describe('what came of what was agreed', () => {
  test.each<[ActionStatus[], string]>([
    [[], 'In de vorige ronde spraken jullie niets af.'],
    [['done'], 'Er was één afspraak. Die is gedaan.'],
    [['busy'], 'Er was één afspraak. Daar zijn jullie mee bezig.'],
    [['to-do'], 'Er was één afspraak. Die moet nog beginnen.'],
    [['dropped'], 'Er was één afspraak. Die gaat niet door.'],
    [['done', 'done'], 'Beide afspraken zijn gedaan.'],
    [['busy', 'busy', 'busy'], 'Alle drie de afspraken zijn bezig.'],
    [['to-do', 'to-do'], 'Beide afspraken moeten nog beginnen.'],
    [['dropped', 'dropped'], 'Geen van de twee afspraken gaat door.'],
    [['done', 'done', 'busy'], 'Van drie afspraken zijn er twee gedaan en is er één bezig.'],
    [
      ['dropped', 'done', 'to-do', 'busy', 'to-do', 'dropped'],
      'Van zes afspraken is er één gedaan, is er één bezig, moeten er twee nog beginnen en gaan er twee niet door.',
    ],
    [
      [...Array.from({ length: 11 }, () => 'done' as const), 'dropped'],
      'Van 12 afspraken zijn er 11 gedaan en gaat er één niet door.',
    ],
  ])('%j', (statuses, sentence) => {
    expect(agreedInWords(statuses.map((status) => ({ status })))).toBe(sentence)
  })

  test.each<[ActionStatus, string, string | null]>([
    ['done', '', null],
    ['done', 'Twaalf gesprekken.', 'Wat het opleverde: Twaalf gesprekken.'],
    ['dropped', 'Te duur.', 'Waarom niet: Te duur.'],
  ])('a remark on what is %s: "%s"', (status, remark, words) => {
    expect(remarkInWords({ status, remark })).toBe(words)
  })
})

describe('a statement of an action', () => {
  const instrument = exampleInstrument()
  const move = (movement: ToldMove['movement']): ToldMove => ({
    from: { kind: 'number', value: 2 },
    to: movement === null ? { kind: 'none' } : { kind: 'number', value: 3 },
    movement,
  })

  test.each([
    ['up', /^Deze stelling ging vooruit: van .+ \(2,0\) naar .+ \(3,0\)\.$/],
    ['down', /^Deze stelling ging achteruit: van /],
    ['same', /^Deze stelling bleef ongeveer gelijk\.$/],
  ] as const)('is told as it moved: %s', (movement, words) => {
    expect(movedInWords(instrument, move(movement))).toMatch(words)
  })

  test('of which too little was told says nothing, as one that was not compared', () => {
    expect(movedInWords(instrument, move(null))).toBeNull()
    expect(movedInWords(instrument, undefined)).toBeNull()
  })
})
