import type { InstrumentStructure, Source } from './instrument-structure.ts'
import type { InstrumentTexts } from './instrument-texts.ts'

/** An instrument in one language, ready to be shown: structure and texts put together. */
export type Instrument = {
  id: string
  version: string
  kind: InstrumentStructure['kind']
  language: string
  minutes: number
  texts: Pick<
    InstrumentTexts,
    | 'title'
    | 'shortTitle'
    | 'question'
    | 'summary'
    | 'audience'
    | 'purpose'
    | 'roleReason'
    | 'origin'
    | 'interpretation'
    | 'conversation'
  >
  answers: AnswerOption[]
  bands: Band[]
  roles: Choice[]
  organisationKinds: Choice[]
  clusters: Cluster[]
  sources: Source[]
  /** The sources on which the instrument as a whole rests. */
  basedOn: Source[]
  history: InstrumentStructure['history']
}

/** `level` is null for the answer that is not a number: unknown, or not applicable. */
export type AnswerOption = { id: string; level: number | null; label: string; meaning: string }
export type Band = { id: string; from: number; label: string; text: string }
export type Choice = { id: string; label: string; description: string | undefined }

export type Cluster = {
  id: string
  title: string
  about: string
  introduction: string
  strength: string
  growth: string
  unknown: string
  /** Feedback by the id of the band in which the cluster's score falls. */
  feedback: Record<string, string>
  statements: Statement[]
  /** The same statements under headings of their own; none when the cluster is one whole. */
  groups: StatementGroup[]
  /** The groups are phases: one comes after the other. */
  isPhased: boolean
}

export type StatementGroup = { id: string; title: string; about: string; statements: Statement[] }

export type Statement = {
  id: string
  /** Place in the whole instrument, from 1. */
  number: number
  topic: string
  statement: string
  explanation: string
  /** What each answer means for this statement, by the id of the answer. */
  answers: Record<string, string>
  tips: Tip[]
}

export type Tip = { id: string; fits: string[]; text: string; sources: Source[] }

export function statementsOf(instrument: Instrument): Statement[] {
  return instrument.clusters.flatMap((cluster) => cluster.statements)
}

/** The statements of a cluster under their headings; without groups, all of them under none. */
export function groupsOf(cluster: Cluster): { group: StatementGroup | null; statements: Statement[] }[] {
  if (cluster.groups.length === 0) return [{ group: null, statements: cluster.statements }]
  return cluster.groups.map((group) => ({ group, statements: group.statements }))
}

export function findCluster(instrument: Instrument, id: string): Cluster | undefined {
  return instrument.clusters.find((cluster) => cluster.id === id)
}

export function findAnswer(instrument: Instrument, id: string | null | undefined): AnswerOption | undefined {
  return instrument.answers.find((answer) => answer.id === id)
}

/** The answers that count as a number, from low to high. */
export function levelsOf(instrument: Instrument): (AnswerOption & { level: number })[] {
  return instrument.answers
    .flatMap((answer) => (answer.level === null ? [] : [{ ...answer, level: answer.level }]))
    .sort((one, other) => one.level - other.level)
}
