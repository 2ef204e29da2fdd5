import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Part } from '#ui/documents/document.ts'
import { wordsFor } from '#words/statement-words.ts'

const LINES = 22

/** The advice to talk about it. */
export function talk({ instrument }: ToldParts): Part {
  return {
    title: 'Praat erover',
    blocks: [{ kind: 'list', items: instrument.texts.conversation.map((text) => [{ text }]) }],
  }
}

/** A page to write on while one does. */
export function notesOfTheTalk({ instrument }: ToldParts): Part {
  const { more } = wordsFor(instrument)
  const questions = `Welke ${more} bespraken jullie? Wat spraken jullie af: wie doet wat, en wanneer? Wat is de eerste kleine stap?`
  return {
    title: 'Aantekeningen van het gesprek',
    isOnNewPage: true,
    blocks: [
      { kind: 'paragraph', text: [{ text: questions }] },
      { kind: 'lines', count: LINES },
    ],
  }
}
