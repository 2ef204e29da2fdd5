import type { Instrument } from '#domain/instrument.ts'
import type { Result, StatementResult } from '#domain/result.ts'
import { counted } from './dutch.ts'
import { wordsFor } from './statement-words.ts'

/** A short list of what stands out. `empty` is said when nothing does, `note` under the list. */
export type HighlightWords = {
  title: string
  items: { one: StatementResult; detail: string; isMarked: boolean }[]
  empty: string
  note: string | null
}

/** Already firm, room to grow, and what is not known: a result of its own. */
export function highlightWords(instrument: Instrument, result: Result): HighlightWords[] {
  const { strongest, roomToGrow, unknown } = result
  const words = wordsFor(instrument)
  const withAnswer = (one: StatementResult) => ({
    one,
    detail: one.answer?.label.toLowerCase() ?? '',
    isMarked: false,
  })
  return [
    {
      title: 'Dit staat al stevig',
      items: strongest.map(withAnswer),
      empty: words.nothingFirm,
      note: null,
    },
    {
      title: 'Hier is ruimte om te groeien',
      items: roomToGrow.map((one) => ({ ...withAnswer(one), isMarked: one.standsOut === 'lower' })),
      empty: words.allFirm,
      note: null,
    },
    {
      title: 'Dit weet je nog niet',
      items: unknown.map((one) => ({ one, detail: '', isMarked: false })),
      empty: 'Je wist overal een antwoord op.',
      note:
        unknown.length > 0
          ? `Ook dit is een uitkomst. Bij ${words.each} staat wie je het kunt vragen.`
          : null,
    },
  ]
}

/** "3 stellingen hebben nog geen antwoord."; null when all have one. */
export function openInWords(instrument: Instrument, { open }: Result): string | null {
  if (open.length === 0) return null
  const { one, more } = wordsFor(instrument)
  return `${counted(open.length, `${one} heeft`, `${more} hebben`)} nog geen antwoord.`
}
