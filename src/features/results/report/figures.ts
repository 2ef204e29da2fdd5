import type { Instrument } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import type { Scan } from '#domain/scan.ts'
import type { Sheet } from '#ui/documents/document.ts'
import { isoDate } from '#words/dutch.ts'

type Figures = { scan: Scan; instrument: Instrument; result: Result }

/** Every answer of a scan, a row per statement, with all that is needed to reckon with it elsewhere. */
export function answersSheet({ scan, instrument, result }: Figures): Sheet {
  return {
    name: 'Antwoorden',
    columns: [
      { label: 'instrument' },
      { label: 'versie' },
      { label: 'datum' },
      { label: 'onderdeel-id' },
      { label: 'onderdeel' },
      { label: 'score onderdeel', decimals: 1 },
      { label: 'stelling-id' },
      { label: 'nummer', decimals: 0 },
      { label: 'stelling' },
      { label: 'antwoord-id' },
      { label: 'antwoord' },
      { label: 'niveau', decimals: 0 },
      { label: 'betekenis' },
      { label: 'notitie' },
    ],
    rows: result.clusters.flatMap(({ cluster, score, statements }) =>
      statements.map(({ statement, answer, meaning, note }) => [
        instrument.id,
        instrument.version,
        isoDate(scan.finishedAt ?? scan.changedAt),
        cluster.id,
        cluster.title,
        score.value,
        statement.id,
        statement.number,
        statement.statement,
        answer?.id ?? '',
        answer?.label ?? '',
        answer?.level ?? null,
        meaning ?? '',
        note,
      ]),
    ),
  }
}

/** The whole and every cluster, with how many answers a score rests on. */
export function scoresSheet({ instrument, result }: Figures): Sheet {
  const all = [
    { id: '', title: 'Alles samen', score: result.total },
    ...result.clusters.map(({ cluster, score }) => ({ id: cluster.id, title: cluster.title, score })),
  ]
  return {
    name: 'Scores',
    columns: [
      { label: 'instrument' },
      { label: 'versie' },
      { label: 'onderdeel-id' },
      { label: 'onderdeel' },
      { label: 'score', decimals: 1 },
      { label: 'niveau' },
      { label: 'met niveau', decimals: 0 },
      { label: 'onbekend of n.v.t.', decimals: 0 },
      { label: 'open', decimals: 0 },
      { label: 'totaal', decimals: 0 },
    ],
    rows: all.map(({ id, title, score }) => [
      instrument.id,
      instrument.version,
      id,
      title,
      score.value,
      score.band?.label ?? '',
      score.withLevel,
      score.unknown,
      score.open,
      score.total,
    ]),
  }
}
