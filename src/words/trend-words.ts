import { levelsOf } from '#domain/instrument.ts'
import type { Trend, TrendLine, TrendMoment } from '#domain/trend.ts'
import type { ChartPicture } from '#ui/charts/chart-picture.ts'
import { trendLines } from '#ui/charts/trend-lines.ts'
import type { DocumentColumn } from '#ui/documents/document.ts'
import { drawnLines } from './drawn-lines.ts'
import { capitalised } from './dutch.ts'
import { momentWords } from './moment-words.ts'
import { standingWords, WHOLE } from './standing-words.ts'

/** The whole and the clusters through time, drawn and as figures. */
export type TrendWords = {
  chart: ChartPicture
  caption: string
  table: { caption: string; columns: DocumentColumn[]; rows: string[][] }
}

export function trendWords(trend: Trend): TrendWords {
  const { moments, total, clusters } = trend
  return {
    chart: trendLines({
      idPrefix: 'verloop',
      title: 'Verloop per onderdeel',
      moments: moments.map((moment) => momentWords(moment, moments)),
      lines: drawnLines(trend),
    }),
    caption: captionOf(trend),
    table: {
      caption: 'Verloop per onderdeel',
      columns: [
        { label: 'Scan' },
        ...[total, ...clusters].map(({ cluster }) => ({ label: cluster?.title ?? WHOLE })),
        { label: 'Bekend', isNumber: true },
      ],
      rows: moments.map((moment, index) => [
        momentWords(moment, moments).label,
        ...[total, ...clusters].map((line) => cellOf(line, moment, index)),
        knownOf(total, index),
      ]),
    },
  }
}

function captionOf({ moments, total }: Trend): string {
  const newest = moments.at(-1)?.instrument
  const levels = newest ? levelsOf(newest) : []
  const [lowest, highest] = [levels[0], levels.at(-1)]
  const sentences = [
    newest?.kind === 'checklist'
      ? 'De lijn telt de punten die helemaal staan.'
      : `De schaal loopt van ${lowest?.level} (${lowest?.label.toLowerCase()}) tot ${highest?.level} (${highest?.label.toLowerCase()}).`,
  ]
  if (moments.length > 2) sentences.push('De punten staan op volgorde, niet op afstand in de tijd.')
  if (total.points.some(({ brokenBy }) => brokenBy)) {
    sentences.push(
      'Bij een stippellijn veranderde de scan. Wat ervoor en erna staat, kun je niet vergelijken.',
    )
  }
  return sentences.join(' ')
}

function cellOf({ points }: TrendLine, { instrument }: TrendMoment, index: number): string {
  const { standing = null, brokenBy = null } = points[index] ?? {}
  if (!standing) return '–'
  const words = capitalised(standingWords(instrument, standing)?.phrase ?? 'te weinig bekend')
  return brokenBy ? `${words}, niet te vergelijken met ervoor` : words
}

/** A score never stands without how much it rests on. */
function knownOf({ points }: TrendLine, index: number): string {
  const score = points[index]?.standing?.score
  return score ? `${score.withLevel} van ${score.total}` : '–'
}
