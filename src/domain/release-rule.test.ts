import { describe, expect, test } from 'vitest'
import {
  type Contribution,
  decideRelease,
  FEWEST,
  keepsEverybodyHidden,
  type ToldSet,
} from './release-rule.ts'

const K = 5

/** "abc" is three people, each with the first version of their answers; "a2" is the second version of a. */
function people(names: string, role: string | null = 'uitvoering'): Contribution[] {
  return [...names.matchAll(/([a-z])(\d?)/g)].map(([, name = '', version]) => ({
    contributor: name,
    version: `${name}${version || '1'}`,
    role,
  }))
}

function decide(contributions: ToldSet, earlier: ToldSet[] = [], organiser = 'z'): string {
  const decision = decideRelease({ contributions, organiser, k: K, earlier })
  if (decision.kind === 'withheld') return 'withheld'
  return decision.roles ? `released, ${decision.roles.map(({ role }) => role).join(' and ')}` : 'released'
}

describe('what may be told of a group', () => {
  test.each<[name: string, contributions: ToldSet, earlier: ToldSet[], outcome: string]>([
    ['nobody', [], [], 'withheld'],
    ['four people', people('abcd'), [], 'withheld'],
    ['five people', people('abcde'), [], 'released'],
    ['four people and the organiser', people('abcdz'), [], 'withheld'],
    ['five people and the organiser', people('abcdez'), [], 'released'],
    ['the same five as before', people('abcde'), [people('abcde')], 'released'],
    ['one more than before', people('abcdef'), [people('abcde')], 'withheld'],
    ['one fewer than before', people('abcde'), [people('abcdef')], 'withheld'],
    ['five more than before', people('abcdefghij'), [people('abcde')], 'released'],
    ['five others than before', people('fghij'), [people('abcde')], 'released'],
    ['the same five after all of them answered anew', people('a2b2c2d2e2'), [people('abcde')], 'released'],
    ['the same six after one of them answered anew', people('a2bcdef'), [people('abcdef')], 'withheld'],
    [
      'a set that with two earlier ones would leave one person',
      people('abcdefghijk'),
      [people('abcde'), people('fghij')],
      'withheld',
    ],
    [
      'five in one role and five in another',
      [...people('abcde'), ...people('fghij', 'beleid')],
      [],
      'released, uitvoering and beleid',
    ],
    [
      'five in one role and four in another',
      [...people('abcde'), ...people('fghi', 'beleid')],
      [],
      'released',
    ],
    [
      'five in one role and five without',
      [...people('abcde'), ...people('fghij', null)],
      [],
      'released, uitvoering',
    ],
    ['five in one role and one without', [...people('abcde'), ...people('f', null)], [], 'released'],
    ['one role only', people('abcdef'), [], 'released'],
  ])('%s', (_, contributions, earlier, outcome) => {
    expect(decide(contributions, earlier)).toBe(outcome)
  })

  test.each<[name: string, added: string, outcome: boolean]>([
    ['eight others', 'ghijklmn', true],
    ['the same six, whom k no longer hides', 'abcdef', false],
    ['the same six and two more', 'abcdefgh', false],
    ['seven others', 'ghijklm', false],
  ])('when k was raised to eight after six were told of: %s', (_, added, outcome) => {
    expect(keepsEverybodyHidden([people('abcdef')], [people(added)], 8)).toBe(outcome)
  })

  test.each([Number.NaN, 0, 1, 3, 4.5, -5, Number.POSITIVE_INFINITY])('never with a limit of %s', (k) => {
    const ask = () => decideRelease({ contributions: people('abcdefghij'), organiser: 'z', k, earlier: [] })
    expect(ask).toThrow(`k has to be ${FEWEST} or more`)
  })

  test('never with somebody twice', () => {
    expect(() => decide(people('abcdea2'))).toThrow('somebody contributes twice')
  })
})
