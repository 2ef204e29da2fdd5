import { type Cluster, type Instrument, levelsOf, type Statement } from './instrument.ts'
import type { RoleFigures, Share, ToldFigures, ToldMean, ToldStatement } from './release-figures.ts'

/** A statement with what was told of it. */
export type StatementTold = { statement: Statement; cluster: Cluster; told: ToldStatement }
export type ClusterTold = { cluster: Cluster; mean: ToldMean; statements: StatementTold[] }

/** What stands out in what a group was told. Where nothing decides, the order is that of the instrument. */
export type TeamReading = {
  clusters: ClusterTold[]
  agreed: StatementTold[]
  differing: StatementTold[]
  /** Half of the people or more gave no level, or too few did to tell anything: those two come first. */
  unknown: StatementTold[]
  /** At most three each; the two never share one. */
  strongest: StatementTold[]
  roomToGrow: StatementTold[]
  /** The clusters with the highest and the lowest mean, when these differ. */
  strongestCluster: Cluster | null
  growthCluster: Cluster | null
}

const HIGHLIGHTS = 3

export function readTeam(instrument: Instrument, figures: ToldFigures): TeamReading {
  const clusters = clustersTold(instrument, figures)
  const statements = clusters.flatMap((one) => one.statements)
  return {
    clusters,
    agreed: statements.filter(({ told }) => told.agreement === 'agree'),
    differing: statements.filter(({ told }) => told.agreement === 'differ'),
    unknown: statements
      .filter((one) => unknownRank(one) > 0)
      .sort((one, other) => unknownRank(other) - unknownRank(one)),
    ...highlights(instrument, statements),
    ...extremeClusters(instrument, clusters),
  }
}

/** In the order of the instrument. A statement that the figures do not have is left out. */
export function clustersTold(instrument: Instrument, figures: ToldFigures): ClusterTold[] {
  const means = new Map(figures.clusters.map(({ cluster, mean }) => [cluster, mean]))
  const told = new Map(figures.statements.map((one) => [one.statement, one]))
  return instrument.clusters.map((cluster) => ({
    cluster,
    mean: means.get(cluster.id) ?? { kind: 'none' },
    statements: cluster.statements.flatMap((statement) => {
      const found = told.get(statement.id)
      return found ? [{ statement, cluster, told: found }] : []
    }),
  }))
}

/**
 * Where a told mean lies on the scale, to order and to draw by; null when nothing was told. An end of the scale has a
 * place and no number: this is never shown.
 */
export function placeOf(instrument: Instrument, mean: ToldMean): number | null {
  if (mean.kind === 'none') return null
  if (mean.kind === 'number') return mean.value
  const scale = levelsOf(instrument).map(({ level }) => level)
  return mean.end === 'lowest' ? Math.min(...scale) : Math.max(...scale)
}

/**
 * Statements of which the told means of two roles lie at least a quarter of the scale apart: one level of five. Which
 * role is the higher one is no part of it.
 */
export function roleGaps(instrument: Instrument, roles: readonly RoleFigures[]): Statement[] {
  const scale = levelsOf(instrument).map(({ level }) => level)
  const gap = (Math.max(...scale) - Math.min(...scale)) / 4
  return instrument.clusters
    .flatMap(({ statements }) => statements)
    .filter(({ id }) => {
      const places = roles.flatMap(({ figures }) =>
        figures.statements
          .filter(({ statement }) => statement === id)
          .map(({ mean }) => placeOf(instrument, mean))
          .filter((place) => place !== null),
      )
      return places.length > 1 && Math.max(...places) - Math.min(...places) >= gap
    })
}

const UNKNOWN_SHARES: Share[] = ['half-or-more', 'many', 'most']

/** Nobody and too few are the same here: what was told of who gave no level does not count then. */
function unknownRank({ told }: StatementTold): number {
  return told.withoutLevel === null
    ? UNKNOWN_SHARES.length + 1
    : UNKNOWN_SHARES.indexOf(told.withoutLevel) + 1
}

/** As for one person (result.ts): strong from the middle of the scale, of a checklist only near its top. */
function highlights(instrument: Instrument, statements: StatementTold[]) {
  const scale = levelsOf(instrument).map(({ level }) => level)
  const top = scale.at(-1) ?? 0
  const strong = instrument.kind === 'checklist' ? top - 0.5 : (scale[Math.floor(scale.length / 2)] ?? 0)
  const placed = statements.flatMap((one) => {
    const place = placeOf(instrument, one.told.mean)
    return place === null ? [] : [{ one, place }]
  })
  const strongest = placed
    .filter(({ place }) => place >= strong)
    .sort((one, other) => other.place - one.place)
    .slice(0, HIGHLIGHTS)
  const roomToGrow = placed
    .filter((found) => found.place < top && !strongest.includes(found))
    .sort((one, other) => one.place - other.place)
    .slice(0, HIGHLIGHTS)
  return { strongest: strongest.map(({ one }) => one), roomToGrow: roomToGrow.map(({ one }) => one) }
}

function extremeClusters(instrument: Instrument, clusters: ClusterTold[]) {
  const placed = clusters
    .flatMap(({ cluster, mean }) => {
      const place = placeOf(instrument, mean)
      return place === null ? [] : [{ cluster, place }]
    })
    .sort((one, other) => other.place - one.place)
  const [highest, lowest] = [placed.at(0), placed.at(-1)]
  if (!highest || !lowest || highest.place === lowest.place) {
    return { strongestCluster: null, growthCluster: null }
  }
  return { strongestCluster: highest.cluster, growthCluster: lowest.cluster }
}
