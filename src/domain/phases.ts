import type { AnswerOption, Cluster, Instrument, StatementGroup } from './instrument.ts'
import { findAnswer, levelsOf } from './instrument.ts'
import type { Answers } from './scan.ts'

/**
 * done: every statement of it stands at the top; busy: something has been begun; ahead: nothing has been begun;
 * unknown: fewer than half of its statements have an answer that says where they stand.
 */
export type PhaseState = 'done' | 'busy' | 'ahead' | 'unknown'

export type PhaseReading = {
  group: StatementGroup
  state: PhaseState
  /** Statements that stand, of all of them. */
  inPlace: number
  total: number
}

export type PhasesReading = {
  phases: PhaseReading[]
  /** The first phase that is not done; null when all are. */
  current: PhaseReading | null
  /** The first phase after the current one in which something has been begun already. */
  runsAhead: PhaseReading | null
}

/** Reads a phased cluster as a way through its phases; null when the cluster has no phases. */
export function readPhases(instrument: Instrument, cluster: Cluster, answers: Answers): PhasesReading | null {
  if (!cluster.isPhased) return null
  const scale = levelsOf(instrument)
  const [lowest, highest] = [scale.at(0)?.level ?? 0, scale.at(-1)?.level ?? 0]
  const phases = cluster.groups.map((group): PhaseReading => {
    const levels = group.statements
      .map(({ id }) => findAnswer(instrument, answers[id]?.answer))
      .flatMap((answer: AnswerOption | undefined) => answer?.level ?? [])
    return {
      group,
      state: stateOf(levels, group.statements.length, lowest, highest),
      inPlace: levels.filter((level) => level === highest).length,
      total: group.statements.length,
    }
  })
  const current = phases.find(({ state }) => state !== 'done') ?? null
  const later = current ? phases.slice(phases.indexOf(current) + 1) : []
  const runsAhead = later.find(({ state }) => state === 'busy' || state === 'done') ?? null
  return { phases, current, runsAhead }
}

function stateOf(levels: number[], total: number, lowest: number, highest: number): PhaseState {
  if (levels.length * 2 < total || levels.length === 0) return 'unknown'
  // What nobody knows may well be missing: a phase is done only when all of it is known to stand.
  if (levels.length === total && levels.every((level) => level === highest)) return 'done'
  return levels.some((level) => level > lowest) ? 'busy' : 'ahead'
}
