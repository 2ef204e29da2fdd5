import { stepUpFrom, tipsFor } from './advice.ts'
import { type AnswerCounts, countAnswers } from './counting.ts'
import type { AnswerOption, Cluster, Instrument, Statement, Tip } from './instrument.ts'
import { findAnswer, levelsOf, statementsOf } from './instrument.ts'
import { findOutliers, type StandsOut } from './outliers.ts'
import { type PhasesReading, readPhases } from './phases.ts'
import type { Answers } from './scan.ts'
import { type Score, scoreScan } from './scoring.ts'

/** Everything a result says, for whichever page or document shows it. */
export type Result = {
  total: Score
  counts: AnswerCounts
  clusters: ClusterResult[]
  /** At most three statements each; the lists never share one. */
  strongest: StatementResult[]
  roomToGrow: StatementResult[]
  unknown: StatementResult[]
  open: StatementResult[]
  /** The clusters with the highest and the lowest score, when these differ. */
  strongestCluster: ClusterResult | null
  growthCluster: ClusterResult | null
}

export type ClusterResult = {
  cluster: Cluster
  score: Score
  /** The feedback that fits the score; what to do when too little is known, otherwise. */
  feedback: string
  counts: AnswerCounts
  /** Where one is on the way through the phases; null for a cluster without phases. */
  phases: PhasesReading | null
  statements: StatementResult[]
}

export type StatementResult = {
  statement: Statement
  cluster: Cluster
  answer: AnswerOption | null
  /** What the answer means for this statement. */
  meaning: string | null
  stepUp: { answer: AnswerOption; meaning: string } | null
  tips: Tip[]
  standsOut: StandsOut | null
  note: string
}

const HIGHLIGHTS = 3

export function buildResult(instrument: Instrument, answers: Answers): Result {
  const scores = scoreScan(instrument, answers)
  const clusters = instrument.clusters.map((cluster, index): ClusterResult => {
    const score = scores.clusters[index]?.score
    if (!score) throw new Error(`no score for cluster ${cluster.id}`)
    const feedback = (score.band && cluster.feedback[score.band.id]) ?? cluster.unknown
    return {
      cluster,
      score,
      feedback,
      counts: countAnswers(instrument, cluster.statements, answers),
      phases: readPhases(instrument, cluster, answers),
      statements: resultsOf(instrument, cluster, answers),
    }
  })
  const statements = clusters.flatMap((cluster) => cluster.statements)
  return {
    total: scores.total,
    counts: countAnswers(instrument, statementsOf(instrument), answers),
    clusters,
    ...highlights(instrument, statements),
    unknown: statements.filter((one) => one.answer?.level === null),
    open: statements.filter((one) => one.answer === null),
    ...extremeClusters(clusters),
  }
}

function resultsOf(instrument: Instrument, cluster: Cluster, answers: Answers): StatementResult[] {
  const given = cluster.statements.map(
    (statement) => findAnswer(instrument, answers[statement.id]?.answer) ?? null,
  )
  const outliers = findOutliers(given.map((answer) => answer?.level ?? null))
  return cluster.statements.map((statement, index) => {
    const answer = given[index] ?? null
    const above = answer && stepUpFrom(instrument, answer)
    return {
      statement,
      cluster,
      answer,
      meaning: answer && (statement.answers[answer.id] ?? answer.meaning),
      stepUp: above && { answer: above, meaning: statement.answers[above.id] ?? above.meaning },
      tips: answer ? tipsFor(statement, answer) : [],
      standsOut: outliers[index] ?? null,
      note: answers[statement.id]?.note ?? '',
    }
  })
}

/**
 * Strongest: the highest levels, from the middle of the scale up; of a checklist only what is in place. Room
 * to grow: the lowest ones of the rest that are not at the top yet. Equal levels keep the instrument's order.
 */
function highlights(instrument: Instrument, statements: StatementResult[]) {
  const scale = levelsOf(instrument).map((answer) => answer.level)
  const top = scale.at(-1) ?? 0
  const strong = instrument.kind === 'checklist' ? top : (scale[Math.floor(scale.length / 2)] ?? 0)
  const levelled = statements.filter((one) => one.answer !== null && one.answer.level !== null)
  const strongest = levelled
    .filter((one) => levelIn(one) >= strong)
    .sort((one, other) => levelIn(other) - levelIn(one))
    .slice(0, HIGHLIGHTS)
  const roomToGrow = levelled
    .filter((one) => levelIn(one) < top && !strongest.includes(one))
    .sort((one, other) => levelIn(one) - levelIn(other))
    .slice(0, HIGHLIGHTS)
  return { strongest, roomToGrow }
}

function levelIn(one: StatementResult): number {
  return one.answer?.level ?? 0
}

function extremeClusters(clusters: ClusterResult[]) {
  const scored = clusters
    .filter((one) => one.score.value !== null)
    .sort((one, other) => (other.score.value ?? 0) - (one.score.value ?? 0))
  const highest = scored.at(0)
  const lowest = scored.at(-1)
  if (!highest || !lowest || highest.score.value === lowest.score.value) {
    return { strongestCluster: null, growthCluster: null }
  }
  return { strongestCluster: highest, growthCluster: lowest }
}
