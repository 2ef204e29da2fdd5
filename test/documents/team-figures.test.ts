import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Release } from '#domain/release.ts'
import type { ToldFigures, ToldMean } from '#domain/release-figures.ts'
import { teamReport } from '#features/groups/result/team-report.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { teamSheets } from '#features/groups/result/team-sheets.ts'
import { dutchScore } from '#words/dutch.ts'
import { anyRelease, ids, instrument, resultOf } from './team-release.ts'
import { figuresOf, pageOf } from './team-surfaces.ts'

const RUNS = { numRuns: 60, seed: 6 }

/** Every number that a release has, as it is written in Dutch. */
function toldNumbers({ figures, roles }: Release): string[] {
  return [figures, ...(roles ?? []).map((one) => one.figures)].flatMap(({ people, ...told }: ToldFigures) => [
    String(people.from),
    ...(people.to === null ? [] : [String(people.to)]),
    ...[
      told.total,
      ...told.clusters.map(({ mean }) => mean),
      ...told.statements.map(({ mean }) => mean),
    ].flatMap((mean) => (mean.kind === 'number' ? [dutchScore(mean.value)] : [])),
  ])
}

/** A release that tells nothing at all: what stands in its result stands in every one. */
const NONE: ToldMean = { kind: 'none' }
function silent(compared: Release['compared']): Release {
  return {
    figures: {
      people: { from: 0, to: null },
      total: NONE,
      clusters: instrument.clusters.map(({ id }) => ({ cluster: id, mean: NONE })),
      statements: ids.map((statement) => ({
        statement,
        mean: NONE,
        agreement: null,
        withoutLevel: 'under-half',
        spread: null,
      })),
    },
    roles: null,
    compared,
  }
}

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

/** What a report and its drawings say in figures: the drawings are read as the page is. */
function reportFigures(result: SharedResult): string[] {
  const { parts, ...rest } = teamReport(result, result.round.closedAt)
  const texts: string[] = []
  JSON.stringify({ ...rest, day: null, parts }, (key, value) => {
    if (typeof value === 'string' && key !== 'link' && key !== 'kind') texts.push(value)
    return key === 'mark' ? undefined : value
  })
  return figuresOf(texts.join(' · '))
}

function sheetFigures(result: SharedResult): string[] {
  return teamSheets(result).flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, index) => {
        if (typeof cell === 'string') return figuresOf(cell)
        return cell === null ? [] : [columns[index]?.decimals === 1 ? dutchScore(cell) : String(cell)]
      }),
    ),
  )
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
