import { DETAILED_FROM } from './release-figures.ts'
import { FEWEST } from './release-rule.ts'

/** What can be chosen, and how many of it by one person. */
export type Ballot = {
  options: readonly string[]
  most: number
  /** With few people these are counted together: of five levels each would get too few votes to be told. */
  together?: readonly (readonly string[])[]
  /** What counts is which comes first: the counts are told in the order of preference. */
  isRanking?: boolean
}

/** How many people chose one of these options: exactly, or near an end of the scale only roughly. */
export type ToldCount = { options: string[]; least: number; most: number }

/**
 * What a room is told of a vote. Nothing: nobody and too few look the same. Order: what most people chose comes first,
 * and chance decides between equals. Counts: in the order of the ballot, or of preference when that is asked.
 */
export type VoteOutcome =
  | { kind: 'nothing' }
  | { kind: 'order'; options: string[] }
  | { kind: 'counts'; voters: number; counts: ToldCount[] }

/**
 * Near an end of the scale as many votes as this are taken together. With one, whoever voted against all others would
 * know what each of them chose.
 */
const MARGIN = 2

/** With fewer, what is taken together at one end would meet what is taken together at the other. */
const FEWEST_COUNTED = 2 * MARGIN + 1

/** What somebody chose as it may be kept; null when the ballot does not allow it. Nothing chosen is a choice too. */
export function readChoices(ballot: Ballot, chosen: readonly string[]): string[] | null {
  const isAllowed =
    chosen.length <= ballot.most &&
    new Set(chosen).size === chosen.length &&
    chosen.every((option) => ballot.options.includes(option))
  return isAllowed ? ballot.options.filter((option) => chosen.includes(option)) : null
}

/**
 * Decides what is told of a vote: counts from `k` people on, from FEWEST on only the order of preference. Whether
 * something is told depends on how many voted, never on what. `shuffle` puts options in an order of chance, which
 * decides between those with as many votes. Throws when `k` has no sense: nothing is told then.
 */
export function tellVote(
  { options, together, isRanking = false }: Ballot,
  votes: readonly (readonly string[])[],
  { k, shuffle }: { k: number; shuffle: (options: string[]) => string[] },
): VoteOutcome {
  if (!Number.isInteger(k) || k < FEWEST) throw new Error(`a smallest group of ${k} has no sense`)
  const voters = votes.length
  if (voters < FEWEST) return { kind: 'nothing' }
  const countOf = (some: readonly string[]) =>
    votes.filter((vote) => some.some((option) => vote.includes(option))).length
  const order = shuffle([...options]).sort((one, other) => countOf([other]) - countOf([one]))
  if (voters < Math.max(k, FEWEST_COUNTED)) return { kind: 'order', options: order }
  const each = (isRanking ? order : options).map((option) => [option])
  const lots = voters < DETAILED_FROM && together ? together : each
  return {
    kind: 'counts',
    voters,
    counts: lots.map((lot) => ({ options: [...lot], ...roughly(countOf(lot), voters) })),
  }
}

function roughly(count: number, voters: number): { least: number; most: number } {
  if (count <= MARGIN) return { least: 0, most: MARGIN }
  if (count >= voters - MARGIN) return { least: voters - MARGIN, most: voters }
  return { least: count, most: count }
}
