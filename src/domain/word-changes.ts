import { diffWordsWithSpace } from 'diff'

/** A stretch of text: in both, only in the old one, or only in the new one. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** What changed in a text, word by word. All that is not added is the old text, all that is not removed the new one. */
export function wordChanges(before: string, after: string): TextPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
