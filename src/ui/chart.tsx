import type { JSX } from 'preact'

export type ChartForms = { wide: string; narrow: string }

/** A drawn chart in the form that fits the screen; the other form is not there for anybody. */
export function Chart({ chart, caption }: { chart: ChartForms; caption: string }): JSX.Element {
  return (
    <figure class="chart">
      <div class="chart-wide" dangerouslySetInnerHTML={{ __html: chart.wide }} />
      <div class="chart-narrow" dangerouslySetInnerHTML={{ __html: chart.narrow }} />
      <figcaption class="small muted">{caption}</figcaption>
    </figure>
  )
}
