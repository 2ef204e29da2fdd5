import type { Instrument, Statement } from './instrument.ts'
import { levelsOf, statementsOf } from './instrument.ts'
import type { Answers } from './scan.ts'
import { levelOf, scoreStatements } from './scoring.ts'

/** From so many people on more is told: tenths, and how the answers are spread. */
export const DETAILED_FROM = 10

/** About how many people; the highest band has no end. */
export type CrowdBand = { from: number; to: number | null }

/**
 * A mean of levels as others may know it. At an end of the scale it would say what everybody chose: with fewer than
 * DETAILED_FROM people that is told without a number. `none` is for nobody and for fewer than `k`: they look the same.
 */
export type ToldMean =
  | { kind: 'number'; value: number }
  | { kind: 'end'; end: 'lowest' | 'highest' }
  | { kind: 'none' }

/** How far people agree; told in words, never as a person. */
export type Agreement = 'agree' | 'mixed' | 'differ'

/** What part of the people, broadly. With few people only whether it is half of them or more. */
export type Share = 'under-half' | 'half-or-more' | 'few' | 'some' | 'many' | 'most'

export type ToldStatement = {
  statement: string
  mean: ToldMean
  agreement: Agreement | null
  /** Who does not know, or to whom it does not apply. Open answers count along: neither says a level. */
  withoutLevel: Share
  /** The share of each level, from low to high, of those who gave one; null with few people. */
  spread: Share[] | null
}

export type ToldFigures = {
  people: CrowdBand
  total: ToldMean
  clusters: { cluster: string; mean: ToldMean }[]
  statements: ToldStatement[]
}

export type RoleFigures = { role: string; figures: ToldFigures }

/**
 * The figures about these people together, as coarse as others may know them. Throws with fewer than `k` people:
 * then there is nothing to tell.
 */
export function tellFigures(instrument: Instrument, people: readonly Answers[], k: number): ToldFigures {
  if (people.length < k) throw new Error(`figures are told of ${k} people or more, not of ${people.length}`)
  const isDetailed = people.length >= DETAILED_FROM
  const meanOfScores = (statements: Statement[]) => {
    const scores = people.flatMap((answers) => scoreStatements(instrument, statements, answers).value ?? [])
    return tellMean(instrument, scores, { k, isDetailed })
  }
  return {
    people: crowdBand(people.length, k),
    total: meanOfScores(statementsOf(instrument)),
    clusters: instrument.clusters.map(({ id, statements }) => ({
      cluster: id,
      mean: meanOfScores(statements),
    })),
    statements: statementsOf(instrument).map(({ id }) => tellStatement(instrument, id, people, k)),
  }
}

/**
 * The figures of every role; whoever has none is counted, and not told of. A statement or cluster of which one role
 * can be told nothing is told of no role: what is told of all together, less what is told of the others, would be
 * about the few that are left.
 */
export function tellRoles(
  instrument: Instrument,
  roles: readonly { role: string | null; people: readonly Answers[] }[],
  k: number,
): RoleFigures[] {
  const told = roles.map(({ role, people }) => ({ role, figures: tellFigures(instrument, people, k) }))
  const missing = new Set(
    told.flatMap(({ figures }) => [
      ...(figures.total.kind === 'none' ? [TOTAL] : []),
      ...figures.clusters.flatMap(({ cluster, mean }) =>
        mean.kind === 'none' ? [`cluster ${cluster}`] : [],
      ),
      ...figures.statements.flatMap(({ statement, mean }) => (mean.kind === 'none' ? [statement] : [])),
    ]),
  )
  return told.flatMap(({ role, figures }) =>
    role === null ? [] : [{ role, figures: withoutThese(figures, missing) }],
  )
}

function withoutThese(figures: ToldFigures, missing: ReadonlySet<string>): ToldFigures {
  return {
    ...figures,
    total: missing.has(TOTAL) ? NONE : figures.total,
    clusters: figures.clusters.map((one) =>
      missing.has(`cluster ${one.cluster}`) ? { ...one, mean: NONE } : one,
    ),
    statements: figures.statements.map((one) =>
      missing.has(one.statement) ? { ...one, mean: NONE, agreement: null, spread: null } : one,
    ),
  }
}

const NONE: ToldMean = { kind: 'none' }
const TOTAL = 'total'
const CROWDS = [5, 10, 20]

/** "5 to 9", "10 to 19", "20 and more"; the lowest begins with `k` when that is another number. */
export function crowdBand(people: number, k: number): CrowdBand {
  const limits = [k, ...CROWDS.filter((limit) => limit >= 2 * k)]
  const from = limits.findLast((limit) => limit <= people)
  if (from === undefined) throw new Error(`there is no band for ${people} people`)
  const next = limits.find((limit) => limit > people)
  return { from, to: next === undefined ? null : next - 1 }
}

function tellStatement(
  instrument: Instrument,
  statement: string,
  people: readonly Answers[],
  k: number,
): ToldStatement {
  const isDetailed = people.length >= DETAILED_FROM
  const levels = people.flatMap((answers) => levelOf(instrument, answers, statement) ?? [])
  const isTold = levels.length >= k
  const scale = levelsOf(instrument).map(({ level }) => level)
  const shareOf = isDetailed ? broadShare : halfShare
  return {
    statement,
    mean: tellMean(instrument, levels, { k, isDetailed }),
    agreement: isTold ? agreementOf(levels, scale) : null,
    withoutLevel: shareOf(people.length - levels.length, people.length),
    spread:
      isTold && levels.length >= DETAILED_FROM
        ? scale.map((level) => broadShare(levels.filter((one) => one === level).length, levels.length))
        : null,
  }
}

/** `values` are levels or scores, in tenths at most. */
function tellMean(
  instrument: Instrument,
  values: readonly number[],
  { k, isDetailed }: { k: number; isDetailed: boolean },
): ToldMean {
  if (values.length < k) return NONE
  // Whole tenths: sums of them are exact.
  const sum = values.reduce((total, value) => total + Math.round(value * 10), 0)
  const steps = isDetailed ? 10 : 2
  const value = Math.floor((2 * sum * steps + 10 * values.length) / (20 * values.length)) / steps
  if (isDetailed) return { kind: 'number', value }
  const scale = levelsOf(instrument).map(({ level }) => level)
  if (value <= Math.min(...scale)) return { kind: 'end', end: 'lowest' }
  if (value >= Math.max(...scale)) return { kind: 'end', end: 'highest' }
  return { kind: 'number', value }
}

/** By the standard deviation as a part of the scale: on five levels they agree under 0.6 and differ from 1.2 on. */
function agreementOf(levels: readonly number[], scale: readonly number[]): Agreement {
  const width = Math.max(...scale) - Math.min(...scale)
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length
  const deviation = Math.sqrt(variance) / width
  if (deviation < 0.15) return 'agree'
  return deviation < 0.3 ? 'mixed' : 'differ'
}

function halfShare(part: number, whole: number): Share {
  return part * 2 >= whole ? 'half-or-more' : 'under-half'
}

/** Under 15 %, under 40 %, under 70 %, and more. */
function broadShare(part: number, whole: number): Share {
  if (part * 100 < whole * 15) return 'few'
  if (part * 100 < whole * 40) return 'some'
  return part * 100 < whole * 70 ? 'many' : 'most'
}
