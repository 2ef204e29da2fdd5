import { type Data, isSameData, valueAt, withValueAt } from './content-tree.ts'
import type { InstrumentStructure } from './instrument-structure.ts'
import type { PublishedInstrument } from './published-instrument.ts'

type StoredTip = InstrumentStructure['clusters'][number]['statements'][number]['tips'][number]

/** For which answers a tip is, and which sources stand under it. */
export type TipSettings = Pick<StoredTip, 'fits' | 'sources'>

export type Edit =
  | { kind: 'changed'; content: PublishedInstrument }
  | { kind: 'same' }
  | { kind: 'refused'; reason: EditRefusal }

export type EditRefusal =
  | 'changed-meanwhile'
  | 'no-such-tip'
  | 'no-such-answer'
  | 'no-such-source'
  | 'no-answer-chosen'
  | 'last-tip'

/** Where a tip stands, or null. */
export function findTip(
  { structure }: PublishedInstrument,
  id: string,
): { cluster: string; statement: string; tip: StoredTip } | null {
  for (const cluster of structure.clusters) {
    for (const statement of cluster.statements) {
      const tip = statement.tips.find((one) => one.id === id)
      if (tip) return { cluster: cluster.id, statement: statement.id, tip }
    }
  }
  return null
}

/**
 * The id for a new tip of a statement: the number after the highest that any version or draft ever had. An id is
 * never used again for something else, also not when what had it is gone.
 */
export function nextTipId(statement: string, everUsed: Iterable<string>): string {
  const numbers = [...everUsed].flatMap((id) => {
    const found = new RegExp(`^${statement}-t(\\d+)$`).exec(id)
    return found ? [Number(found[1])] : []
  })
  return `${statement}-t${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Every id of a tip in these versions. */
export function tipIdsIn(versions: readonly PublishedInstrument[]): string[] {
  return versions.flatMap(({ structure }) =>
    structure.clusters.flatMap(({ statements }) =>
      statements.flatMap(({ tips }) => tips.map(({ id }) => id)),
    ),
  )
}

/** A new tip at the end of a statement, still to be written, for the answers that the tip before it is for. */
export function addTip(content: PublishedInstrument, statementId: string, id: string): Edit {
  const cluster = content.structure.clusters.find(({ statements }) =>
    statements.some((one) => one.id === statementId),
  )
  const statement = cluster?.statements.find((one) => one.id === statementId)
  if (!cluster || !statement) return { kind: 'refused', reason: 'no-such-tip' }
  const fits = statement.tips.at(-1)?.fits ?? content.structure.answers.map((answer) => answer.id)
  const place = ['structure', 'clusters', cluster.id, 'statements', statementId, 'tips', id]
  const texts = Object.keys(content.texts).map((language) => [
    'texts',
    language,
    'statements',
    statementId,
    'tips',
    id,
  ])
  const withTip = withValueAt(content, place, { id, fits, sources: [] })
  return changed(texts.reduce((data, at) => withValueAt(data, at, ''), withTip))
}

/** Takes a tip away, with its texts. A statement keeps at least one. */
export function removeTip(content: PublishedInstrument, id: string): Edit {
  const found = findTip(content, id)
  if (!found) return { kind: 'refused', reason: 'no-such-tip' }
  const { cluster, statement } = found
  const list = ['structure', 'clusters', cluster, 'statements', statement, 'tips']
  const tips = valueAt(content, list)
  if (Array.isArray(tips) && tips.length === 1) return { kind: 'refused', reason: 'last-tip' }
  const texts = Object.keys(content.texts).map((language) => [
    'texts',
    language,
    'statements',
    statement,
    'tips',
    id,
  ])
  const without = withValueAt(content, [...list, id], undefined)
  return changed(texts.reduce((data, at) => withValueAt(data, at, undefined), without))
}

/** `was` is how it was when it was read: changed by somebody else meanwhile, it is refused. */
export function changeTip(
  content: PublishedInstrument,
  id: string,
  { was, settings }: { was: TipSettings; settings: TipSettings },
): Edit {
  const found = findTip(content, id)
  if (!found) return { kind: 'refused', reason: 'no-such-tip' }
  const { cluster, statement, tip } = found
  const answers = content.structure.answers.map((answer) => answer.id)
  const sources = content.structure.sources.map((source) => source.id)
  const wanted = { fits: answers.filter((one) => settings.fits.includes(one)), sources: settings.sources }
  if (settings.fits.some((one) => !answers.includes(one)))
    return { kind: 'refused', reason: 'no-such-answer' }
  if (settings.sources.some((one) => !sources.includes(one)))
    return { kind: 'refused', reason: 'no-such-source' }
  if (wanted.fits.length === 0) return { kind: 'refused', reason: 'no-answer-chosen' }
  const stored = { fits: answers.filter((one) => tip.fits.includes(one)), sources: tip.sources }
  if (isSameData(stored, wanted)) return { kind: 'same' }
  if (!isSameData(stored, { ...was, fits: answers.filter((one) => was.fits.includes(one)) })) {
    return { kind: 'refused', reason: 'changed-meanwhile' }
  }
  const place = ['structure', 'clusters', cluster, 'statements', statement, 'tips', id]
  return changed(withValueAt(content, place, { id, ...wanted }))
}

/** What was an instrument and had one thing changed in it, is one. */
export function changed(content: Data): Edit {
  return { kind: 'changed', content: content as PublishedInstrument }
}
