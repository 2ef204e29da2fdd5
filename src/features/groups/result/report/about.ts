import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Part } from '#ui/documents/document.ts'
import { aboutInstrument } from '#words/instrument-words.ts'
import { versionInWords } from '#words/verdict-words.ts'

/** What was measured and with what, so that somebody can still tell in five years. */
export function about({ instrument }: ToldParts): Part {
  return {
    title: 'Over deze QuickScan',
    blocks: [
      ...aboutInstrument(instrument),
      { kind: 'heading', level: 2, text: 'Versie' },
      { kind: 'paragraph', text: [{ text: versionInWords(instrument) }] },
    ],
  }
}
