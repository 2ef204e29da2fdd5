import type { Instrument } from '#domain/instrument.ts'
import type { Release } from '#domain/release.ts'
import type { Answers } from '#domain/scan.ts'

/** What a group was told of a round, with what is needed to show it. */
export type TeamResult = {
  group: { name: string; kind: 'confidential' }
  instrument: Instrument
  /** `least` is the smallest number of people, besides the organiser, that something is told of. */
  round: { number: number; closedAt: Date; least: number }
  release: Release
  /**
   * The last release before this one, with the version that was filled in then. Used as far as `release.compared`
   * allows, and no further.
   */
  before: { number: number; closedAt: Date; release: Release; instrument: Instrument } | null
  /** The viewer's own sent answers, for the viewer only; null when they sent none. */
  own: Answers | null
}

/** The same for something that goes from hand to hand: nobody's own answers can be in it. */
export type SharedResult = Omit<TeamResult, 'own'>
