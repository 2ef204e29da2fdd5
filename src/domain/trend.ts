import type { Catalogue } from './catalogue.ts'
import type { AnswerOption, Cluster, Instrument, Statement } from './instrument.ts'
import { findAnswer, levelsOf, statementsOf } from './instrument.ts'
import { keepsItsMeaning } from './meaning.ts'
import type { Answers, Scan } from './scan.ts'
import { type Score, scoreStatements } from './scoring.ts'

/** A finished scan on the line of time, with the version that was filled in. */
export type TrendMoment = {
  scan: string
  name: string
  finishedAt: Date
  instrument: Instrument
  answers: Answers
}

/** How the whole and each cluster stood at every moment, oldest first. */
export type Trend = { moments: TrendMoment[]; total: TrendLine; clusters: TrendLine[] }

export type TrendLine = {
  /** As the newest version that has it; null for the whole. */
  cluster: Cluster | null
  points: TrendPoint[]
}

export type TrendPoint = {
  /** Null when the version of that moment does not have this cluster. */
  standing: Standing | null
  /** Why nothing joins it to the point before; null when the two can be compared, and for the first one. */
  brokenBy: TrendBreak | null
}

export type Standing = {
  score: Score
  /** Statements on the highest level: what is in place of a checklist. */
  inPlace: number
  /** What moves: the score, and of a checklist how much is in place. Null when too little is known. */
  value: number | null
}

/** What changed in the instrument between two moments, so that their figures are not about the same. */
export type TrendBreak = {
  changed: Statement[]
  added: Statement[]
  removed: Statement[]
  /** The answers themselves are others. */
  hasOtherAnswers: boolean
}

/** Finished scans as moments of a trend; one whose version is not in the catalogue is left out. */
export function momentsOf(scans: ScanOfMoment[], catalogue: Catalogue): TrendMoment[] {
  return scans.flatMap(({ id, name, finishedAt, answers, ...scan }) => {
    const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
    return instrument ? [{ scan: id, name, finishedAt, instrument, answers }] : []
  })
}

type ScanOfMoment = Pick<Scan, 'id' | 'name' | 'instrument' | 'instrumentVersion' | 'answers'> & {
  finishedAt: Date
}

/** The trend of the finished scans of one person for one instrument; the moments come in any order. */
export function buildTrend(moments: TrendMoment[]): Trend {
  const inOrder = [...moments].sort(
    (one, other) => one.finishedAt.getTime() - other.finishedAt.getTime() || (one.scan < other.scan ? -1 : 1),
  )
  return {
    moments: inOrder,
    total: lineOf(inOrder, null),
    clusters: clustersEver(inOrder).map((cluster) => lineOf(inOrder, cluster)),
  }
}

/** Whether the answers of both are the same steps, so that their scores lie on one scale. */
export function hasSameLevels(one: Instrument, other: Instrument): boolean {
  return one.kind === other.kind && levelsIn(one) === levelsIn(other)
}

function lineOf(moments: TrendMoment[], cluster: Cluster | null): TrendLine {
  return {
    cluster,
    points: moments.map((moment, index): TrendPoint => {
      const before = moments[index - 1]
      return {
        standing: standingOf(moment, cluster),
        brokenBy: before ? breakBetween(before, moment, cluster) : null,
      }
    }),
  }
}

/** The clusters of the newest version, then those that only older ones have. */
export function clustersEver(moments: TrendMoment[]): Cluster[] {
  const found = new Map<string, Cluster>()
  for (const { instrument } of [...moments].reverse()) {
    for (const cluster of instrument.clusters) if (!found.has(cluster.id)) found.set(cluster.id, cluster)
  }
  return [...found.values()]
}

/** Where the whole (null) or a cluster stood; null when the version of that moment does not have it. */
export function standingOf(moment: TrendMoment, cluster: Cluster | null): Standing | null {
  const { instrument, answers } = moment
  const statements = statementsIn(moment, cluster)
  if (statements.length === 0) return null
  const score = scoreStatements(instrument, statements, answers)
  const top = levelsOf(instrument).at(-1)?.id
  const inPlace = statements.filter(({ id }) => answerTo(moment, id)?.id === top).length
  const isCounted = instrument.kind === 'checklist' && score.value !== null
  return { score, inPlace, value: isCounted ? inPlace : score.value }
}

/** What the instrument changed in the whole (null) or a cluster between two versions; null when nothing. */
export function breakBetween(
  from: Pick<TrendMoment, 'instrument'>,
  to: Pick<TrendMoment, 'instrument'>,
  cluster: Pick<Cluster, 'id'> | null,
): TrendBreak | null {
  const before = statementsIn(from, cluster)
  const after = statementsIn(to, cluster)
  const [old, fresh] = [idsOf(before), idsOf(after)]
  const found: TrendBreak = {
    changed: after.filter(({ id }) => old.has(id) && !keepsItsMeaning(id, from.instrument, to.instrument)),
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !fresh.has(id)),
    hasOtherAnswers: !hasSameLevels(from.instrument, to.instrument),
  }
  const isBroken =
    found.hasOtherAnswers || found.changed.length + found.added.length + found.removed.length > 0
  return isBroken ? found : null
}

function levelsIn(instrument: Instrument): string {
  return levelsOf(instrument)
    .map(({ id, level }) => `${level}=${id}`)
    .join()
}

/** What was answered to a statement; null when nothing was. */
export function answerTo({ instrument, answers }: TrendMoment, statement: string): AnswerOption | null {
  const given = Object.hasOwn(answers, statement) ? answers[statement] : undefined
  return findAnswer(instrument, given?.answer) ?? null
}

function statementsIn(
  { instrument }: Pick<TrendMoment, 'instrument'>,
  cluster: Pick<Cluster, 'id'> | null,
): Statement[] {
  if (cluster === null) return statementsOf(instrument)
  return instrument.clusters.find(({ id }) => id === cluster.id)?.statements ?? []
}

function idsOf(statements: Statement[]): Set<string> {
  return new Set(statements.map(({ id }) => id))
}
