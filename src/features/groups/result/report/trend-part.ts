import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { teamTrendWords } from '#words/team-trend-words.ts'

/** This round beside the one before, as far as that may be told; nothing when there is none. */
export function trendPart({ instrument, trend, before, round }: ToldParts): Part[] {
  if (!trend || !before) return []
  const { lead, note, table, moved } = teamTrendWords(instrument, trend, { before, now: round })
  return [
    {
      title: 'Wat veranderde er?',
      blocks: [
        { kind: 'paragraph', look: 'lead', text: [{ text: lead }] },
        ...(note ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: note }] }] : []),
        { kind: 'table', ...table },
        ...moved.flatMap(({ title, items, empty }): Block[] => [
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
