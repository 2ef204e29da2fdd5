import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import { LevelSummary } from '#ui/level-summary.tsx'
import { counted, dutchScore } from '#web/dutch.ts'
import type { OwnScan } from '#web/require.ts'
import { BestAndNext, momentOf, VerdictActions } from './verdict-parts.tsx'

/** Words first: where the organisation stands, its strongest side, where there is room. */
export function Verdict(own: OwnScan & { result: Result }): JSX.Element {
  const { instrument, result } = own
  const { total } = result
  return (
    <LevelSummary
      level={total.value === null ? null : Math.round(total.value)}
      levels={levelsOf(instrument).length}
      kicker={momentOf(own)}
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
      <BestAndNext result={result} />
      <Figures {...own} />
      <VerdictActions {...own} />
    </LevelSummary>
  )
}

function Figures({ instrument, result }: Pick<OwnScan, 'instrument'> & { result: Result }): JSX.Element {
  const { total } = result
  const top = levelsOf(instrument).at(-1)?.level ?? 0
  return (
    <>
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
