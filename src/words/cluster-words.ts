import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { ClusterResult, Result } from '#domain/result.ts'
import type { ChartPicture } from '#ui/charts/chart-picture.ts'
import { levelBars } from '#ui/charts/level-bars.ts'
import { tickRows } from '#ui/charts/tick-rows.ts'
import type { DocumentColumn } from '#ui/documents/document.ts'
import { capitalised, dutchScore } from './dutch.ts'
import { shortLabel } from './statement-words.ts'
import { countsInWords, ticksOf } from './ticks.ts'

/** The clusters of a result, drawn and as figures: twice the same, for a page or a document. */
export type ClusterWords = {
  chart: ChartPicture
  /** How to read the drawing. */
  caption: string
  table: { caption: string; columns: DocumentColumn[]; rows: string[][] }
}

export function clusterWords(instrument: Instrument, result: Result): ClusterWords {
  const { chart, caption, columns, rows } = wordsOfKind[instrument.kind](instrument, result)
  return { chart, caption, table: { caption: 'Dezelfde cijfers als tabel', columns, rows } }
}

type Drawn = Pick<ClusterWords, 'chart' | 'caption'> & Pick<ClusterWords['table'], 'columns' | 'rows'>

const wordsOfKind: Record<Instrument['kind'], (instrument: Instrument, result: Result) => Drawn> = {
  levels: levelsPerCluster,
  checklist: ticksPerCluster,
}

function levelsPerCluster(instrument: Instrument, { clusters }: Result): Drawn {
  const levels = levelsOf(instrument)
  const [lowest, highest] = [levels[0], levels.at(-1)]
  return {
    chart: levelBars({
      idPrefix: 'onderdelen',
      title: 'Niveau per onderdeel',
      scale: {
        min: lowest?.level ?? 1,
        max: highest?.level ?? 1,
        labels: levels.map(({ label }) => label),
      },
      bars: clusters.map(({ cluster, score }) => ({
        label: cluster.title,
        value: score.value,
        word: score.band?.label ?? 'te weinig bekend',
      })),
    }),
    caption: `De schaal loopt van 1 (${lowest?.label}) tot ${highest?.level} (${highest?.label}).`,
    columns: [
      { label: 'Onderdeel' },
      { label: 'Niveau' },
      { label: 'Gemiddeld', isNumber: true },
      { label: 'Met niveau', isNumber: true },
      { label: 'Onbekend of n.v.t.', isNumber: true },
      { label: 'Open', isNumber: true },
    ],
    rows: clusters.map(figuresOf),
  }
}

function figuresOf({ cluster, score }: ClusterResult): string[] {
  return [
    cluster.title,
    capitalised(score.band?.label ?? 'te weinig bekend'),
    score.value === null ? '–' : dutchScore(score.value),
    `${score.withLevel} van ${score.total}`,
    String(score.unknown),
    String(score.open),
  ]
}

function ticksPerCluster(instrument: Instrument, { clusters }: Result): Drawn {
  return {
    chart: tickRows({
      idPrefix: 'onderdelen',
      title: 'Wat er staat, per onderdeel',
      rows: clusters.map(({ cluster, counts }) => ({
        label: cluster.title,
        ticks: ticksOf(instrument, counts),
        words: countsInWords(counts),
      })),
    }),
    caption: 'Elk vakje is één punt. Je kunt ze tellen.',
    columns: [
      { label: 'Onderdeel' },
      ...instrument.answers.map(({ label }) => ({ label: capitalised(shortLabel(label)), isNumber: true })),
      { label: 'Zonder antwoord', isNumber: true },
    ],
    rows: clusters.map(({ cluster, counts }) => [
      cluster.title,
      ...counts.answers.map(({ count }) => String(count)),
      String(counts.open),
    ]),
  }
}
