import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { levelsOf } from '#domain/instrument.ts'
import type { ClusterResult, Result } from '#domain/result.ts'
import { Chart } from '#ui/chart.tsx'
import { levelBars } from '#ui/charts/level-bars.ts'
import { DataTable } from '#ui/data-table.tsx'
import { capitalised, dutchScore } from '#web/dutch.ts'

/** The clusters in words, as bars and as a table: three times the same figures. */
export function ClusterPicture({
  instrument,
  result,
}: {
  instrument: Instrument
  result: Result
}): JSX.Element {
  const levels = levelsOf(instrument)
  const chart = levelBars({
    idPrefix: 'onderdelen',
    title: 'Niveau per onderdeel',
    scale: {
      min: levels[0]?.level ?? 1,
      max: levels.at(-1)?.level ?? 1,
      labels: levels.map(({ label }) => label),
    },
    bars: result.clusters.map(({ cluster, score }) => ({
      label: cluster.title,
      value: score.value,
      word: score.band?.label ?? 'te weinig bekend',
    })),
  })
  return (
    <section class="stack" aria-labelledby="per-onderdeel">
      <h2 id="per-onderdeel">Per onderdeel</h2>
      <Chart
        chart={chart}
        caption={`De schaal loopt van 1 (${levels[0]?.label}) tot ${levels.at(-1)?.level} (${levels.at(-1)?.label}).`}
      />
      <DataTable
        caption="Dezelfde cijfers als tabel"
        columns={[
          { label: 'Onderdeel' },
          { label: 'Niveau' },
          { label: 'Gemiddeld', isNumber: true },
          { label: 'Met niveau', isNumber: true },
          { label: 'Onbekend of n.v.t.', isNumber: true },
          { label: 'Open', isNumber: true },
        ]}
        rows={result.clusters.map(toRow)}
      />
      <div class="cards">
        {result.clusters.map(({ cluster, score, feedback }) => (
          <div class="stack-small" key={cluster.id}>
            <h3>
              {cluster.title}
              {score.band && <span class="muted regular">{`: ${score.band.label}`}</span>}
            </h3>
            <p>{feedback}</p>
            <p>
              <a href={`#onderdeel-${cluster.id}`}>{`Naar de stellingen van ${cluster.title}`}</a>
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}

function toRow({ cluster, score }: ClusterResult): string[] {
  return [
    cluster.title,
    capitalised(score.band?.label ?? 'te weinig bekend'),
    score.value === null ? '–' : dutchScore(score.value),
    `${score.withLevel} van ${score.total}`,
    String(score.unknown),
    String(score.open),
  ]
}
