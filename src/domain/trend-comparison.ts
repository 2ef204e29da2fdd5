import type { AnswerOption, Cluster, Instrument, Statement } from './instrument.ts'
import { statementsOf } from './instrument.ts'
import { keepsItsMeaning } from './meaning.ts'
import {
  answerTo,
  breakBetween,
  clustersEver,
  hasSameLevels,
  type Standing,
  standingOf,
  type TrendBreak,
  type TrendMoment,
} from './trend.ts'

/** What happened between two moments. */
export type Comparison = {
  from: TrendMoment
  to: TrendMoment
  total: LineMove
  clusters: LineMove[]
  statements: StatementMove[]
}

export type LineMove = {
  cluster: Cluster | null
  from: Standing | null
  to: Standing | null
  brokenBy: TrendBreak | null
  /** Of a score, rounded to tenths; of a checklist, in points; null when the two cannot be compared. */
  difference: number | null
}

export type StatementMove = {
  statement: Statement
  from: AnswerOption | null
  to: AnswerOption | null
  movement: Movement
  /** Levels up, or down when negative; 0 where there is no level at both ends. */
  steps: number
  /** Why it cannot be compared; null when it can. */
  reason: 'meaning' | 'new' | 'removed' | 'answers' | null
}

export type Movement =
  | 'up'
  | 'down'
  | 'same'
  | 'now-known'
  | 'now-unknown'
  | 'still-unknown'
  | 'not-comparable'

/** What moved between two moments of a trend; `from` is the earlier one. */
export function compareMoments(from: TrendMoment, to: TrendMoment): Comparison {
  const gone = statementsOf(from.instrument).filter(({ id }) => !findStatement(to.instrument, id))
  return {
    from,
    to,
    total: lineMove(from, to, null),
    clusters: clustersEver([from, to]).map((cluster) => lineMove(from, to, cluster)),
    statements: [...statementsOf(to.instrument), ...gone].map((statement) =>
      statementMove(from, to, statement),
    ),
  }
}

/** The clusters that went up and down most; null where none did. Of equals the first one counts. */
export function mostMovedClusters({ clusters }: Comparison): { up: LineMove | null; down: LineMove | null } {
  return mostMoved(clusters, (one) => one.difference ?? 0)
}

/** The same for the statements, in levels. */
export function mostMovedStatements({ statements }: Comparison): {
  up: StatementMove | null
  down: StatementMove | null
} {
  return mostMoved(statements, (one) => one.steps)
}

function lineMove(from: TrendMoment, to: TrendMoment, cluster: Cluster | null): LineMove {
  const move = {
    cluster,
    from: standingOf(from, cluster),
    to: standingOf(to, cluster),
    brokenBy: breakBetween(from, to, cluster),
  }
  const [before, after] = [move.from?.value ?? null, move.to?.value ?? null]
  const isComparable = move.brokenBy === null && before !== null && after !== null
  // Tenths, so that 3.1 - 2.8 is 0.3.
  return { ...move, difference: isComparable ? Math.round((after - before) * 10) / 10 : null }
}

function statementMove(from: TrendMoment, to: TrendMoment, statement: Statement): StatementMove {
  const [before, after] = [answerTo(from, statement.id), answerTo(to, statement.id)]
  const reason = reasonAgainst(from, to, statement)
  const [low, high] = [before?.level ?? null, after?.level ?? null]
  const steps = reason === null && low !== null && high !== null ? high - low : 0
  const movement = reason === null ? movementOf(low, high) : 'not-comparable'
  return { statement, from: before, to: after, movement, steps, reason }
}

function reasonAgainst(from: TrendMoment, to: TrendMoment, { id }: Statement): StatementMove['reason'] {
  if (!findStatement(to.instrument, id)) return 'removed'
  if (!findStatement(from.instrument, id)) return 'new'
  if (!keepsItsMeaning(id, from.instrument, to.instrument)) return 'meaning'
  return hasSameLevels(from.instrument, to.instrument) ? null : 'answers'
}

function movementOf(before: number | null, after: number | null): Movement {
  if (before === null) return after === null ? 'still-unknown' : 'now-known'
  if (after === null) return 'now-unknown'
  if (after === before) return 'same'
  return after > before ? 'up' : 'down'
}

function mostMoved<Move>(
  moves: Move[],
  sizeOf: (move: Move) => number,
): { up: Move | null; down: Move | null } {
  const bySize = [...moves].sort((one, other) => Math.abs(sizeOf(other)) - Math.abs(sizeOf(one)))
  return {
    up: bySize.find((move) => sizeOf(move) > 0) ?? null,
    down: bySize.find((move) => sizeOf(move) < 0) ?? null,
  }
}

function findStatement(instrument: Instrument, id: string): Statement | undefined {
  return statementsOf(instrument).find((statement) => statement.id === id)
}
