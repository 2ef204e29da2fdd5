import type { JSX } from 'preact'
import type { ClusterTold } from '#domain/team-reading.ts'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { wordsFor } from '#words/statement-words.ts'
import { clusterFeedback, teamClusterWords } from '#words/team-cluster-words.ts'
import { bandInWords } from '#words/team-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

/** The clusters drawn, as a table and in words: three times the same figures. */
export function TeamClusters({ told, place }: { told: ToldParts; place: PagePlace }): JSX.Element {
  const { instrument, release, reading } = told
  const id = `${place.prefix}per-onderdeel`
  const { chart, caption, table } = teamClusterWords(instrument, release.figures, `${place.prefix}onderdelen`)
  const Heading = place.section
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        Per onderdeel
      </Heading>
      <Chart chart={chart} caption={caption} />
      <DataTable {...table} />
      <div class="cards">
        {reading.clusters.map((one) => (
          <ClusterInWords told={told} place={place} one={one} key={one.cluster.id} />
        ))}
      </div>
    </section>
  )
}

function ClusterInWords({
  told: { instrument },
  place,
  one,
}: {
  told: ToldParts
  place: PagePlace
  one: ClusterTold
}): JSX.Element {
  const { cluster, mean } = one
  const Heading = `h${place.part}` as const
  return (
    <div class="stack-small">
      <Heading class="h3">
        {cluster.title}
        <span class="muted regular">{`: ${bandInWords(instrument, mean)}`}</span>
      </Heading>
      <p>{clusterFeedback(instrument, one)}</p>
      <p class="print-hidden">
        <a href={`#${place.prefix}onderdeel-${cluster.id}`}>
          {`Naar de ${wordsFor(instrument).more} van ${cluster.title}`}
        </a>
      </p>
    </div>
  )
}
