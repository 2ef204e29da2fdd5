import { diffWordsWithSpace } from 'diff'

/** A stretch of text: in both, only in the old one, or only in the new one. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** With less than this part of the words in common, two texts are read one after the other. */
const ALIKE = 0.4

/**
 * What changed in a text, word by word. All that is not added is the old text, all that is not removed the new one. Of
 * two texts that have little in common the old one comes first, as a whole.
 */
export function wordChanges(before: string, after: string): TextPart[] {
  const parts = diffWordsWithSpace(before, after).map(
    ({ value, added, removed }): TextPart => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  )
  const shared = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
  const isAlike = shared >= ALIKE * Math.max(before.length, after.length)
  if (isAlike || before === '' || after === '') return parts
  return [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ]
}
