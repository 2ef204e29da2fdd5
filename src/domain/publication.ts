import { type ContentFinding, checkContent } from './check-content.ts'
import { checkSuccession } from './check-succession.ts'
import {
  changesOfInstrument,
  type Declarations,
  type InstrumentChanges,
  nextVersion,
  stepOf,
  type VersionStep,
} from './content-changes.ts'
import type { Finding } from './finding.ts'
import { reporterOf } from './finding.ts'
import { type PublishedInstrument, parsePublishedInstrument } from './published-instrument.ts'

/** What somebody says of a set of changes when it is published. */
export type PublicationRequest = {
  /** In one or two sentences, for the history that everybody can read. */
  summary: string
  declared: Declarations
  /** The day, as "2026-11-24". */
  date: string
}

export const SUMMARY_LENGTH = { least: 5, most: 500 }

export type Obstacle =
  | { kind: 'nothing-changed' }
  | { kind: 'findings'; findings: ContentFinding[] }
  | { kind: 'undeclared'; statements: string[] }
  | { kind: 'summary-length' }
  /** An id of an earlier version came to stand for something else. */
  | { kind: 'succession'; problems: string[] }

export type Publication =
  | { kind: 'ready'; content: PublishedInstrument; step: VersionStep; version: string }
  | { kind: 'not-yet'; obstacles: Obstacle[] }

/**
 * The next version of an instrument, with its number and a line of history, or all that stands in the way. `versions`
 * has every version that ever was, and `current` among them.
 */
export function preparePublication(
  current: PublishedInstrument,
  versions: readonly PublishedInstrument[],
  draft: PublishedInstrument,
  { summary, declared, date }: PublicationRequest,
): Publication {
  const found = changesOfInstrument(current, draft)
  const step = stepOf(found, declared)
  if (step === 'none') return { kind: 'not-yet', obstacles: [{ kind: 'nothing-changed' }] }
  const version = nextVersion(current.structure.version, step)
  const statements = historyOf(found, declared)
  const entry = { version, date, summary: summary.trim(), statements }
  const content = {
    ...draft,
    structure: { ...draft.structure, version, history: [...current.structure.history, entry] },
  }
  const obstacles = [
    ...summaryObstacle(summary),
    ...undeclared(found, declared),
    ...findingsIn({
      ...content,
      structure: {
        ...content.structure,
        history: current.structure.history,
        version: current.structure.version,
      },
    }),
    ...successionOf(content, versions),
  ]
  if (obstacles.length > 0) return { kind: 'not-yet', obstacles }
  return { kind: 'ready', content: parsePublishedInstrument(content), step, version }
}

function historyOf(found: InstrumentChanges, declared: Declarations) {
  return [
    ...found.added.map((id) => ({ id, change: 'new' as const })),
    ...found.removed.map((id) => ({ id, change: 'removed' as const })),
    ...found.reworded.map((id) => ({ id, change: declared[id] ?? ('meaning' as const) })),
  ]
}

function summaryObstacle(summary: string): Obstacle[] {
  const { length } = summary.trim()
  return length < SUMMARY_LENGTH.least || length > SUMMARY_LENGTH.most ? [{ kind: 'summary-length' }] : []
}

function undeclared({ reworded }: InstrumentChanges, declared: Declarations): Obstacle[] {
  const statements = reworded.filter((id) => declared[id] === undefined)
  return statements.length > 0 ? [{ kind: 'undeclared', statements }] : []
}

function findingsIn(content: PublishedInstrument): Obstacle[] {
  const findings = checkContent(content)
  return findings.length > 0 ? [{ kind: 'findings', findings }] : []
}

function successionOf(content: PublishedInstrument, versions: readonly PublishedInstrument[]): Obstacle[] {
  const findings: Finding[] = []
  const file = { path: 'structure', data: content.structure, errors: [], lineOf: () => 1 }
  checkSuccession(content, [...versions], reporterOf(file, findings))
  return findings.length > 0 ? [{ kind: 'succession', problems: findings.map(({ problem }) => problem) }] : []
}
