import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import { ButtonLink } from '#ui/button.tsx'
import { LevelSummary } from '#ui/level-summary.tsx'
import { counted, dutchDate, dutchScore } from '#web/dutch.ts'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'

/** Words first: where the organisation stands, its strongest side, where there is room. */
export function Verdict({ scan, instrument, result }: OwnScan & { result: Result }): JSX.Element {
  const { total } = result
  const levels = levelsOf(instrument)
  const moment = scan.finishedAt ?? scan.changedAt
  const given = total.withLevel + total.unknown
  return (
    <LevelSummary
      level={total.value === null ? null : Math.round(total.value)}
      levels={levels.length}
      kicker={`Jouw scan van ${dutchDate(moment)} · ${given} van ${counted(total.total, 'stelling', 'stellingen')}`}
      heading={
        total.band ? (
          <>
            Jullie organisatie is <em>{total.band.label}</em>
          </>
        ) : (
          'Er is nog te weinig bekend voor een oordeel'
        )
      }
    >
      <VerdictText instrument={instrument} result={result} />
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
    </LevelSummary>
  )
}

function VerdictText({
  instrument,
  result,
}: {
  instrument: OwnScan['instrument']
  result: Result
}): JSX.Element {
  const { total, strongestCluster, growthCluster } = result
  const top = levelsOf(instrument).at(-1)?.level ?? 0
  return (
    <>
      {strongestCluster && growthCluster && (
        <p class="lead">
          Sterk in <b>{strongestCluster.cluster.title}</b>: {strongestCluster.cluster.strength}. De meeste
          ruimte zit in <b>{growthCluster.cluster.title}</b>: {growthCluster.cluster.growth}.
        </p>
      )}
      {total.band ? (
        <p>{total.band.text}</p>
      ) : (
        <p>
          Voor een oordeel is op minstens de helft van de stellingen een niveau nodig. Je gaf er nu{' '}
          {total.withLevel} van de {total.total}. Hieronder zie je wel per stelling wat je kunt doen.
        </p>
      )}
      {total.value !== null && (
        <p class="muted">
          {`Gemiddeld ${dutchScore(total.value)} op een schaal van 1 tot ${top}, over ${counted(total.withLevel, 'stelling', 'stellingen')}.`}
          {total.unknown > 0 &&
            ` Op ${counted(total.unknown, 'stelling', 'stellingen')} was je antwoord onbekend of n.v.t.`}
        </p>
      )}
    </>
  )
}
