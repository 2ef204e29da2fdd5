import { type Instrument, levelsOf } from '#domain/instrument.ts'
import { hasSameLevels, type Trend, type TrendLine } from '#domain/trend.ts'
import type { TrendLine as DrawnLine, TrendPoint, TrendScale } from '#ui/charts/trend-line.ts'
import { standingWords, WHOLE } from './standing-words.ts'

/** The lines of a trend as they are drawn: the whole first, then its parts when there are several. */
export function drawnLines(trend: Trend): DrawnLine[] {
  const lines = trend.clusters.length > 1 ? [trend.total, ...trend.clusters] : [trend.total]
  return lines
    .map((line) => drawnLine(line, trend))
    .filter(({ points }) => points.some(({ kind }) => kind !== 'absent'))
}

function drawnLine(line: TrendLine, { moments }: Trend): DrawnLine {
  const newest = moments.at(-1)?.instrument
  if (!newest) throw new Error('a trend has a moment')
  return {
    label: line.cluster?.title ?? WHOLE,
    scale: newest.kind === 'checklist' ? scaleOfPoints(line) : scaleOfLevels(newest),
    points: line.points.map(({ standing, brokenBy }, index): TrendPoint => {
      const instrument = moments[index]?.instrument
      const isBroken = brokenBy !== null
      // A score on another scale has no height in this picture; the table has it.
      if (!standing || !instrument || !hasSameLevels(instrument, newest)) return { kind: 'absent', isBroken }
      const words = standingWords(instrument, standing)
      return words ? { kind: 'known', ...words, isBroken } : { kind: 'unknown', isBroken }
    }),
  }
}

function scaleOfLevels(instrument: Instrument): TrendScale {
  const levels = levelsOf(instrument)
  return {
    min: levels[0]?.level ?? 1,
    max: levels.at(-1)?.level ?? 1,
    steps: levels.map(({ level, label }) => ({ at: level, label })),
  }
}

function scaleOfPoints({ points }: TrendLine): TrendScale {
  const max = Math.max(1, ...points.map(({ standing }) => standing?.score.total ?? 0))
  return {
    min: 0,
    max,
    steps: [
      { at: 0, label: 'Geen punt' },
      { at: max / 2, label: 'De helft' },
      { at: max, label: max === 1 ? 'Het punt' : `Alle ${max} punten` },
    ],
  }
}
