import { type Instrument, levelsOf } from './instrument.ts'
import { countPeople, type PeopleCounts, type ScoreSum } from './release-counts.ts'
import type { Answers } from './scan.ts'

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
  /**
   * Who does not know, or to whom it does not apply. Open answers count along: neither says a level. Null where no
   * mean is told: it would say whether nobody gave a level or too few.
   */
  withoutLevel: Share | null
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
  return tellCounts(instrument, countPeople(instrument, people), k)
}

/** The same, of people who were counted before. */
export function tellCounts(instrument: Instrument, counts: PeopleCounts, k: number): ToldFigures {
  const { people } = counts
  if (people < k) throw new Error(`figures are told of ${k} people or more, not of ${people}`)
  const precision = { k, isDetailed: people >= DETAILED_FROM }
  return {
    people: crowdBand(people, k),
    total: tellMean(instrument, counts.total, precision),
    clusters: counts.clusters.map(({ cluster, sum }) => ({
      cluster,
      mean: tellMean(instrument, sum, precision),
    })),
    statements: counts.statements.map((statement) => tellStatement(instrument, statement, people, k)),
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
  const parts = roles.map(({ role, people }) => ({ part: role, counts: countPeople(instrument, people) }))
  return tellParts(instrument, parts, k).map(({ part, figures }) => ({ role: part, figures }))
}

/** The same of any parts into which people are divided and that were counted before; of null nothing is told. */
export function tellParts(
  instrument: Instrument,
  parts: readonly { part: string | null; counts: PeopleCounts }[],
  k: number,
): { part: string; figures: ToldFigures }[] {
  const told = parts.map(({ part, counts }) => ({ part, figures: tellCounts(instrument, counts, k) }))
  const missing = new Set(
    told.flatMap(({ figures }) => [
      ...(figures.total.kind === 'none' ? [TOTAL] : []),
      ...figures.clusters.flatMap(({ cluster, mean }) =>
        mean.kind === 'none' ? [`cluster ${cluster}`] : [],
      ),
      ...figures.statements.flatMap(({ statement, mean }) => (mean.kind === 'none' ? [statement] : [])),
    ]),
  )
  return told.flatMap(({ part, figures }) =>
    part === null ? [] : [{ part, figures: withoutThese(figures, missing) }],
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
      missing.has(one.statement)
        ? { ...one, mean: NONE, agreement: null, withoutLevel: null, spread: null }
        : one,
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
  { statement, levels }: PeopleCounts['statements'][number],
  people: number,
  k: number,
): ToldStatement {
  const isDetailed = people >= DETAILED_FROM
  const given = levels.reduce((sum, { count }) => sum + count, 0)
  const tenths = levels.reduce((sum, { level, count }) => sum + level * 10 * count, 0)
  const isTold = given >= k
  const shareOf = isDetailed ? broadShare : halfShare
  return {
    statement,
    mean: tellMean(instrument, { people: given, tenths }, { k, isDetailed }),
    agreement: isTold ? agreementOf(levels, given) : null,
    withoutLevel: isTold ? shareOf(people - given, people) : null,
    spread: isTold && given >= DETAILED_FROM ? levels.map(({ count }) => broadShare(count, given)) : null,
  }
}

/** A mean of levels or scores. */
function tellMean(
  instrument: Instrument,
  { people, tenths }: ScoreSum,
  { k, isDetailed }: { k: number; isDetailed: boolean },
): ToldMean {
  if (people < k) return NONE
  const steps = isDetailed ? 10 : 2
  const value = Math.floor((2 * tenths * steps + 10 * people) / (20 * people)) / steps
  if (isDetailed) return { kind: 'number', value }
  const scale = levelsOf(instrument).map(({ level }) => level)
  if (value <= Math.min(...scale)) return { kind: 'end', end: 'lowest' }
  if (value >= Math.max(...scale)) return { kind: 'end', end: 'highest' }
  return { kind: 'number', value }
}

/**
 * By the standard deviation as a part of the scale: under 0.15 they agree, from 0.3 on they differ; on five levels
 * that is 0.6 and 1.2. Compared as squares, in whole numbers: nothing depends on the order in which people are added.
 */
function agreementOf(levels: readonly { level: number; count: number }[], people: number): Agreement {
  const scale = levels.map(({ level }) => level)
  const width = Math.max(...scale) - Math.min(...scale)
  const sum = levels.reduce((total, { level, count }) => total + level * count, 0)
  const squares = levels.reduce((total, { level, count }) => total + level ** 2 * count, 0)
  // The variance, times the square of how many people there are.
  const variance = people * squares - sum ** 2
  const whole = (people * width) ** 2
  if (400 * variance < 9 * whole) return 'agree'
  return 100 * variance < 9 * whole ? 'mixed' : 'differ'
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
