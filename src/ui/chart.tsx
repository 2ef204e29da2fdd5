import type { JSX } from 'preact'
import type { ChartPicture } from './charts/chart-picture.ts'

/** A drawn chart with, under it, how to read it. */
export function Chart({ chart, caption }: { chart: ChartPicture; caption?: string }): JSX.Element {
  return (
    <figure class="chart">
      {/* Drawn by charts/, which escape every text. */}
      <div dangerouslySetInnerHTML={{ __html: chart.svg }} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
