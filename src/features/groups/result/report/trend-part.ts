import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { type TeamTrendWords, teamTrendWords } from '#words/team-trend-words.ts'

/** This round beside the one before, as far as that may be told; nothing when there is none. */
export function trendPart(told: ToldParts): Part[] {
  const words = wordsOf(told)
  if (!words) return []
  return [
    {
      title: 'Wat veranderde er?',
      blocks: [
        ...summary(words),
        ...words.moved.flatMap(({ title, items, empty }): Block[] => [
          { kind: 'heading', level: 2, text: title },
          items.length > 0
            ? {
                kind: 'list',
                items: items.map(({ topic, detail }) => [
                  { text: topic, isBold: true },
                  { text: `: ${detail}` },
                ]),
              }
            : { kind: 'paragraph', text: [{ text: empty }] },
        ]),
      ],
    },
  ]
}

/** The same in short, without the statements. */
export function trendBeside(told: ToldParts): Block[] {
  const words = wordsOf(told)
  return words ? summary(words) : []
}

function wordsOf({ instrument, trend, before, round }: ToldParts): TeamTrendWords | null {
  return trend && before ? teamTrendWords(instrument, trend, { before, now: round }) : null
}

function summary({ lead, notes, table }: TeamTrendWords): Block[] {
  return [
    { kind: 'paragraph', look: 'lead', text: [{ text: lead }] },
    ...notes.map((note): Block => ({ kind: 'paragraph', look: 'muted', text: [{ text: note }] })),
    { kind: 'table', ...table },
  ]
}
