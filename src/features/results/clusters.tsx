import type { JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import type { ClusterResult, Result, StatementResult } from '#domain/result.ts'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { Tick } from '#ui/tick.tsx'
import { clusterWords } from '#words/cluster-words.ts'
import { counted } from '#words/dutch.ts'
import { answerInShort } from '#words/outcome-words.ts'
import { tickOfResult } from '#words/ticks.ts'
import { PhaseReading } from './phase-reading.tsx'

/** The clusters drawn, as a table and in words: three times the same figures. */
export function Clusters({ instrument, result }: { instrument: Instrument; result: Result }): JSX.Element {
  const { chart, caption, table } = clusterWords(instrument, result)
  const isChecklist = instrument.kind === 'checklist'
  return (
    <section class="stack" aria-labelledby="per-onderdeel">
      <h2 id="per-onderdeel">Per onderdeel</h2>
      <Chart chart={chart} caption={caption} />
      <DataTable {...table} />
      <div class={isChecklist ? 'stack' : 'cards'}>
        {result.clusters.map((one) => (
          <ClusterInWords instrument={instrument} result={one} key={one.cluster.id} />
        ))}
      </div>
    </section>
  )
}

function ClusterInWords({
  instrument,
  result,
}: {
  instrument: Instrument
  result: ClusterResult
}): JSX.Element {
  const { cluster, score, feedback, phases } = result
  const isChecklist = instrument.kind === 'checklist'
  return (
    <div class={isChecklist ? 'stack-small narrow' : 'stack-small'}>
      <h3>
        {cluster.title}
        {score.band && <span class="muted regular">{`: ${score.band.label}`}</span>}
      </h3>
      <p>{feedback}</p>
      {phases && <PhaseReading reading={phases} />}
      {isChecklist ? (
        <Choices instrument={instrument} result={result} />
      ) : (
        <p class="print-hidden">
          <a href={`#onderdeel-${cluster.id}`}>{`Naar de stellingen van ${cluster.title}`}</a>
        </p>
      )}
    </div>
  )
}

function Choices({ instrument, result }: { instrument: Instrument; result: ClusterResult }): JSX.Element {
  const { cluster, statements } = result
  return (
    <Details
      summary={`Bekijk de ${counted(statements.length, 'keuze', 'keuzes')} op een rij`}
      context={`van ${cluster.title}`}
    >
      <ul class="tick-list">
        {statements.map((one) => (
          <Choice instrument={instrument} one={one} key={one.statement.id} />
        ))}
      </ul>
    </Details>
  )
}

function Choice({ instrument, one }: { instrument: Instrument; one: StatementResult }): JSX.Element {
  return (
    <li>
      <Tick state={tickOfResult(instrument, one)} />
      <span>
        <a href={`#stelling-${one.statement.id}`}>{one.statement.topic}</a>
        <span class="muted">{`: ${answerInShort(one)}`}</span>
      </span>
    </li>
  )
}
