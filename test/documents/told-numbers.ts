import type { Release } from '#domain/release.ts'
import type { ToldFigures, ToldMean } from '#domain/release-figures.ts'
import { teamReport } from '#features/groups/result/team-report.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { teamSheets } from '#features/groups/result/team-sheets.ts'
import { dutchScore } from '#words/dutch.ts'
import { ids, instrument } from './team-release.ts'
import { figuresOf } from './team-surfaces.ts'

/** Every number that a release has, as it is written in Dutch. */
export function toldNumbers({ figures, roles }: Release): string[] {
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
export function silent(compared: Release['compared']): Release {
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

/** What a report and its drawings say in figures: the drawings are read as the page is. */
export function reportFigures(result: SharedResult): string[] {
  const { parts, ...rest } = teamReport(result, result.round.closedAt)
  const texts: string[] = []
  JSON.stringify({ ...rest, day: null, parts }, (key, value) => {
    if (typeof value === 'string' && key !== 'link' && key !== 'kind') texts.push(value)
    return key === 'mark' ? undefined : value
  })
  return figuresOf(texts.join(' · '))
}

export function sheetFigures(result: SharedResult): string[] {
  return teamSheets(result).flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, index) => {
        if (typeof cell === 'string') return figuresOf(cell)
        return cell === null ? [] : [columns[index]?.decimals === 1 ? dutchScore(cell) : String(cell)]
      }),
    ),
  )
}
