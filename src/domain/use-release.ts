import { type PeopleBand, peopleBand } from './people-band.ts'

/** Of fewer people than this nothing is told, whatever the house allows: the number of the comparison with everybody. */
export const USE_PEOPLE = 10

/** How far somebody came with a scan. */
export type PersonInUse = {
  /** What a person is counted by; two scans of one person have the same. */
  contributor: string
  /** Empty when they named none, or have no account. */
  organisation: string
  startedAt: Date
  changedAt: Date
  finishedAt: Date | null
  /** The last part of the instrument with an answer; null when there is none. */
  reached: string | null
}

/** What administrators are told of one version of an instrument in one quarter. */
export type UseRelease = {
  begun: PeopleBand
  /** Null where it is not told. */
  finished: PeopleBand | null
  /** From beginning to end, pauses included, in steps of five minutes; null where it is not told. */
  minutes: number | null
  /** Where people stopped, by the id of the part, in the order of the instrument; only where that may be told. */
  stopped: { part: string; people: PeopleBand }[]
}

const MINUTE = 60_000
const STEP = 5
const FINISHED = '#finished'

/**
 * What may be told of these people, or null when that is nothing. A person counts once, with the scan that came
 * furthest. `k` is the smallest group of the house: no part is told when those that are not told are fewer than that, so
 * that nobody stands out by being left over. `parts` are those of the instrument, in order.
 */
export function releaseUse(
  scans: readonly PersonInUse[],
  parts: readonly string[],
  k: number,
): UseRelease | null {
  const people = furthestOfEach(scans)
  const least = Math.max(USE_PEOPLE, k)
  const begun = peopleBand(people.length, least)
  if (!begun || isOfOneOrganisation(people)) return null
  const groups = new Map<string, PersonInUse[]>()
  for (const person of people) {
    const place = person.finishedAt ? FINISHED : person.reached
    if (place !== null) groups.set(place, [...(groups.get(place) ?? []), person])
  }
  const told = mayBeTold(new Map([...groups].map(([place, own]) => [place, own.length])), {
    total: people.length,
    least,
    k,
  })
  const bandOf = (place: string) =>
    told.has(place) ? peopleBand(groups.get(place)?.length ?? 0, least) : null
  const finished = bandOf(FINISHED)
  return {
    begun,
    finished,
    minutes: finished ? medianMinutes(groups.get(FINISHED) ?? []) : null,
    stopped: parts.flatMap((part) => {
      const band = bandOf(part)
      return band ? [{ part, people: band }] : []
    }),
  }
}

/** The groups that may be told, so that whoever is left over is nobody, or at least `k` together. */
export function mayBeTold(
  sizes: ReadonlyMap<string, number>,
  { total, least, k }: { total: number; least: number; k: number },
): Set<string> {
  const bySize = [...sizes].filter(([, size]) => size >= least).sort((one, other) => other[1] - one[1])
  const leftOver = () => total - bySize.reduce((sum, [, size]) => sum + size, 0)
  while (bySize.length > 0 && leftOver() > 0 && leftOver() < k) bySize.pop()
  return new Set(bySize.map(([place]) => place))
}

function furthestOfEach(scans: readonly PersonInUse[]): PersonInUse[] {
  const people = new Map<string, PersonInUse>()
  for (const scan of scans) {
    const known = people.get(scan.contributor)
    if (!known || comesFurther(scan, known)) people.set(scan.contributor, scan)
  }
  return [...people.values()]
}

function comesFurther(one: PersonInUse, other: PersonInUse): boolean {
  if ((one.finishedAt === null) !== (other.finishedAt === null)) return one.finishedAt !== null
  return one.changedAt > other.changedAt
}

/** Of people who say where they work, more than half of everybody works at one place. */
function isOfOneOrganisation(people: readonly PersonInUse[]): boolean {
  const counts = new Map<string, number>()
  for (const { organisation } of people) {
    const name = organisation.trim().toLowerCase()
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count > people.length / 2)
}

function medianMinutes(people: readonly PersonInUse[]): number {
  const lengths = people
    .map(({ startedAt, finishedAt }) => ((finishedAt ?? startedAt).getTime() - startedAt.getTime()) / MINUTE)
    .sort((one, other) => one - other)
  const middle = lengths.length / 2
  const median = ((lengths[Math.ceil(middle) - 1] ?? 0) + (lengths[Math.floor(middle)] ?? 0)) / 2
  return Math.max(STEP, Math.round(median / STEP) * STEP)
}
