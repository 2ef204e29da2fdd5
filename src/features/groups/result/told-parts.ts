import type { Instrument } from '#domain/instrument.ts'
import type { RoleFigures } from '#domain/release-figures.ts'
import { readTeam, type TeamReading } from '#domain/team-reading.ts'
import { compareReleases, type TeamTrend } from '#domain/team-trend.ts'
import type { SharedResult } from './team-result.ts'

/** A group's result with what can be read from it: what a page, a report and a sheet are made from. */
export type ToldParts = SharedResult & {
  reading: TeamReading
  /** In the order of the instrument, so that no role comes first for what it said; empty when none is told. */
  roles: RoleFigures[]
  trend: TeamTrend | null
}

/** Only what may go from hand to hand is taken over: nobody's own answers come along. */
export function toldParts({ group, instrument, round, release, before }: SharedResult): ToldParts {
  return {
    group,
    instrument,
    round,
    release,
    before,
    reading: readTeam(instrument, release.figures),
    roles: inOrder(instrument, release.roles ?? []),
    trend: compareReleases({ now: instrument, before: before?.instrument }, before?.release ?? null, release),
  }
}

function inOrder({ roles: known }: Instrument, roles: readonly RoleFigures[]): RoleFigures[] {
  const placeOf = ({ role }: RoleFigures) => known.findIndex(({ id }) => id === role)
  return [...roles].sort((one, other) => placeOf(one) - placeOf(other))
}
