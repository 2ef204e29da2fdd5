import type { Instrument } from '#domain/instrument.ts'
import type { Part } from '#ui/documents/document.ts'
import { answerRungs } from '#words/answer-rungs.ts'
import { wordsFor } from '#words/statement-words.ts'

/** What the answers mean, and how much a result says. */
export function howToRead(instrument: Instrument): Part {
  const { each } = wordsFor(instrument)
  return {
    title: 'Zo lees je dit rapport',
    blocks: [
      ...instrument.texts.interpretation.map((text) => ({ kind: 'paragraph' as const, text: [{ text }] })),
      {
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 2, text: 'De antwoorden' },
          { kind: 'paragraph', text: [{ text: `Bij ${each} koos je een van deze antwoorden.` }] },
          answerRungs(instrument),
        ],
      },
    ],
  }
}
