import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import { LevelSummary } from '#ui/level-summary.tsx'
import { TickGrid } from '#ui/tick-grid.tsx'
import type { OwnScan } from '#web/require.ts'
import { countsInWords, ticksOf } from './ticks.ts'
import { BestAndNext, momentOf, VerdictActions } from './verdict-parts.tsx'

/** Words first, for a checklist: how much is in place, what has been begun, what nobody knows. */
export function ChecklistVerdict(own: OwnScan & { result: Result }): JSX.Element {
  const { instrument, result } = own
  const { counts, total } = result
  const inPlace = counts.answers.find(({ answer }) => answer.level === topOf(instrument))?.count ?? 0
  return (
    <LevelSummary
      level={null}
      levels={1}
      picture={<TickGrid ticks={ticksOf(instrument, counts)} label={countsInWords(counts)} />}
      kicker={momentOf(own)}
      heading={
        <>
          <em>{`${inPlace} van de ${counts.total} punten`}</em> {inPlace === 1 ? 'staat' : 'staan'}
        </>
      }
    >
      <BestAndNext result={result} />
      <p>{total.band ? total.band.text : TOO_LITTLE}</p>
      <p class="muted">{`Je antwoorden: ${countsInWords(counts)}.`}</p>
      <VerdictActions {...own} />
    </LevelSummary>
  )
}

const TOO_LITTLE =
  'Over meer dan de helft van de punten is nog niets bekend. Hieronder zie je wel per punt wat je kunt doen.'

function topOf({ answers }: Instrument): number {
  return Math.max(...answers.map(({ level }) => level ?? 0))
}
