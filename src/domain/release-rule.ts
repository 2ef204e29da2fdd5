/**
 * One answered scan as it would be told of to others: which version of whose answers, and in which role. A person has
 * one of them in a set.
 */
export type Contribution = { version: string; contributor: string; role: string | null }

/** Contributions of which figures are told together. */
export type ToldSet = readonly Contribution[]

export type ReleaseDecision =
  /** Nobody and too few look the same: there is no reason in it. */
  | { kind: 'withheld' }
  /** `roles` is null when a split by role would tell too much. */
  | { kind: 'released'; total: ToldSet; roles: RoleSet[] | null }

export type RoleSet = { role: string; contributions: ToldSet }

/** However a host sets it, fewer than this is never enough. */
export const FEWEST = 4

/**
 * Decides what may be told of the contributions to a round, when it is closed. `earlier` are the sets that were told
 * before and that share a version with these, or share one with such a set: the decision does not change when more
 * of them are given. It knows who took part and never what they answered.
 *
 * Throws when `k` is not a whole number of at least FEWEST, or when somebody contributes twice: nothing is told then.
 */
export function decideRelease({
  contributions,
  organiser,
  k,
  earlier,
}: {
  contributions: ToldSet
  /** Does not count towards `k`: an organiser can subtract the own answers. */
  organiser: string
  k: number
  earlier: readonly ToldSet[]
}): ReleaseDecision {
  requireSense(contributions, k)
  const others = contributions.filter(({ contributor }) => contributor !== organiser)
  if (others.length < k) return { kind: 'withheld' }
  if (!keepsEverybodyHidden(earlier, [contributions], k)) return { kind: 'withheld' }
  return { kind: 'released', total: contributions, roles: splitByRole(contributions, k, earlier) }
}

/**
 * Whether nobody can be singled out once these sets are told too, by whatever adding and subtracting: contributions
 * that are in exactly the same sets are told apart from all others, and there are at least `k` people behind each
 * such lot. A lot that the added sets leave whole was judged when it was told, by the `k` of then.
 */
export function keepsEverybodyHidden(
  earlier: readonly ToldSet[],
  added: readonly ToldSet[],
  k: number,
): boolean {
  const before = lotsOf(earlier)
  return [...lotsOf([...earlier, ...added])].every(
    ([signature, people]) => people.size >= k || before.get(signature)?.size === people.size,
  )
}

/** The people behind the contributions that are in exactly the same sets, by those sets. */
function lotsOf(sets: readonly ToldSet[]): Map<string, Set<string>> {
  const signatures = new Map<string, string>()
  const contributors = new Map<string, string>()
  for (const [index, set] of sets.entries()) {
    for (const { version, contributor } of set) {
      signatures.set(version, `${signatures.get(version) ?? ''}${index},`)
      contributors.set(version, contributor)
    }
  }
  const lots = new Map<string, Set<string>>()
  for (const [version, signature] of signatures) {
    const lot = lots.get(signature) ?? new Set()
    lots.set(signature, lot.add(contributors.get(version) ?? version))
  }
  return lots
}

/** All or nothing: whoever has no role is a role of its own, or could be found by subtracting the others. */
function splitByRole(contributions: ToldSet, k: number, earlier: readonly ToldSet[]): RoleSet[] | null {
  const byRole = new Map<string | null, Contribution[]>()
  for (const one of contributions) byRole.set(one.role, [...(byRole.get(one.role) ?? []), one])
  const sets = [...byRole.values()]
  const isHidden = keepsEverybodyHidden(earlier, [contributions, ...sets], k)
  if (sets.length < 2 || !isHidden) return null
  return [...byRole].flatMap(([role, set]) => (role === null ? [] : [{ role, contributions: set }]))
}

function requireSense(contributions: ToldSet, k: number): void {
  if (!Number.isInteger(k) || k < FEWEST) throw new Error(`k has to be ${FEWEST} or more, and is ${k}`)
  const people = new Set(contributions.map(({ contributor }) => contributor))
  if (people.size !== contributions.length) throw new Error('somebody contributes twice')
}
