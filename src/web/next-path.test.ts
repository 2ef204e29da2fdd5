import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE_NEXT_PATHS } from '#test/hostile-next-paths.ts'
import { nextPath } from './next-path.ts'

describe('where somebody is sent on to after signing in', () => {
  test.each(['/account', '/account/scans-overnemen', '/scans', '/scans/aB3/resultaat', '/beheer'])(
    '%s is ours',
    (path) => {
      expect(nextPath(path)).toBe(path)
    },
  )

  test.each(HOSTILE_NEXT_PATHS)('%j is not', (path) => {
    expect(nextPath(path)).toBeNull()
  })

  test('whatever is asked, a browser stays on this site', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'/\\.:@%#?\t\n ajscount2fE') })
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((end) => `/account${end}`),
        ),
        (asked) => {
          const next = nextPath(asked)
          if (next !== null)
            expect(new URL(next, 'https://quickscan.example').href).toBe(`https://quickscan.example${next}`)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
