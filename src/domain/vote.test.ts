import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ballot, readChoices, tellVote, type VoteOutcome } from './vote.ts'

const TWO: Ballot = { options: ['a', 'b'], most: 1 }
const asTheyCome = (options: string[]) => options
const votesFor = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([option, count]) => Array.from({ length: count }, () => [option]))

test.each<[string, Record<string, number>, number, VoteOutcome]>([
  ['nobody', {}, 5, { kind: 'nothing' }],
  ['three, who are too few for anything', { a: 3 }, 5, { kind: 'nothing' }],
  ['four of the five that are needed', { a: 1, b: 3 }, 5, { kind: 'order', options: ['b', 'a'] }],
  [
    'four where four are enough, and yet too few to count',
    { a: 1, b: 3 },
    4,
    { kind: 'order', options: ['b', 'a'] },
  ],
  [
    'five who agree, or nearly',
    { a: 5 },
    5,
    {
      kind: 'counts',
      voters: 5,
      counts: [
        { options: ['a'], least: 3, most: 5 },
        { options: ['b'], least: 0, most: 2 },
      ],
    },
  ],
  [
    'eight who do not',
    { a: 5, b: 3 },
    5,
    {
      kind: 'counts',
      voters: 8,
      counts: [
        { options: ['a'], least: 5, most: 5 },
        { options: ['b'], least: 3, most: 3 },
      ],
    },
  ],
])('tells of %s', (_, counts, k, outcome) => {
  expect(tellVote(TWO, votesFor(counts), { k, shuffle: asTheyCome })).toEqual(outcome)
})

test('lets chance decide between options with as many votes', () => {
  const votes = votesFor({ a: 2, b: 2 })
  expect(tellVote(TWO, votes, { k: 5, shuffle: (options) => options.reverse() })).toEqual({
    kind: 'order',
    options: ['b', 'a'],
  })
})

test('counts levels together while there are few votes, and each of them with many', () => {
  const ballot = { options: ['1', '2', '3'], most: 1, together: [['1', '2'], ['3']] }
  const few = tellVote(ballot, votesFor({ 1: 2, 2: 2, 3: 4 }), { k: 5, shuffle: asTheyCome })
  expect(few).toMatchObject({
    counts: [
      { options: ['1', '2'], least: 4 },
      { options: ['3'], least: 4 },
    ],
  })
  const many = tellVote(ballot, votesFor({ 1: 4, 2: 4, 3: 4 }), { k: 5, shuffle: asTheyCome })
  expect(many).toMatchObject({ counts: [{ options: ['1'] }, { options: ['2'] }, { options: ['3'] }] })
})

test.each([0, 3, 4.5, Number.NaN])('tells nothing when the smallest group is %s', (k) => {
  expect(() => tellVote(TWO, votesFor({ a: 9 }), { k, shuffle: asTheyCome })).toThrow('has no sense')
})

test.each<[string, string[], string[] | null]>([
  ['in the order of the ballot', ['c', 'a'], ['a', 'c']],
  ['nothing', [], []],
  ['too many', ['a', 'b', 'c'], null],
  ['one twice', ['a', 'a'], null],
  ['what is not on it', ['a', 'x'], null],
])('reads %s', (_, chosen, read) => {
  expect(readChoices({ options: ['a', 'b', 'c'], most: 2 }, chosen)).toEqual(read)
})

test('tells or keeps silent whatever people chose', () => {
  const votes = fc.integer({ min: 0, max: 12 }).chain((voters) => {
    const vote = fc.constantFrom('a', 'b').map((option) => [option])
    const some = fc.array(vote, { minLength: voters, maxLength: voters })
    return fc.tuple(some, some)
  })
  fc.assert(
    fc.property(votes, fc.integer({ min: 4, max: 8 }), ([some, others], k) => {
      const kindOf = (cast: string[][]) => tellVote(TWO, cast, { k, shuffle: asTheyCome }).kind
      return kindOf(some) === kindOf(others)
    }),
  )
})

/*
 * Written without looking at the rule: everything that could have been voted is tried, with every turn of chance. Who
 * knows the rule, the own vote and what was told, must always be able to think of another vote for each other person.
 */
describe('whoever voted cannot work out', () => {
  type Tell = (ballot: Ballot, votes: string[][], shuffle: (options: string[]) => string[]) => unknown

  const told: (k: number) => Tell = (k) => (ballot, votes, shuffle) => tellVote(ballot, votes, { k, shuffle })

  test.each([
    [2, 1, false],
    [3, 1, false],
    [4, 1, false],
    [2, 2, false],
    [3, 2, false],
    [2, 2, true],
    [3, 2, true],
  ])('what another one chose, of %i options with at most %i each', (size, most, isRanking) => {
    const options = ['a', 'b', 'c', 'd'].slice(0, size)
    const voters = size * most > 4 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7]
    for (const k of [4, 5, 6, 7]) {
      for (const count of voters) expect(exposures({ options, most, isRanking }, count, told(k))).toEqual([])
    }
  })

  test('what another one chose, of levels that are counted together', () => {
    const ballot = { options: ['1', '2', '3', '4', '?'], most: 1, together: [['1', '2'], ['3', '4'], ['?']] }
    for (const voters of [5, 6, 7]) expect(exposures(ballot, voters, told(5))).toEqual([])
  })

  const exactly: Tell = ({ options }, votes) =>
    options.map((option) => votes.filter((vote) => vote.includes(option)).length)
  const equalsInOrder: Tell = ({ options }, votes) =>
    tellVote({ options, most: 1 }, votes, { k: 9, shuffle: asTheyCome })

  test.each<[string, Tell, number]>([
    ['counts to the letter', exactly, 5],
    ['an order without chance', equalsInOrder, 4],
  ])('but would from %s', (_, tell, count) => {
    expect(exposures(TWO, count, tell)).not.toEqual([])
  })

  /** Each choice, and each thing left unchosen, that somebody could be sure of for another one. */
  function exposures(ballot: Ballot, voters: number, tell: Tell): string[] {
    const choices = subsets(ballot.options, ballot.most)
    const worlds = new Map<string, string[][][]>()
    for (const own of choices) {
      for (const others of multisets(choices, voters - 1)) {
        for (const shuffle of turnsOfChance(ballot.options)) {
          const seen = JSON.stringify([own, tell(ballot, [own, ...others], shuffle)])
          worlds.set(seen, [...(worlds.get(seen) ?? []), others])
        }
      }
    }
    return voters === 1
      ? []
      : [...worlds].flatMap(([seen, possible]) =>
          ballot.options.flatMap((option) => {
            const everybody = possible.every((others) => others.every((vote) => vote.includes(option)))
            const nobody = possible.every((others) => others.every((vote) => !vote.includes(option)))
            const isSure = everybody || (nobody && ballot.most > 1)
            return isSure ? [`${seen}: ${everybody ? 'all' : 'none'} ${option}`] : []
          }),
        )
  }

  function subsets(options: readonly string[], most: number): string[][] {
    if (most === 1) return options.map((option) => [option])
    return subsetsOf(options).filter((set) => set.length <= most)
  }

  function subsetsOf(options: readonly string[]): string[][] {
    const [option, ...rest] = options
    if (option === undefined) return [[]]
    const without = subsetsOf(rest)
    return [...without, ...without.map((set) => [option, ...set])]
  }

  function multisets(choices: string[][], size: number, from = 0): string[][][] {
    if (size === 0) return [[]]
    return choices
      .slice(from)
      .flatMap((choice, index) => multisets(choices, size - 1, from + index).map((rest) => [choice, ...rest]))
  }

  function turnsOfChance(options: readonly string[]): ((given: string[]) => string[])[] {
    return permutations([...options]).map((order) => () => [...order])
  }

  function permutations(items: string[]): string[][] {
    if (items.length < 2) return [items]
    return items.flatMap((item) =>
      permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
    )
  }
})
