import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import { ButtonLink } from '#ui/button.tsx'
import { LevelSummary } from '#ui/level-summary.tsx'
import { Runs } from '#ui/runs.tsx'
import { TickGrid } from '#ui/tick-grid.tsx'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { countsInWords, ticksOf } from '#words/ticks.ts'
import { momentOf, UNFINISHED, verdictWords } from '#words/verdict-words.ts'

/** Words first: where one stands, the strongest side, where there is room. */
export function Verdict(own: OwnScan & { result: Result }): JSX.Element {
  const { instrument, result } = own
  const { total, counts } = result
  const { heading, lead, text, figures } = verdictWords(own)
  const isChecklist = instrument.kind === 'checklist'
  return (
    <LevelSummary
      level={isChecklist || total.value === null ? null : Math.round(total.value)}
      levels={isChecklist ? 1 : levelsOf(instrument).length}
      {...(isChecklist && {
        picture: <TickGrid ticks={ticksOf(instrument, counts)} label={countsInWords(counts)} />,
      })}
      kicker={momentOf(own)}
      heading={heading.map(({ text, isBold }) => (isBold ? <em key={text}>{text}</em> : text))}
    >
      {lead && (
        <p class="lead">
          <Runs runs={lead} />
        </p>
      )}
      <p>{text}</p>
      {figures && <p class="muted">{figures}</p>}
      <Actions {...own} />
    </LevelSummary>
  )
}

/** What one can do now; of an unfinished scan also that this is not the end. */
function Actions({ scan }: Pick<OwnScan, 'scan'>): JSX.Element {
  return (
    <>
      {!scan.finishedAt && (
        <p class="panel">
          {UNFINISHED} <a href={urls.scan.to({ scan: scan.id })}>Ga verder met invullen</a>
        </p>
      )}
      <div class="buttons print-hidden">
        <ButtonLink href="#opvallend">Bekijk wat opvalt</ButtonLink>
        <ButtonLink quiet href="#neem-mee">
          Neem het mee
        </ButtonLink>
        <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
          Naar je scan
        </ButtonLink>
      </div>
    </>
  )
}
