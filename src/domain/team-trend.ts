import type { Instrument } from './instrument.ts'
import { keepsItsMeaning } from './meaning.ts'
import type { Release } from './release.ts'
import type { ToldFigures, ToldMean } from './release-figures.ts'
import { placeOf } from './team-reading.ts'
import { breakBetween, hasSameLevels, type TrendBreak } from './trend.ts'

/**
 * What was told before and now. `movement` is null where one of the two was not told, and `not-comparable` where the
 * scan itself changed in between.
 */
export type ToldMove = {
  from: ToldMean
  to: ToldMean
  movement: 'up' | 'down' | 'same' | 'not-comparable' | null
}

/** What of two releases of a group may be laid beside each other. */
export type TeamTrend = {
  /** `total`: a few people changed, and only the figures of all together are compared. */
  extent: 'everything' | 'total'
  /** What changed in the scan itself in between; null when every figure is about the same. */
  brokenBy: TrendBreak | null
  total: ToldMove
  /** By id; empty when only the total is compared. */
  clusters: Map<string, ToldMove>
  statements: Map<string, ToldMove>
}

/**
 * Null when the release says that there is nothing to lay beside it, or when the answers themselves became others.
 * `instruments` are the versions that were filled in: where a statement changed its meaning, it is not compared, nor what
 * it is a part of.
 */
export function compareReleases(
  { now: instrument, before: earlier = instrument }: { now: Instrument; before?: Instrument | undefined },
  before: Release | null,
  after: Release,
): TeamTrend | null {
  if (!before || after.compared === null) return null
  if (earlier.id !== instrument.id || !hasSameLevels(earlier, instrument)) return null
  const [then, now] = [before.figures, after.figures]
  const step = stepOf(then, now)
  const versions = [{ instrument: earlier }, { instrument }] as const
  const move = (from: ToldMean | undefined, to: ToldMean, isBroken: boolean) =>
    moveOf(instrument, from, to, isBroken ? null : step)
  const brokenBy = breakBetween(...versions, null)
  const total = move(then.total, now.total, brokenBy !== null)
  if (after.compared === 'total')
    return { extent: 'total', brokenBy, total, clusters: new Map(), statements: new Map() }
  return {
    extent: 'everything',
    brokenBy,
    total,
    clusters: new Map(
      now.clusters.map(({ cluster, mean }) => [
        cluster,
        move(
          then.clusters.find((one) => one.cluster === cluster)?.mean,
          mean,
          breakBetween(...versions, { id: cluster }) !== null,
        ),
      ]),
    ),
    statements: new Map(
      now.statements.map(({ statement, mean }) => [
        statement,
        move(
          then.statements.find((one) => one.statement === statement)?.mean,
          mean,
          !keepsItsMeaning(statement, earlier, instrument),
        ),
      ]),
    ),
  }
}

function moveOf(
  instrument: Instrument,
  from: ToldMean = { kind: 'none' },
  to: ToldMean,
  /** From how far apart they differ; null when they are not about the same. */
  step: number | null,
): ToldMove {
  if (step === null) return { from, to, movement: 'not-comparable' }
  const [then, now] = [placeOf(instrument, from), placeOf(instrument, to)]
  if (then === null || now === null) return { from, to, movement: null }
  if (Math.abs(now - then) < step) return { from, to, movement: 'same' }
  return { from, to, movement: now > then ? 'up' : 'down' }
}

/**
 * From how far apart two told means say that something moved. In tenths 0.1 may be one answer: from 0.3 on. When one of
 * the two was told in half levels, a difference of less than one of those may be the rounding.
 */
function stepOf(then: ToldFigures, now: ToldFigures): number {
  return isInTenths(then) && isInTenths(now) ? 0.25 : 0.5
}

/** Few people are told only whether something is half of them: the band does not say it for every smallest group. */
function isInTenths({ statements }: ToldFigures): boolean {
  return statements.some(
    ({ withoutLevel }) =>
      withoutLevel !== null && withoutLevel !== 'under-half' && withoutLevel !== 'half-or-more',
  )
}
