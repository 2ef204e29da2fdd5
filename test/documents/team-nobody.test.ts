import { describe, expect, test } from 'vitest'
import type { Release } from '#domain/release.ts'
import { answersOf, ids, K, resultOf, tell } from './team-release.ts'
import { surfacesOf } from './team-surfaces.ts'

/** So many people who choose the middle everywhere, of whom so many gave no level to the last statements. */
function crowd(
  people: number,
  { silent, statements, role }: { silent: number; statements: number; role?: number },
): Release {
  const release = tell(
    Array.from({ length: people }, (_, person) => ({
      role: person < (role ?? 0) ? 'beleid' : 'uitvoering',
      answers: answersOf(
        ids.map((_, index) => (person < silent && index >= ids.length - statements ? 'onbekend' : '3')),
      ),
    })),
  )
  if (!release) throw new Error('enough people and nothing told')
  return release
}

describe.each([5, 6, 7, 8, 9, 10, 12, 20])('in a group of %d', (people) => {
  const few = people - (K - 1)

  test('a statement to which nobody gave a level looks as one to which one too few did', () => {
    const nobody = surfacesOf(resultOf(crowd(people, { silent: people, statements: 1 })))
    expect(surfacesOf(resultOf(crowd(people, { silent: few, statements: 1 })))).toEqual(nobody)
  })

  test('so does a part of which nobody, or one too few, knows enough', () => {
    const nobody = surfacesOf(resultOf(crowd(people, { silent: people, statements: 3 })))
    expect(surfacesOf(resultOf(crowd(people, { silent: few, statements: 3 })))).toEqual(nobody)
  })

  test('control: one more person makes a difference on every surface', () => {
    const nobody = surfacesOf(resultOf(crowd(people, { silent: people, statements: 1 })))
    const enough = surfacesOf(resultOf(crowd(people, { silent: few - 1, statements: 1 })))
    for (const [surface, bytes] of Object.entries(enough)) expect(bytes, surface).not.toBe(nobody[surface])
  })

  test('a role in which nobody is looks as one with one too few', () => {
    const nobody = surfacesOf(resultOf(crowd(people, { silent: 0, statements: 0, role: 0 })))
    expect(surfacesOf(resultOf(crowd(people, { silent: 0, statements: 0, role: K - 1 })))).toEqual(nobody)
  })
})

test('control: a role with enough people is told on every surface', () => {
  const nobody = surfacesOf(resultOf(crowd(12, { silent: 0, statements: 0, role: 0 })))
  const enough = surfacesOf(resultOf(crowd(12, { silent: 0, statements: 0, role: K })))
  for (const [surface, bytes] of Object.entries(enough)) expect(bytes, surface).not.toBe(nobody[surface])
})

test('of fewer people than may be told of there is no release, as of nobody', () => {
  const answers = answersOf(ids.map(() => '3'))
  expect(tell(Array.from({ length: K - 1 }, () => ({ role: null, answers })))).toBeNull()
  expect(tell([])).toBeNull()
})

test('why one does not see more is the same for everybody, whatever is told', () => {
  const panelOf = (release: Release) =>
    /<section[^>]*aria-labelledby="waarom".*?<\/section>/.exec(surfacesOf(resultOf(release)).page ?? '')?.[0]
  const little = panelOf(crowd(5, { silent: 5, statements: 3 }))
  expect(little).toContain('Waarom zie ik geen uitkomst per rol?')
  expect(panelOf(crowd(20, { silent: 0, statements: 0, role: 8 }))).toBe(little)
})
