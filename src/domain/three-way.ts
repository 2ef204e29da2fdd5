import {
  type ContentPlace,
  type Data,
  fromParts,
  isSameData,
  ORDER,
  type Parts,
  partsBeside,
} from './content-tree.ts'

/** The same place was changed by both, each in another way. */
export type Conflict = {
  place: ContentPlace
  base: Data | undefined
  ours: Data | undefined
  theirs: Data | undefined
}

export type Merge = { merged: Data; conflicts: Conflict[] }

/**
 * Puts together what two people made of the same content. What only one of them changed is taken over. Where both did,
 * `merged` has what is ours, and `conflicts` says so. Somebody has to look at those.
 */
export function mergeThreeWays(base: Data, ours: Data, theirs: Data): Merge {
  const conflicts: Conflict[] = []
  const merged = merge([], { base, ours, theirs }, conflicts)
  if (merged === undefined) throw new Error('content cannot be merged away as a whole')
  return { merged, conflicts }
}

type Three = { base: Data | undefined; ours: Data | undefined; theirs: Data | undefined }

function merge(place: ContentPlace, three: Three, conflicts: Conflict[]): Data | undefined {
  const { base, ours, theirs } = three
  if (isSameData(ours, theirs) || isSameData(base, theirs)) return ours
  if (isSameData(base, ours)) return theirs
  const parts = partsOfThree(three)
  if (!parts) {
    conflicts.push({ place, ...three })
    return ours
  }
  const byKey = new Map<string, Data>()
  for (const key of orderOf(place, parts, conflicts)) {
    const inner = {
      base: parts.base.byKey.get(key),
      ours: parts.ours.byKey.get(key),
      theirs: parts.theirs.byKey.get(key),
    }
    const value = merge([...place, key], inner, conflicts)
    if (value !== undefined) byKey.set(key, value)
  }
  return fromParts({ kind: parts.ours.kind, byKey })
}

function partsOfThree(three: Three): { base: Parts; ours: Parts; theirs: Parts } | null {
  const all = [three.base, three.ours, three.theirs]
  const [base, ours, theirs] = all.map((one) => partsBeside(one, all))
  if (!ours || !theirs || ours.kind !== theirs.kind) return null
  // Both wrote what was not there before: then each part of it is new.
  const before = base?.kind === ours.kind ? base : { kind: ours.kind, byKey: new Map<string, Data>() }
  return { base: before, ours, theirs }
}

/** Every key that one of them has. What both have, comes in the order of who changed that order. */
function orderOf(
  place: ContentPlace,
  { base, ours, theirs }: { base: Parts; ours: Parts; theirs: Parts },
  conflicts: Conflict[],
): string[] {
  const shared = [...ours.byKey.keys()].filter((key) => base.byKey.has(key) && theirs.byKey.has(key))
  const inOrderOf = ({ byKey }: Parts) => [...byKey.keys()].filter((key) => shared.includes(key))
  const orders = { base: inOrderOf(base), ours: inOrderOf(ours), theirs: inOrderOf(theirs) }
  const isOurs = isSameData(orders.base, orders.theirs)
  if (ours.kind === 'ids' && !isOurs && !isSameData(orders.base, orders.ours)) {
    if (!isSameData(orders.ours, orders.theirs)) conflicts.push({ place: [...place, ORDER], ...orders })
  }
  const [first, second] = isOurs || !isSameData(orders.base, orders.ours) ? [ours, theirs] : [theirs, ours]
  return weave([...first.byKey.keys()], [...second.byKey.keys()])
}

/** The first list, with what only the second has behind what it follows there. */
function weave(first: string[], second: string[]): string[] {
  const woven = [...first]
  for (const [index, key] of second.entries()) {
    if (woven.includes(key)) continue
    woven.splice(woven.indexOf(second[index - 1] ?? '') + 1, 0, key)
  }
  return woven
}
