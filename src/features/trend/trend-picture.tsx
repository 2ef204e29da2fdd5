import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import type { Trend, TrendLine, TrendMoment } from '#domain/trend.ts'
import { Chart } from '#ui/chart.tsx'
import { trendLines } from '#ui/charts/trend-lines.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { drawnLines } from '#words/drawn-lines.ts'
import { capitalised } from '#words/dutch.ts'
import { momentWords } from '#words/moment-words.ts'
import { standingWords, WHOLE } from '#words/standing-words.ts'
import { Breaks } from './breaks.tsx'

/** The whole and the clusters through time: drawn, why a line stops, and as a table. */
export function TrendPicture({ trend }: { trend: Trend }): JSX.Element {
  const chart = trendLines({
    idPrefix: 'verloop',
    title: 'Verloop per onderdeel',
    moments: trend.moments.map((moment) => momentWords(moment, trend.moments)),
    lines: drawnLines(trend),
  })
  return (
    <section class="stack" aria-labelledby="per-onderdeel">
      <h2 id="per-onderdeel">Per onderdeel</h2>
      <Chart chart={chart} caption={captionOf(trend)} />
      <Breaks trend={trend} />
      <Details summary="Dezelfde cijfers als tabel">
        <FiguresTable trend={trend} />
      </Details>
    </section>
  )
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

function FiguresTable({ trend }: { trend: Trend }): JSX.Element {
  const { moments, total, clusters } = trend
  return (
    <DataTable
      caption="Verloop per onderdeel"
      columns={[
        { label: 'Scan' },
        ...[total, ...clusters].map(({ cluster }) => ({ label: cluster?.title ?? WHOLE })),
        { label: 'Bekend', isNumber: true },
      ]}
      rows={moments.map((moment, index) => [
        momentWords(moment, moments).label,
        ...[total, ...clusters].map((line) => cellOf(line, moment, index)),
        knownOf(total, index),
      ])}
    />
  )
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
