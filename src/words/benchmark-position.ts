import type { Benchmark, BenchmarkPart } from '#domain/benchmark.ts'
import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { ToldFigures, ToldMean } from '#domain/release-figures.ts'
import type { ScanScore, Score } from '#domain/scoring.ts'
import { clustersTold } from '#domain/team-reading.ts'
import { levelBars } from '#ui/charts/level-bars.ts'
import { inCell, partInShort } from './benchmark-words.ts'
import type { ClusterWords } from './cluster-words.ts'
import { capitalised } from './dutch.ts'
import { WHOLE } from './standing-words.ts'
import { shortLabel } from './statement-words.ts'
import { bandInWords } from './team-words.ts'

/** Others beside whom one's own result is laid: everybody, and those with the same background as far as it is told. */
type Others = { label: string; figures: ToldFigures }

/**
 * One's own result beside that of others, drawn, as a table and in a sentence: where both stand, and never who is
 * higher or how many are.
 */
export function positionWords(
  instrument: Instrument,
  own: ScanScore,
  benchmark: Benchmark,
  background: { role: string | null; organisationKind: string | null },
): ClusterWords & { sentence: string } {
  const others = othersOf(instrument, benchmark, background)
  const levels = levelsOf(instrument)
  const everybody = clustersTold(instrument, benchmark.everybody)
  const titles = instrument.clusters.map(({ title }) => title)
  return {
    sentence: `Alles samen: jij ${ownWord(own.total)}, iedereen ${bandInWords(instrument, benchmark.everybody.total)}.`,
    chart: levelBars({
      idPrefix: 'jij-en-iedereen',
      title: 'Jij en iedereen, per onderdeel',
      scale: {
        min: levels[0]?.level ?? 1,
        max: levels.at(-1)?.level ?? 1,
        labels: levels.map(({ label }) =>
          instrument.kind === 'checklist' ? capitalised(shortLabel(label)) : label,
        ),
      },
      bars: titles.flatMap((title, index) => [
        { label: `${title}: jij`, ...ownBar(own.clusters[index]?.score) },
        { label: 'iedereen', ...othersBar(instrument, everybody[index]?.mean) },
      ]),
    }),
    caption: 'Onder elke balk van jou staat die van iedereen samen.',
    table: {
      caption: 'Jij en anderen, dezelfde cijfers als tabel',
      columns: [{ label: 'Onderdeel' }, { label: 'Jij' }, ...others.map(({ label }) => ({ label }))],
      rows: [
        [
          WHOLE,
          ownCell(instrument, own.total),
          ...others.map(({ figures }) => inCell(instrument, figures.total)),
        ],
        ...titles.map((title, index) => [
          title,
          ownCell(instrument, own.clusters[index]?.score),
          ...others.map(({ figures }) => inCell(instrument, clustersTold(instrument, figures)[index]?.mean)),
        ]),
      ],
    },
  }
}

function othersOf(
  instrument: Instrument,
  { everybody, roles, organisationKinds }: Benchmark,
  { role, organisationKind }: { role: string | null; organisationKind: string | null },
): Others[] {
  const same = (parts: readonly BenchmarkPart[], own: string | null) =>
    parts.filter(({ part }) => part !== '' && part === own)
  return [
    { label: 'Iedereen', figures: everybody },
    ...same(roles, role).map(({ part, figures }) => ({
      label: `Rol: ${partInShort(instrument, 'role', part).toLowerCase()}`,
      figures,
    })),
    ...same(organisationKinds, organisationKind).map(({ part, figures }) => ({
      label: `Soort: ${partInShort(instrument, 'organisationKind', part).toLowerCase()}`,
      figures,
    })),
  ]
}

function ownWord({ band }: Score): string {
  return band?.label ?? TOO_LITTLE
}

function ownCell(instrument: Instrument, score: Score | undefined): string {
  return inCell(instrument, toMean(score))
}

function toMean(score: Score | undefined): ToldMean {
  const value = score?.value ?? null
  return value === null ? { kind: 'none' } : { kind: 'number', value }
}

function ownBar(score: Score | undefined) {
  return { value: score?.value ?? null, word: score ? ownWord(score) : TOO_LITTLE }
}

function othersBar(instrument: Instrument, mean: ToldMean = { kind: 'none' }) {
  return { value: mean.kind === 'number' ? mean.value : null, word: bandInWords(instrument, mean) }
}

const TOO_LITTLE = 'te weinig bekend'
