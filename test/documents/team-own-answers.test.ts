import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '#domain/scan.ts'
import { answersOf, anyRelease, ids, resultOf } from './team-release.ts'
import { surfacesOf } from './team-surfaces.ts'

const MARK = 'KENMERK-7f3a'
const anyOwn = fc
  .array(fc.constantFrom('1', '2', '3', '4', '5', 'onbekend', null), {
    minLength: ids.length,
    maxLength: ids.length,
  })
  .map(answersOf)
  .map(
    (answers): Answers =>
      Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, { ...one, note: MARK }])),
  )

test('what goes from hand to hand is the same whoever makes it, and has no word of their answers', () => {
  fc.assert(
    fc.property(anyRelease, anyOwn, (release, own) => {
      const { page: _, ...shared } = surfacesOf(resultOf(release), own)
      const { page: __, ...withoutOwn } = surfacesOf(resultOf(release), null)
      expect(shared).toEqual(withoutOwn)
      expect(JSON.stringify(shared)).not.toMatch(/KENMERK|alleen jij|Jij:/)
    }),
    { numRuns: 30, seed: 6 },
  )
})

test('control: on their own page their answers do stand, marked as theirs, and never their notes', () => {
  fc.assert(
    fc.property(anyRelease, anyOwn, (release, own) => {
      const { page = '' } = surfacesOf(resultOf(release), own)
      expect(page.match(/alleen jij ziet dit/g)).toHaveLength(ids.length)
      expect(page).not.toBe(surfacesOf(resultOf(release), null).page)
      expect(page).not.toContain(MARK)
    }),
    { numRuns: 30, seed: 6 },
  )
})

test('on the page of whoever sent nothing there is nothing of anybody', () => {
  fc.assert(
    fc.property(anyRelease, (release) => {
      expect(surfacesOf(resultOf(release), null).page).not.toContain('alleen jij ziet dit')
    }),
    { numRuns: 10, seed: 6 },
  )
})
