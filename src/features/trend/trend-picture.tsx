import type { JSX } from 'preact'
import type { Trend } from '#domain/trend.ts'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { trendWords } from '#words/trend-words.ts'
import { Breaks } from './breaks.tsx'

/** The whole and the clusters through time: drawn, why a line stops, and as a table. */
export function TrendPicture({ trend }: { trend: Trend }): JSX.Element {
  const { chart, caption, table } = trendWords(trend)
  return (
    <section class="stack" aria-labelledby="per-onderdeel">
      <h2 id="per-onderdeel">Per onderdeel</h2>
      <Chart chart={chart} caption={caption} />
      <Breaks trend={trend} />
      <Details summary="Dezelfde cijfers als tabel">
        <DataTable {...table} />
      </Details>
    </section>
  )
}
