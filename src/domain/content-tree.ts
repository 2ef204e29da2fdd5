/** Data as a file of content has it. */
export type Data = string | number | boolean | null | Data[] | { [key: string]: Data | undefined }

/**
 * Where something stands in content: by names and ids, never by number, so that it stays the same place when something
 * comes before it. `['sources', 'kis', 'title']`; a list of things with an id has its order at `ORDER`.
 */
export type ContentPlace = readonly string[]

export const ORDER = '#order'

/** What is different at a place; undefined where there was nothing, or is nothing any more. */
export type Change = { place: ContentPlace; before: Data | undefined; after: Data | undefined }

/** The parts of an object or of a list of things with ids, in order; null for what is taken as a whole. */
export type Parts = { kind: 'names' | 'ids'; byKey: Map<string, Data> }

export function partsOf(data: Data | undefined): Parts | null {
  if (Array.isArray(data)) {
    const ids = data.map(idOf)
    const known = ids.filter((id) => id !== null)
    if (known.length < data.length || new Set(known).size < data.length || data.length === 0) return null
    return { kind: 'ids', byKey: new Map(known.map((id, index) => [id, data[index] ?? null])) }
  }
  if (typeof data !== 'object' || data === null) return null
  const entries = Object.entries(data).filter((entry): entry is [string, Data] => entry[1] !== undefined)
  return { kind: 'names', byKey: new Map(entries) }
}

/** The same, where an empty list is one of things with ids when that is what stands beside it. */
export function partsBeside(data: Data | undefined, others: readonly (Data | undefined)[]): Parts | null {
  const isEmpty = Array.isArray(data) && data.length === 0
  const isBesideIds = isEmpty && others.some((other) => partsOf(other)?.kind === 'ids')
  return isBesideIds ? emptyList() : partsOf(data)
}

/** The reverse of `partsOf`. A thing in a list has its id in itself. */
export function fromParts({ kind, byKey }: Parts): Data {
  return kind === 'ids' ? [...byKey.values()] : Object.fromEntries(byKey)
}

/** What stands at a place; undefined when nothing does. */
export function valueAt(data: Data | undefined, place: ContentPlace): Data | undefined {
  const [key, ...rest] = place
  if (key === undefined) return data
  const parts = partsOf(data)
  if (key === ORDER && parts?.kind === 'ids') return [...parts.byKey.keys()]
  return valueAt(parts?.byKey.get(key), rest)
}

/**
 * The content with another value at a place; undefined takes it away. What leads to the place must be there: this
 * throws when it is not. A new thing comes at the end of its list.
 */
export function withValueAt(data: Data, place: ContentPlace, value: Data | undefined): Data {
  const [key, ...rest] = place
  if (key === undefined) throw new Error('a place has at least one name')
  const parts = Array.isArray(data) && data.length === 0 ? emptyList() : partsOf(data)
  if (!parts) throw new Error(`nothing can stand at "${key}" in this`)
  const byKey = new Map(parts.byKey)
  if (rest.length > 0) {
    const inner = byKey.get(key)
    if (inner === undefined) throw new Error(`there is no "${key}" here`)
    byKey.set(key, withValueAt(inner, rest, value))
  } else if (value === undefined) byKey.delete(key)
  else byKey.set(key, value)
  return fromParts({ kind: parts.kind, byKey })
}

/** Everything that is different, in the order of what is new. Something added or gone is one change. */
export function changesBetween(before: Data, after: Data): Change[] {
  return walk([], before, after)
}

export function isSameData(one: Data | undefined, other: Data | undefined): boolean {
  return one === other || canonical(one) === canonical(other)
}

export function samePlace(one: ContentPlace, other: ContentPlace): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}

function walk(place: ContentPlace, before: Data | undefined, after: Data | undefined): Change[] {
  // The order of names means nothing, that of a list does.
  if (isSameData(before, after)) return []
  const [old, fresh] = [partsBeside(before, [after]), partsBeside(after, [before])]
  if (!old || !fresh || old.kind !== fresh.kind) return [{ place, before, after }]
  const keys = [...new Set([...fresh.byKey.keys(), ...old.byKey.keys()])]
  const found = keys.flatMap((key) => walk([...place, key], old.byKey.get(key), fresh.byKey.get(key)))
  return old.kind === 'ids' ? [...orderChange(place, old, fresh), ...found] : found
}

function orderChange(place: ContentPlace, old: Parts, fresh: Parts): Change[] {
  const before = [...old.byKey.keys()].filter((id) => fresh.byKey.has(id))
  const after = [...fresh.byKey.keys()].filter((id) => old.byKey.has(id))
  return isSameData(before, after) ? [] : [{ place: [...place, ORDER], before, after }]
}

function emptyList(): Parts {
  return { kind: 'ids', byKey: new Map() }
}

function idOf(data: Data): string | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  return typeof data.id === 'string' ? data.id : null
}

function canonical(value: Data | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
