import type { JSX } from 'preact'
import type { StoredBenchmark } from '#database/benchmark-releases.ts'
import type { Instrument } from '#domain/instrument.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { urls } from '#web/urls.ts'
import { benchmarkFields } from '#words/benchmark-data.ts'
import { DATA_LICENSE } from './open-data.ts'
import { asksFor } from './told-benchmark.ts'

/** The same figures for other programs, with what every field means. */
export function OpenData({
  instrument,
  benchmark,
}: {
  instrument: Instrument
  benchmark: StoredBenchmark
}): JSX.Element {
  const files = [
    { label: 'Alle cijfers (CSV)', about: 'Voor LibreOffice of Excel.', url: urls.comparisonCsv },
    { label: 'Alle cijfers (JSON)', about: 'Voor andere programma’s.', url: urls.comparisonJson },
  ]
  return (
    <section class="stack" aria-labelledby="open-data">
      <h2 id="open-data">Open data</h2>
      <p class="narrow">
        Iedereen mag deze cijfers gebruiken, waarvoor ook (<a href={DATA_LICENSE.url}>{DATA_LICENSE.name}</a>
        ). Ze veranderen nooit meer.
      </p>
      <ul class="stack-small">
        {files.map(({ label, about, url }) => (
          <li key={label}>
            <a href={url.to({ instrument: instrument.id }) + asksFor(benchmark)}>{label}</a>{' '}
            <span class="muted">{about}</span>
          </li>
        ))}
      </ul>
      <Details summary="Wat betekent elk veld?">
        <DataTable
          caption="De velden van de open data"
          columns={[{ label: 'In CSV' }, { label: 'In JSON' }, { label: 'Betekenis' }]}
          rows={benchmarkFields(instrument).map(({ name, column, meaning }) => [column, name, meaning])}
        />
      </Details>
    </section>
  )
}
