import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { RoleFigures, ToldFigures } from '#domain/release-figures.ts'
import { bandOf } from '#domain/scoring.ts'
import { type ClusterTold, clustersTold, placeOf } from '#domain/team-reading.ts'
import { levelBars } from '#ui/charts/level-bars.ts'
import type { ClusterWords } from './cluster-words.ts'
import { capitalised } from './dutch.ts'
import { WHOLE } from './standing-words.ts'
import { shortLabel } from './statement-words.ts'
import { bandInWords, figureInWords, phraseOf, roleInWords } from './team-words.ts'

/** The clusters of a group's result, drawn and as a table. */
export function teamClusterWords(
  instrument: Instrument,
  figures: ToldFigures,
  idPrefix: string,
): ClusterWords {
  const levels = levelsOf(instrument)
  const [lowest, highest] = [levels[0], levels.at(-1)]
  const clusters = clustersTold(instrument, figures)
  return {
    chart: levelBars({
      idPrefix,
      title: 'Niveau per onderdeel',
      scale: {
        min: lowest?.level ?? 1,
        max: highest?.level ?? 1,
        labels: levels.map(({ label }) => labelOnScale(instrument, label)),
      },
      bars: clusters.map(({ cluster, mean }) => ({
        label: cluster.title,
        value: mean.kind === 'number' ? mean.value : null,
        word: bandInWords(instrument, mean),
        ...(mean.kind === 'end' && { note: figureInWords(mean) }),
      })),
    }),
    caption: `De schaal loopt van ${lowest?.level} (${shortLabel(lowest?.label ?? '')}) tot ${highest?.level} (${shortLabel(highest?.label ?? '')}). Een balk van streepjes heeft geen cijfer.`,
    table: {
      caption: 'Dezelfde cijfers als tabel',
      columns: [{ label: 'Onderdeel' }, { label: 'In woorden' }, { label: 'Gemiddeld', isNumber: true }],
      rows: [{ title: WHOLE, mean: figures.total }, ...clusters.map(titled)].map(({ title, mean }) => [
        title,
        capitalised(bandInWords(instrument, mean)),
        figureInWords(mean),
      ]),
    },
  }
}

/** The clusters as each role sees them, in the order of the instrument: never one role above another. */
export function teamRoleTable(instrument: Instrument, roles: readonly RoleFigures[]): ClusterWords['table'] {
  const perRole = roles.map(({ figures }) => ({ figures, clusters: clustersTold(instrument, figures) }))
  return {
    caption: 'Per onderdeel, per rol',
    columns: [{ label: 'Onderdeel' }, ...roles.map(({ role }) => ({ label: roleInWords(instrument, role) }))],
    rows: [
      [WHOLE, ...perRole.map(({ figures }) => cellOf(instrument, figures.total))],
      ...instrument.clusters.map(({ title }, index) => [
        title,
        ...perRole.map(({ clusters }) => cellOf(instrument, clusters[index]?.mean)),
      ]),
    ],
  }
}

/** The feedback that fits what was told; of nobody and of too few the same. */
export function clusterFeedback(instrument: Instrument, { cluster, mean }: ClusterTold): string {
  const place = placeOf(instrument, mean)
  if (place === null)
    return 'Hier is te weinig bekend om iets te vertellen. Vraag elkaar wie hier zicht op heeft.'
  return cluster.feedback[bandOf(instrument.bands, place).id] ?? ''
}

function titled({ cluster, mean }: ClusterTold) {
  return { title: cluster.title, mean }
}

function cellOf(instrument: Instrument, mean: ToldFigures['total'] = { kind: 'none' }): string {
  return capitalised(phraseOf(bandInWords(instrument, mean), mean))
}

/** The words along the axis have little room: of a checklist the first word of an answer says it. */
function labelOnScale({ kind }: Instrument, label: string): string {
  return kind === 'checklist' ? capitalised(shortLabel(label)) : label
}
