import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { ClusterResult, Result, StatementResult } from '#domain/result.ts'
import { Chart } from '#ui/chart.tsx'
import { tickRows } from '#ui/charts/tick-rows.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { Tick } from '#ui/tick.tsx'
import { capitalised, counted } from '#web/dutch.ts'
import { shortLabel } from '#web/statement-words.ts'
import { PhaseReading } from './phase-reading.tsx'
import { countsInWords, tickOfResult, ticksOf } from './ticks.ts'

/** A checklist per part: what is in place, begun, open and not known; drawn, as a table and by name. */
export function ChecklistPicture({
  instrument,
  result,
}: {
  instrument: Instrument
  result: Result
}): JSX.Element {
  const chart = tickRows({
    idPrefix: 'onderdelen',
    title: 'Wat er staat, per onderdeel',
    rows: result.clusters.map(({ cluster, counts }) => ({
      label: cluster.title,
      ticks: ticksOf(instrument, counts),
      words: countsInWords(counts),
    })),
  })
  return (
    <section class="stack" aria-labelledby="per-onderdeel">
      <h2 id="per-onderdeel">Per onderdeel</h2>
      <Chart chart={chart} caption="Elk vakje is één punt. Je kunt ze tellen." />
      <DataTable
        caption="Dezelfde cijfers als tabel"
        columns={[
          { label: 'Onderdeel' },
          ...instrument.answers.map(({ label }) => ({
            label: capitalised(shortLabel(label)),
            isNumber: true,
          })),
          { label: 'Zonder antwoord', isNumber: true },
        ]}
        rows={result.clusters.map(({ cluster, counts }) => [
          cluster.title,
          ...counts.answers.map(({ count }) => String(count)),
          String(counts.open),
        ])}
      />
      {result.clusters.map((one) => (
        <ClusterChecklist instrument={instrument} result={one} key={one.cluster.id} />
      ))}
    </section>
  )
}

function ClusterChecklist({
  instrument,
  result,
}: {
  instrument: Instrument
  result: ClusterResult
}): JSX.Element {
  const { cluster, score, feedback, phases, statements } = result
  return (
    <div class="stack-small narrow">
      <h3>
        {cluster.title}
        {score.band && <span class="muted regular">{`: ${score.band.label}`}</span>}
      </h3>
      <p>{feedback}</p>
      {phases && <PhaseReading reading={phases} />}
      <Details
        summary={`Bekijk de ${counted(statements.length, 'keuze', 'keuzes')} op een rij`}
        context={`van ${cluster.title}`}
      >
        <ul class="tick-list">
          {statements.map((one) => (
            <TickLine instrument={instrument} one={one} key={one.statement.id} />
          ))}
        </ul>
      </Details>
    </div>
  )
}

function TickLine({ instrument, one }: { instrument: Instrument; one: StatementResult }): JSX.Element {
  return (
    <li>
      <Tick state={tickOfResult(instrument, one)} />
      <a href={`#stelling-${one.statement.id}`}>{one.statement.topic}</a>{' '}
      <span class="muted">{one.answer ? shortLabel(one.answer.label) : 'zonder antwoord'}</span>
    </li>
  )
}
