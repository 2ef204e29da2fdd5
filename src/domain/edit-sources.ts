import { isSameData, withValueAt } from './content-tree.ts'
import { changed, type Edit } from './edit-tips.ts'
import type { Source } from './instrument-structure.ts'
import type { PublishedInstrument } from './published-instrument.ts'

export type SourceEdit = Edit | { kind: 'refused'; reason: 'no-such-source' | 'still-used' }

/** An id out of a title: its words in small letters, as many as fit; with a number behind it when it was used. */
export function sourceIdFor(title: string, everUsed: ReadonlySet<string>): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const name = (words ?? ['bron']).join('-').slice(0, 60).replace(/-$/, '')
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`
    if (!everUsed.has(id)) return id
  }
}

/** A source that tips can name from now on. */
export function addSource(content: PublishedInstrument, source: Source): Edit {
  return changed(withValueAt(content, ['structure', 'sources', source.id], { ...source }))
}

/** `was` is how it was when it was read. */
export function changeSource(
  content: PublishedInstrument,
  { was, source }: { was: Source; source: Source },
): SourceEdit {
  const stored = content.structure.sources.find(({ id }) => id === source.id)
  if (!stored) return { kind: 'refused', reason: 'no-such-source' }
  if (isSameData(stored, source)) return { kind: 'same' }
  if (!isSameData(stored, was)) return { kind: 'refused', reason: 'changed-meanwhile' }
  return changed(withValueAt(content, ['structure', 'sources', source.id], { ...source }))
}

/** Only what no tip names any more, and on which the instrument does not rest. */
export function removeSource(content: PublishedInstrument, id: string): SourceEdit {
  if (!content.structure.sources.some((one) => one.id === id))
    return { kind: 'refused', reason: 'no-such-source' }
  if (usesOf(content, id).length > 0 || content.structure.basedOn.includes(id)) {
    return { kind: 'refused', reason: 'still-used' }
  }
  return changed(withValueAt(content, ['structure', 'sources', id], undefined))
}

/** The statements with a tip that names this source. */
export function usesOf(
  { structure }: PublishedInstrument,
  source: string,
): { statement: string; tip: string }[] {
  return structure.clusters.flatMap(({ statements }) =>
    statements.flatMap(({ id, tips }) =>
      tips.filter(({ sources }) => sources.includes(source)).map((tip) => ({ statement: id, tip: tip.id })),
    ),
  )
}
