import type { JSX } from 'preact'
import type { Result } from '#domain/result.ts'
import { ButtonLink } from '#ui/button.tsx'
import { counted, dutchDate } from '#web/dutch.ts'
import type { OwnScan } from '#web/require.ts'
import { wordsFor } from '#web/statement-words.ts'
import { urls } from '#web/urls.ts'

/** "Jouw scan van 22 november 2026 · 20 van 24 stellingen" */
export function momentOf({ scan, instrument, result }: OwnScan & { result: Result }): string {
  const { total } = result
  const words = wordsFor(instrument)
  const given = total.withLevel + total.unknown
  return `Jouw scan van ${dutchDate(scan.finishedAt ?? scan.changedAt)} · ${given} van ${counted(total.total, words.one, words.more)}`
}

/** The strongest part and the one with the most room, in words. */
export function BestAndNext({ result }: { result: Result }): JSX.Element | null {
  const { strongestCluster, growthCluster } = result
  if (!strongestCluster || !growthCluster) return null
  return (
    <p class="lead">
      Sterk in <b>{strongestCluster.cluster.title}</b>: {strongestCluster.cluster.strength}. De meeste ruimte
      zit in <b>{growthCluster.cluster.title}</b>: {growthCluster.cluster.growth}.
    </p>
  )
}

/** What one can do now; of an unfinished scan also that this is not the end. */
export function VerdictActions({ scan }: Pick<OwnScan, 'scan'>): JSX.Element {
  return (
    <>
      {!scan.finishedAt && (
        <p class="panel">
          Je hebt de scan nog niet afgerond. Dit is een tussenstand.{' '}
          <a href={urls.scan.to({ scan: scan.id })}>Ga verder met invullen</a>
        </p>
      )}
      <div class="buttons print-hidden">
        <ButtonLink href="#opvallend">Bekijk wat opvalt</ButtonLink>
        <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
          Naar je scan
        </ButtonLink>
      </div>
    </>
  )
}
