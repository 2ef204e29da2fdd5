import type { Part } from '#ui/documents/document.ts'
import { aboutInstrument } from '#words/instrument-words.ts'
import { versionInWords } from '#words/verdict-words.ts'
import type { ReportOf } from './report-of.ts'

/** What was measured and with what, so that somebody can still tell in five years. */
export function passport({ instrument, house }: ReportOf): Part {
  return {
    title: 'Over deze QuickScan',
    blocks: [
      ...aboutInstrument(instrument),
      { kind: 'heading', level: 2, text: 'Versie' },
      { kind: 'paragraph', text: [{ text: versionInWords(instrument) }] },
      {
        kind: 'paragraph',
        look: 'muted',
        text: [
          { text: `Dit document is gemaakt met QuickScan ${house.running.version}, gratis en open source.` },
        ],
      },
    ],
  }
}
