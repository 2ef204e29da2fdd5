import { comparableRounds } from './group.ts'
import type { Instrument } from './instrument.ts'
import { type RoleFigures, type ToldFigures, tellFigures, tellRoles } from './release-figures.ts'
import { type Contribution, decideRelease, type ToldSet } from './release-rule.ts'
import type { Answers } from './scan.ts'

/** What somebody sent in for a round: the answers are read here and nowhere else. */
export type SentAnswers = Contribution & { answers: Answers }

/** What a group is told when a round is closed; kept as it is, and never made again. */
export type Release = {
  figures: ToldFigures
  /** Null when a split by role would tell too much. */
  roles: RoleFigures[] | null
  /** What may be laid beside the release before this one; null when there is none. */
  compared: 'everything' | 'total' | null
}

/** A release, and of which contributions it tells: those are written down to judge later ones by. */
export type ToldRound = { release: Release; told: ToldSet[] }

/**
 * Decides what a group is told of a round. Null when it is told nothing: nobody and too few look the same. `before`
 * are the contributors to the last release of the group, if there was one.
 */
export function tellRound({
  instrument,
  sent,
  organiser,
  k,
  earlier,
  before,
}: {
  instrument: Instrument
  sent: readonly SentAnswers[]
  organiser: string
  k: number
  earlier: readonly ToldSet[]
  before: ReadonlySet<string> | null
}): ToldRound | null {
  const contributions = sent.map(({ version, contributor, role }) => ({ version, contributor, role }))
  const decision = decideRelease({ contributions, organiser, k, earlier })
  if (decision.kind === 'withheld') return null
  const answersOf = (set: ToldSet) => {
    const versions = new Set(set.map(({ version }) => version))
    return sent.filter(({ version }) => versions.has(version)).map(({ answers }) => answers)
  }
  const contributors = new Set(contributions.map(({ contributor }) => contributor))
  return {
    release: {
      figures: tellFigures(instrument, answersOf(decision.total), k),
      roles: decision.roles && tellRoles(instrument, rolesOf(sent), k),
      compared: before && comparableRounds(before, contributors, k),
    },
    told: [decision.total, ...(decision.roles ?? []).map((one) => one.contributions)],
  }
}

/** In order of their name, with whoever has none: nothing of the order in which people sent remains. */
function rolesOf(sent: readonly SentAnswers[]): { role: string | null; people: Answers[] }[] {
  const roles = [...new Set(sent.map(({ role }) => role))].sort((one, other) =>
    (one ?? '').localeCompare(other ?? '', 'en'),
  )
  return roles.map((role) => ({
    role,
    people: sent.filter((one) => one.role === role).map(({ answers }) => answers),
  }))
}
