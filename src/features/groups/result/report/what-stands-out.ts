import type { Instrument } from '#domain/instrument.ts'
import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part, Run } from '#ui/documents/document.ts'
import { capitalisedName } from '#words/outcome-words.ts'
import { levelWords, type TeamHighlightWords, togetherWords } from '#words/team-highlight-words.ts'

/** What to talk about: agreed, different, not known; then what is firm and what is not. */
export function whatStandsOut({ instrument, reading }: ToldParts): Part {
  const lists = [...togetherWords(instrument, reading), ...levelWords(instrument, reading)]
  return { title: 'Wat opvalt', blocks: lists.flatMap((words) => listOf(instrument, words)) }
}

function listOf(instrument: Instrument, { title, items, empty, note }: TeamHighlightWords): Block[] {
  const rows = items.map(({ one: { statement }, detail }): Run[] => [
    { text: statement.topic, isBold: true },
    { text: `: ${detail} (${capitalisedName(instrument, statement).toLowerCase()})` },
  ])
  return [
    { kind: 'heading', level: 2, text: title },
    rows.length > 0 ? { kind: 'list', items: rows } : { kind: 'paragraph', text: [{ text: empty }] },
    ...(note ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: note }] }] : []),
  ]
}
