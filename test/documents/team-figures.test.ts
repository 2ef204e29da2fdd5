import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Release } from '#domain/release.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { teamSheets } from '#features/groups/result/team-sheets.ts'
import { anyRelease, ids, resultOf } from './team-release.ts'
import { figuresOf, pageOf } from './team-surfaces.ts'
import { reportFigures, sheetFigures, silent, toldNumbers } from './told-numbers.ts'

const RUNS = { numRuns: 60, seed: 6 }

/** Figures that are neither told nor always there. `before` is told as far as the release compares with it. */
function strangers(found: string[], always: string[], release: Release, before: Release | null): string[] {
  const { compared } = release
  const earlier = before && compared ? toldNumbers(compared === 'total' ? onlyTotal(before) : before) : []
  const known = new Set([...always, ...toldNumbers(release), ...earlier])
  return [...new Set(found)].filter((one) => !known.has(one))
}

function onlyTotal({ figures }: Release): Release {
  return { figures: { ...figures, clusters: [], statements: [] }, roles: null, compared: null }
}

const surfaces: [string, (result: SharedResult) => string[]][] = [
  ['the page', (result) => figuresOf(pageOf(result))],
  ['the report', reportFigures],
  ['the sheets', sheetFigures],
]

describe.each(surfaces)('on %s of a group', (_, figuresIn) => {
  const always = (['everything', null] as const).flatMap((compared) =>
    figuresIn(resultOf(silent(compared), silent(null))),
  )

  test('every figure was told, or stands on every one', () => {
    fc.assert(
      fc.property(anyRelease, fc.option(anyRelease), (release, before) => {
        expect(strangers(figuresIn(resultOf(release, before)), always, release, before)).toEqual([])
      }),
      RUNS,
    )
  })

  test('control: the figures of another release are noticed', () => {
    let noticed = 0
    fc.assert(
      fc.property(anyRelease, anyRelease, (release, other) => {
        const found = strangers(figuresIn(resultOf(release)), always, { ...other, roles: null }, null)
        if (found.length > 0) noticed += 1
      }),
      RUNS,
    )
    expect(noticed).toBeGreaterThan(RUNS.numRuns / 2)
  })
})

test('control: a number of people and a difference are noticed', () => {
  const always = figuresOf(pageOf(resultOf(silent(null))))
  expect(
    strangers(figuresOf('<p>Er deden 8 mensen mee, 0,5 hoger.</p>'), always, silent(null), null),
  ).toEqual(['8', '0,5'])
})

test('at an end of the scale a few people are told no figure', () => {
  const end = silent(null)
  const [first = ''] = ids
  const release: Release = {
    ...end,
    figures: {
      ...end.figures,
      statements: end.figures.statements.map((one) =>
        one.statement === first ? { ...one, mean: { kind: 'end', end: 'highest' }, agreement: 'agree' } : one,
      ),
    },
  }
  const page = pageOf(resultOf(release))
  expect(page).toContain('bovenaan (bovenaan de schaal)')
  expect(strangers(figuresOf(page), figuresOf(pageOf(resultOf(end))), release, null)).toEqual([])
  const [sheet] = teamSheets(resultOf(release))
  const column = sheet.columns.findIndex(({ label }) => label === 'gemiddelde')
  expect(sheet.rows.map((row) => row[column])).toEqual(ids.map(() => null))
})
