import type { JSX } from 'preact'
import { findNewestBenchmark, type StoredBenchmark } from '#database/benchmark-releases.ts'
import { scoreScan } from '#domain/scoring.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { RequestContext } from '#web/house.ts'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { positionWords } from '#words/benchmark-position.ts'
import { benchmarkPeople } from '#words/benchmark-words.ts'
import { dutchDate } from '#words/dutch.ts'

/** Off until it is asked for; null when there is nothing to compare with. */
export type Compared = 'off' | StoredBenchmark | null

/** What others answered to the same version, when the address asks for it with `?vergelijk=ja`. */
export async function comparedWith(c: RequestContext, { instrument }: OwnScan): Promise<Compared> {
  if (c.req.query('vergelijk') !== 'ja') return 'off'
  return (await findNewestBenchmark(c.get('house').db, instrument.id, instrument.version)) ?? null
}

/** The own result beside that of others, for whoever wants to see that. */
export function BesideOthers({ compared, ...own }: OwnScan & { compared: Compared }): JSX.Element {
  const page = urls.scanResult.to({ scan: own.scan.id })
  return (
    <section class="stack print-hidden" aria-labelledby="naast-anderen">
      <h2 id="naast-anderen">Naast anderen</h2>
      {compared === 'off' && (
        <>
          <p class="narrow">
            Wil je zien hoe anderen de scan invulden? Het is geen wedstrijd, en niemand ziet jouw antwoorden.
          </p>
          <p>
            <ButtonLink quiet href={`${page}?vergelijk=ja#naast-anderen`}>
              Leg je resultaat naast dat van anderen
            </ButtonLink>
          </p>
        </>
      )}
      {compared === null && (
        <p class="narrow">
          Er is nog geen vergelijking voor deze scan.{' '}
          <a href={urls.comparison.to({ instrument: own.instrument.id })}>Lees wanneer die er komt</a>
        </p>
      )}
      {compared !== 'off' && compared && <Position {...own} benchmark={compared} />}
    </section>
  )
}

function Position({ scan, instrument, benchmark }: OwnScan & { benchmark: StoredBenchmark }): JSX.Element {
  const own = scoreScan(instrument, scan.answers)
  const { sentence, chart, caption, table } = positionWords(instrument, own, benchmark.content, scan)
  return (
    <>
      <p class="lead">{sentence}</p>
      <p class="narrow">
        {`“Iedereen” zijn ${benchmarkPeople(benchmark.content)}. Stand van ${dutchDate(benchmark.releasedAt)}.`}{' '}
        Een verschil is niet goed of fout: het werk is overal anders.
      </p>
      <Chart chart={chart} caption={caption} />
      <DataTable {...table} />
      <div class="buttons">
        <a href={urls.comparison.to({ instrument: instrument.id })}>Bekijk de hele vergelijking</a>
        <a href={urls.scanResult.to({ scan: scan.id })}>Toon je resultaat zonder anderen</a>
      </div>
    </>
  )
}
