import type { Instrument, Statement } from './instrument.ts'
import { levelsOf, statementsOf } from './instrument.ts'
import type { Answers } from './scan.ts'
import { levelOf, scoreStatements } from './scoring.ts'

/** How many people have a score, and the sum of their scores in whole tenths. */
export type ScoreSum = { people: number; tenths: number }

/** What figures about people together are made of: only sums, so that it is as large for five people as for a million. */
export type PeopleCounts = {
  people: number
  total: ScoreSum
  clusters: { cluster: string; sum: ScoreSum }[]
  /** How many people gave each level, from low to high; whoever gave none is in none of them. */
  statements: { statement: string; levels: { level: number; count: number }[] }[]
}

export function countPeople(instrument: Instrument, people: readonly Answers[]): PeopleCounts {
  const sumOf = (statements: Statement[]): ScoreSum => {
    const scores = people.flatMap((answers) => scoreStatements(instrument, statements, answers).value ?? [])
    return {
      people: scores.length,
      tenths: scores.reduce((sum, score) => sum + Math.round(score * 10), 0),
    }
  }
  return {
    people: people.length,
    total: sumOf(statementsOf(instrument)),
    clusters: instrument.clusters.map(({ id, statements }) => ({ cluster: id, sum: sumOf(statements) })),
    statements: statementsOf(instrument).map(({ id }) => ({
      statement: id,
      levels: levelsOf(instrument).map(({ level }) => ({
        level,
        count: people.filter((answers) => levelOf(instrument, answers, id) === level).length,
      })),
    })),
  }
}

/** Of nobody. */
export function noCounts(instrument: Instrument): PeopleCounts {
  return countPeople(instrument, [])
}

/** Of several lots of different people together; all of the same instrument. */
export function addCounts(instrument: Instrument, lots: readonly PeopleCounts[]): PeopleCounts {
  return lots.reduce(addTwo, noCounts(instrument))
}

function addTwo(one: PeopleCounts, other: PeopleCounts): PeopleCounts {
  return {
    people: one.people + other.people,
    total: addSums(one.total, other.total),
    clusters: one.clusters.map(({ cluster, sum }, index) => ({
      cluster,
      sum: addSums(sum, other.clusters[index]?.sum),
    })),
    statements: one.statements.map(({ statement, levels }, index) => ({
      statement,
      levels: levels.map(({ level, count }, at) => ({
        level,
        count: count + (other.statements[index]?.levels[at]?.count ?? 0),
      })),
    })),
  }
}

function addSums(one: ScoreSum, other: ScoreSum = { people: 0, tenths: 0 }): ScoreSum {
  return { people: one.people + other.people, tenths: one.tenths + other.tenths }
}
