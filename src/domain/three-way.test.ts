import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type Data, isSameData, valueAt, withValueAt } from './content-tree.ts'
import { mergeThreeWays } from './three-way.ts'

const runs = { numRuns: 600 }
const word = fc.constantFrom('een', 'twee', 'drie', 'vier')
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')

/** A list of things with ids, as sources and tips are. */
const list = fc
  .uniqueArray(fc.record({ id, title: word, sources: fc.array(word, { maxLength: 2 }) }), {
    selector: (one) => one.id,
    maxLength: 5,
  })
  .map((things): Data => things)
const content: fc.Arbitrary<Data> = fc.record({
  structure: fc.record({ sources: list, answers: list }),
  texts: fc.record({ title: word, statements: fc.dictionary(id, fc.record({ topic: word, text: word })) }),
})

/** What somebody made of it who changed only a part. */
const change = fc.record({
  other: content,
  isWithin: fc.constantFrom('sources', 'answers', 'title', 'statements'),
})
type Change = { other: Data; isWithin: string }

function changed(base: Data, { other, isWithin }: Change): Data {
  const place = [isWithin === 'sources' || isWithin === 'answers' ? 'structure' : 'texts', isWithin]
  return withValueAt(base, place, valueAt(other, place))
}

const merged = (base: Data, ours: Data, theirs: Data) => mergeThreeWays(base, ours, theirs)

describe('putting two sets of changes together', () => {
  test('takes over what only one of them changed, whichever that is', () => {
    fc.assert(
      fc.property(content, content, (base, changed) => {
        expect(isSameData(merged(base, changed, base).merged, changed)).toBe(true)
        expect(isSameData(merged(base, base, changed).merged, changed)).toBe(true)
        expect(merged(base, changed, base).conflicts).toEqual([])
        expect(merged(base, base, changed).conflicts).toEqual([])
      }),
      runs,
    )
  })

  test('is nothing new when both made the same of it', () => {
    fc.assert(
      fc.property(content, content, (base, changed) => {
        const { merged: outcome, conflicts } = merged(base, changed, changed)
        expect(isSameData(outcome, changed)).toBe(true)
        expect(conflicts).toEqual([])
      }),
      runs,
    )
  })

  test('loses no text of either without saying so', () => {
    let conflicting = 0
    fc.assert(
      fc.property(content, change, change, (base, mine, yours) => {
        const [ours, theirs] = [changed(base, mine), changed(base, yours)]
        const { merged: outcome, conflicts } = merged(base, ours, theirs)
        const isToldOf = (place: readonly string[]) =>
          conflicts.some(
            (one) =>
              one.place.every((key, index) => place[index] === key) ||
              place.every((key, index) => one.place[index] === key),
          )
        for (const { place, after } of changesBetween(base, theirs)) {
          if (place.at(-1) === '#order') continue
          const isThere = isSameData(valueAt(outcome, place), after)
          const oursChangedWithin = changesBetween(base, ours).some(
            (one) =>
              place.every((key, index) => one.place[index] === key) ||
              one.place.every((key, index) => place[index] === key),
          )
          expect(isThere || isToldOf(place) || oursChangedWithin).toBe(true)
        }
        for (const { place, after } of changesBetween(base, ours)) {
          if (place.at(-1) === '#order') continue
          const theirsChangedWithin = changesBetween(base, theirs).some(
            (one) =>
              place.every((key, index) => one.place[index] === key) ||
              one.place.every((key, index) => place[index] === key),
          )
          expect(isSameData(valueAt(outcome, place), after) || theirsChangedWithin).toBe(true)
        }
        if (conflicts.length > 0) conflicting += 1
      }),
      runs,
    )
    expect(conflicting).toBeGreaterThan(50)
    expect(conflicting).toBeLessThan(runs.numRuns / 2)
    console.log(
      `three-way merge: ${runs.numRuns} pairs of changes, ${conflicting} with a conflict, 0 texts lost in silence`,
    )
  })

  test.each<[string, Data, Data, Data, Data, string[]]>([
    [
      'two texts of one statement',
      { a: '1', b: '1' },
      { a: '2', b: '1' },
      { a: '1', b: '2' },
      { a: '2', b: '2' },
      [],
    ],
    ['the same text', { a: '1' }, { a: '2' }, { a: '3' }, { a: '2' }, ['a']],
    [
      'a tip that one took away and the other changed',
      { t: [{ id: 'x', n: '1' }] },
      { t: [] },
      { t: [{ id: 'x', n: '2' }] },
      { t: [] },
      ['t.x'],
    ],
    [
      'two new tips',
      { t: [{ id: 'x' }] },
      { t: [{ id: 'x' }, { id: 'y' }] },
      { t: [{ id: 'x' }, { id: 'z' }] },
      { t: [{ id: 'x' }, { id: 'z' }, { id: 'y' }] },
      [],
    ],
    [
      'a list that both put in another order',
      { t: [{ id: 'x' }, { id: 'y' }, { id: 'z' }] },
      { t: [{ id: 'y' }, { id: 'x' }, { id: 'z' }] },
      { t: [{ id: 'z' }, { id: 'x' }, { id: 'y' }] },
      { t: [{ id: 'y' }, { id: 'x' }, { id: 'z' }] },
      ['t.#order'],
    ],
  ])('%s', (_, base, ours, theirs, expected, conflicts) => {
    const outcome = merged(base, ours, theirs)
    expect(outcome.merged).toEqual(expected)
    expect(outcome.conflicts.map(({ place }) => place.join('.'))).toEqual(conflicts)
  })
})

describe('a place in content', () => {
  test('holds what was put there, and nothing else changes', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        for (const { place, after: value } of changesBetween(before, after)) {
          if (place.at(-1) === '#order') continue
          const changed = withValueAt(before, place, value)
          expect(isSameData(valueAt(changed, place), value)).toBe(true)
          expect(changesBetween(before, changed).filter((one) => one.place.at(-1) !== '#order')).toHaveLength(
            1,
          )
        }
      }),
      { numRuns: 400 },
    )
  })
})
