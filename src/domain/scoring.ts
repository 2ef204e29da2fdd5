import type { Band, Instrument, Statement } from './instrument.ts'
import { findAnswer, statementsOf } from './instrument.ts'
import type { Answers } from './scan.ts'

/**
 * A score over a set of statements. `value` is the mean of the levels, in tenths, or null when fewer
 * than half of the statements have a level: then there is too little to say something about.
 */
export type Score = {
  value: number | null
  band: Band | null
  /** Statements with an answer that counts as a number. */
  withLevel: number
  /** Statements answered with "unknown or not applicable". */
  unknown: number
  /** Statements without any answer. */
  open: number
  total: number
}

export type ScanScore = { total: Score; clusters: { id: string; score: Score }[] }

export function scoreScan(instrument: Instrument, answers: Answers): ScanScore {
  return {
    total: scoreStatements(instrument, statementsOf(instrument), answers),
    clusters: instrument.clusters.map((cluster) => ({
      id: cluster.id,
      score: scoreStatements(instrument, cluster.statements, answers),
    })),
  }
}

export function scoreStatements(instrument: Instrument, statements: Statement[], answers: Answers): Score {
  const given = statements.map((statement) => findAnswer(instrument, answers[statement.id]?.answer))
  const levels = given.flatMap((answer) => (answer && answer.level !== null ? [answer.level] : []))
  const sum = levels.reduce((total, level) => total + level, 0)
  const value = scoreOfSum(sum, levels.length, statements.length)
  return {
    value,
    band: value === null ? null : bandOf(instrument.bands, value),
    withLevel: levels.length,
    unknown: given.filter((answer) => answer?.level === null).length,
    open: given.filter((answer) => answer === undefined).length,
    total: statements.length,
  }
}

/** The band in which a value falls; a value on a boundary belongs to the higher band. */
export function bandOf(bands: Band[], value: number): Band {
  const ordered = [...bands].sort((one, other) => one.from - other.from)
  const found = ordered.filter((band) => band.from <= value).at(-1) ?? ordered[0]
  if (!found) throw new Error('an instrument has at least one band')
  return found
}

/** The level of an answer, or null for unknown and for none. */
export function levelOf(instrument: Instrument, answers: Answers, statement: string): number | null {
  return findAnswer(instrument, answers[statement]?.answer)?.level ?? null
}

/**
 * The score of so many levels with this sum, over so many statements; null when fewer than half have a level. Rounded
 * half up on whole sums, so that 2.25 becomes 2.3 whatever floating point makes of it.
 */
export function scoreOfSum(sum: number, withLevel: number, statements: number): number | null {
  if (withLevel === 0 || withLevel * 2 < statements) return null
  return Math.floor((sum * 20 + withLevel) / (withLevel * 2)) / 10
}
