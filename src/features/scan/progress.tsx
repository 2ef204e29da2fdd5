import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { progressOf, type Scan } from '#domain/scan.ts'
import { ProgressList } from '#ui/progress-list.tsx'
import { urls } from '#web/urls.ts'

/** The clusters with how far one is in each: "4 van 9". */
export function ScanProgress({
  scan,
  instrument,
  current,
  withAbout = false,
}: {
  scan: Scan
  instrument: Instrument
  current?: string
  withAbout?: boolean
}): JSX.Element {
  return (
    <ProgressList
      items={instrument.clusters.map((cluster) => {
        const { answered, total } = progressOf(cluster, scan.answers)
        return {
          label: cluster.title,
          href: urls.scanCluster.to({ scan: scan.id, cluster: cluster.id }),
          done: answered,
          total,
          isCurrent: cluster.id === current,
          ...(withAbout && { about: cluster.about }),
        }
      })}
    />
  )
}

/** Who sees the answers, beside every page on which they are given. */
export function WhoSeesThis(): JSX.Element {
  return (
    <div class="panel small stack-small">
      <p>
        <b>Wie ziet dit?</b> Alleen jij. Ook je leidinggevende en de beheerder niet.
      </p>
      <p>Je kunt stoppen wanneer je wilt en later verdergaan.</p>
    </div>
  )
}
