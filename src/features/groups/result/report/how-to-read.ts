import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Part } from '#ui/documents/document.ts'
import { answerRungs } from '#words/answer-rungs.ts'
import { wordsFor } from '#words/statement-words.ts'
import { HOW_TO_READ } from '#words/team-privacy-words.ts'

/** What the figures are and what the answers mean. */
export function howToRead({ instrument }: ToldParts): Part {
  const { each } = wordsFor(instrument)
  return {
    title: 'Zo lees je dit rapport',
    blocks: [
      ...HOW_TO_READ.map((text) => ({ kind: 'paragraph' as const, text: [{ text }] })),
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 2, text: 'De antwoorden' },
          { kind: 'paragraph', text: [{ text: `Bij ${each} koos iedereen een van deze antwoorden.` }] },
          answerRungs(instrument),
        ],
      },
    ],
  }
}
