import type { Instrument } from '#domain/instrument.ts'
import { guidesFor } from '#domain/library.ts'
import type { Part } from '#ui/documents/document.ts'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'
import type { ReportOf } from './report-of.ts'

/** The advice to talk about it, and where to read on. */
export function conversation({ house, instrument }: ReportOf): Part {
  const guides = guidesFor(house.library, instrument)
  return {
    title: 'Praat erover',
    blocks: [
      { kind: 'list', items: instrument.texts.conversation.map((text) => [{ text }]) },
      ...(guides.length > 0
        ? [
            { kind: 'heading' as const, level: 2 as const, text: 'Lees ook' },
            {
              kind: 'list' as const,
              items: guides.map(({ id, title }) => [
                { text: title, link: urls.libraryEntry.to({ entry: id }) },
              ]),
            },
          ]
        : []),
    ],
  }
}

const LINES = 22

/** A page to write on: what one takes from the result. */
export function ownNotes(instrument: Instrument): Part {
  const { more } = wordsFor(instrument)
  return {
    title: 'Jouw aantekeningen',
    isOnNewPage: true,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          { text: `Welke ${more} wil je bespreken? Met wie, en wanneer? Wat is de eerste kleine stap?` },
        ],
      },
      { kind: 'lines', count: LINES },
    ],
  }
}
