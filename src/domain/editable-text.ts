import { type ContentPlace, type Data, isSameData, valueAt, withValueAt } from './content-tree.ts'

/**
 * How a text of an instrument is written: a line, a text of one paragraph, or several paragraphs. What is optional may
 * be left empty, and is then not there.
 */
export type TextKind = 'line' | 'text' | 'paragraphs' | 'optional'

/** So much a draft holds, in characters: more than may be published, so that nothing is lost while somebody shortens. */
export const DRAFT_TEXT_LENGTH = 10_000

/** The texts of an instrument by their place under a language; `*` is any id. */
const TEXTS: Record<string, TextKind> = {
  title: 'line',
  shortTitle: 'line',
  question: 'line',
  summary: 'text',
  audience: 'text',
  purpose: 'text',
  roleReason: 'text',
  origin: 'text',
  interpretation: 'paragraphs',
  conversation: 'paragraphs',
  'roles.*.label': 'line',
  'roles.*.description': 'optional',
  'organisationKinds.*.label': 'line',
  'organisationKinds.*.description': 'optional',
  'answers.*.label': 'line',
  'answers.*.meaning': 'text',
  'bands.*.label': 'line',
  'bands.*.text': 'text',
  'clusters.*.title': 'line',
  'clusters.*.about': 'text',
  'clusters.*.introduction': 'text',
  'clusters.*.strength': 'text',
  'clusters.*.growth': 'text',
  'clusters.*.unknown': 'text',
  'clusters.*.feedback.*': 'text',
  'clusters.*.groups.*.title': 'line',
  'clusters.*.groups.*.about': 'text',
  'statements.*.topic': 'line',
  'statements.*.statement': 'text',
  'statements.*.explanation': 'text',
  'statements.*.answers.*': 'text',
  'statements.*.tips.*': 'text',
}

const ANY_ID = new Set([
  'roles',
  'organisationKinds',
  'answers',
  'bands',
  'clusters',
  'statements',
  'feedback',
  'groups',
  'tips',
])

/** Which kind of text may be changed at a place of this content; null when there is none. */
export function textKindAt(content: Data, place: ContentPlace): TextKind | null {
  const [root, language, ...names] = place
  if (root !== 'texts' || language === undefined) return null
  const pattern = names.map((name, index) => (ANY_ID.has(names[index - 1] ?? '') ? '*' : name)).join('.')
  const kind = Object.hasOwn(TEXTS, pattern) ? TEXTS[pattern] : undefined
  if (!kind) return null
  const isThere = valueAt(content, kind === 'optional' ? place.slice(0, -1) : place) !== undefined
  return isThere ? kind : null
}

/** The text at a place as it stands in a field: paragraphs with an empty line between them. */
export function textAt(content: Data, place: ContentPlace): string {
  return inField(valueAt(content, place))
}

export function inField(value: Data | undefined): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('\n\n')
  return typeof value === 'string' ? value : ''
}

export type TextChange =
  | { kind: 'changed'; content: Data }
  | { kind: 'same' }
  /** Somebody else changed it since it was read; `stored` is what stands there now. */
  | { kind: 'conflict'; stored: string }
  | { kind: 'refused'; reason: 'no-such-text' | 'too-long' }

/**
 * Writes another text at a place. `was` is what stood there when it was read: when that is no longer so, nothing is
 * changed and nothing lost. A text that cannot be published yet is kept all the same: a draft may be unfinished.
 */
export function changeText(
  content: Data,
  { place, was, text }: { place: ContentPlace; was: string; text: string },
): TextChange {
  const kind = textKindAt(content, place)
  if (!kind) return { kind: 'refused', reason: 'no-such-text' }
  if (text.length > DRAFT_TEXT_LENGTH) return { kind: 'refused', reason: 'too-long' }
  const value = asValue(kind, text)
  const stored = valueAt(content, place)
  if (isSameData(stored, value)) return { kind: 'same' }
  if (inField(stored) !== was) return { kind: 'conflict', stored: inField(stored) }
  return { kind: 'changed', content: withValueAt(content, place, value) }
}

function asValue(kind: TextKind, text: string): Data | undefined {
  const trimmed = text.trim()
  if (kind === 'paragraphs') return trimmed.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  if (kind === 'optional' && trimmed === '') return undefined
  return kind === 'line' ? trimmed.replace(/\s*\n\s*/g, ' ') : trimmed
}
