import type { Instrument } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import type { Block, Part, Run } from '#ui/documents/document.ts'
import { type HighlightWords, highlightWords, openInWords } from '#words/highlight-words.ts'
import { capitalisedName } from '#words/outcome-words.ts'

/** Already firm, room to grow, and what is not known. */
export function highlights(instrument: Instrument, result: Result): Part {
  const open = openInWords(instrument, result)
  return {
    title: 'Wat opvalt',
    blocks: [
      ...highlightWords(instrument, result).map((words) => listOf(instrument, words)),
      ...(open ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: open }] }] : []),
    ],
  }
}

function listOf(instrument: Instrument, { title, items, empty, note }: HighlightWords): Block {
  const rows = items.map(({ one: { statement }, detail }): Run[] => [
    { text: statement.topic, isBold: true },
    { text: `${detail ? `: ${detail}` : ''} (${capitalisedName(instrument, statement).toLowerCase()})` },
  ])
  return {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 2, text: title },
      rows.length > 0 ? { kind: 'list', items: rows } : { kind: 'paragraph', text: [{ text: empty }] },
      ...(note ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: note }] }] : []),
    ],
  }
}
