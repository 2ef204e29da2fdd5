import type { Instrument } from './instrument.ts'
import type { Release } from './release.ts'
import type { ToldFigures, ToldMean } from './release-figures.ts'
import { placeOf } from './team-reading.ts'

/** What was told before and now; `movement` is null where one of the two was not told. */
export type ToldMove = { from: ToldMean; to: ToldMean; movement: 'up' | 'down' | 'same' | null }

/** What of two releases of a group may be laid beside each other. */
export type TeamTrend = {
  /** `total`: a few people changed, and only the figures of all together are compared. */
  extent: 'everything' | 'total'
  total: ToldMove
  /** By id; empty when only the total is compared. */
  clusters: Map<string, ToldMove>
  statements: Map<string, ToldMove>
}

/**
 * Null when the release says that there is nothing to lay beside it. Both are of one version of the instrument: where
 * that changed in between, give null for `before`.
 */
export function compareReleases(
  instrument: Instrument,
  before: Release | null,
  after: Release,
): TeamTrend | null {
  if (!before || after.compared === null) return null
  const [then, now] = [before.figures, after.figures]
  const step = stepOf(then, now)
  const move = (from: ToldMean | undefined, to: ToldMean) => moveOf(instrument, from, to, step)
  const total = move(then.total, now.total)
  if (after.compared === 'total')
    return { extent: 'total', total, clusters: new Map(), statements: new Map() }
  return {
    extent: 'everything',
    total,
    clusters: new Map(
      now.clusters.map(({ cluster, mean }) => [
        cluster,
        move(then.clusters.find((one) => one.cluster === cluster)?.mean, mean),
      ]),
    ),
    statements: new Map(
      now.statements.map(({ statement, mean }) => [
        statement,
        move(then.statements.find((one) => one.statement === statement)?.mean, mean),
      ]),
    ),
  }
}

function moveOf(
  instrument: Instrument,
  from: ToldMean = { kind: 'none' },
  to: ToldMean,
  step: number,
): ToldMove {
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
