import type { JSX } from 'preact'
import type { BenchmarkPart } from '#domain/benchmark.ts'
import { nextBenchmarkDay } from '#domain/benchmark-calendar.ts'
import type { Instrument } from '#domain/instrument.ts'
import { clustersTold } from '#domain/team-reading.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Chart } from '#ui/chart.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireInstrument } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import {
  BENCHMARK_NEEDS,
  type BenchmarkSplit,
  benchmarkPeople,
  partsInWords,
  partTable,
  statementTable,
} from '#words/benchmark-words.ts'
import { dutchDate } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'
import { teamClusterWords } from '#words/team-cluster-words.ts'
import { bandInWords } from '#words/team-words.ts'
import { OpenData } from './open-data-part.tsx'
import { asksFor, type Told, toldBenchmark } from './told-benchmark.ts'

/** How everybody answered, as it was told last: it costs the same for a thousand people as for a million. */
export function showComparison(c: RequestContext): Response | Promise<Response> {
  return requireInstrument(c, async (asked) => {
    const told = await toldBenchmark(c, asked)
    if (told.benchmark === undefined) return refuse(c, 404)
    const { title } = asked.texts
    return page(
      c,
      {
        title: `Vergelijken met anderen · ${asked.texts.shortTitle}`,
        description: `Hoe iedereen de scan “${title}” invulde, zonder dat je iemand kunt herkennen.`,
        section: 'information',
        isPublic: true,
      },
      told.benchmark ? (
        <Comparison {...told} />
      ) : (
        <NothingYet instrument={asked} next={nextBenchmarkDay(c.get('house').clock())} />
      ),
    )
  })
}

function Comparison({ instrument, benchmark, earlier }: Told): JSX.Element {
  const { everybody, roles, organisationKinds } = benchmark.content
  const { chart, caption, table } = teamClusterWords(instrument, everybody, 'iedereen')
  return (
    <div class="wrap page stack-large">
      <div class="stack">
        <Way instrument={instrument} />
        <PageHeading
          kicker={`${instrument.texts.title} · stand van ${dutchDate(benchmark.releasedAt)}`}
          title={`Alles samen: ${bandInWords(instrument, everybody.total)}`}
          lead={`Zo vulden anderen deze scan in: ${benchmarkPeople(benchmark.content)}.`}
        />
        <p class="narrow">
          Dit is geen wedstrijd. Het werk en de mensen zijn overal anders. Gebruik de cijfers om samen te
          praten: waarom is het bij ons anders, of juist hetzelfde?
        </p>
      </div>
      <section class="stack" aria-labelledby="per-onderdeel">
        <h2 id="per-onderdeel">Per onderdeel</h2>
        <Chart chart={chart} caption={caption} />
        <DataTable {...table} />
      </section>
      <Split instrument={instrument} split="role" parts={roles} />
      <Split instrument={instrument} split="organisationKind" parts={organisationKinds} />
      <section class="stack" aria-labelledby="per-stelling">
        <h2 id="per-stelling">{`Per ${wordsFor(instrument).one}`}</h2>
        {clustersTold(instrument, everybody).map((one) => (
          <Details
            summary={`Bekijk de ${wordsFor(instrument).more} van ${one.cluster.title}`}
            key={one.cluster.id}
          >
            <DataTable {...statementTable(instrument, one)} />
          </Details>
        ))}
      </section>
      <OpenData instrument={instrument} benchmark={benchmark} />
      <Earlier instrument={instrument} earlier={earlier} />
    </div>
  )
}

function Way({ instrument }: { instrument: Instrument }): JSX.Element {
  return (
    <Breadcrumbs
      items={[{ label: 'Vergelijken met anderen', href: urls.comparisons.to() }]}
      current={instrument.texts.shortTitle}
    />
  )
}

/** The people by what they said of themselves, when that may be told; otherwise nothing stands here. */
function Split({
  instrument,
  split,
  parts,
}: {
  instrument: Instrument
  split: BenchmarkSplit
  parts: readonly BenchmarkPart[]
}): JSX.Element | null {
  if (parts.length === 0) return null
  const { id, title, text } = partsInWords(split)
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="narrow">{text}</p>
      <DataTable {...partTable(instrument, split, parts)} />
    </section>
  )
}

function Earlier({ instrument, earlier }: Pick<Told, 'instrument' | 'earlier'>): JSX.Element | null {
  if (earlier.length === 0) return null
  return (
    <section class="stack-small narrow" aria-labelledby="andere">
      <h2 id="andere">Andere momenten</h2>
      <ul>
        {earlier.map((one) => (
          <li key={`${one.instrumentVersion} ${one.number}`}>
            <a href={urls.comparison.to({ instrument: instrument.id }) + asksFor(one)}>
              {`Stand van ${dutchDate(one.releasedAt)}`}
            </a>
            <span class="muted">{` (versie ${one.instrumentVersion} van de scan)`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingYet({ instrument, next }: { instrument: Instrument; next: Date }): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      <Way instrument={instrument} />
      <PageHeading
        kicker={instrument.texts.title}
        title="Er is nog geen vergelijking"
        lead="Zodra genoeg mensen deze scan invulden, zie je hier hoe zij ervoor staan."
      />
      <p>Er is pas een vergelijking als niemand erin te herkennen is:</p>
      <ul>
        {BENCHMARK_NEEDS.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <p>{`We tellen elk kwartaal, de volgende keer op ${dutchDate(next)}.`}</p>
      <p>
        <a
          href={urls.instrument.to({ instrument: instrument.id })}
        >{`Doe zelf de scan ${instrument.texts.shortTitle}`}</a>
      </p>
    </div>
  )
}
