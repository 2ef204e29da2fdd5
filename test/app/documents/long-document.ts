import type { Documents } from '#platform/documents.ts'
import type { Document } from '#ui/documents/document.ts'

/** Gives the typesetter a document of some two seconds, or a shorter one, and resolves when it is there. */
export async function keepBusy(documents: Documents, title: string, paragraphs = 16_000): Promise<void> {
  const document = longDocument(title, paragraphs)
  const state = await documents.make({ content: document, plainest: () => document, isKept: false }, 60_000)
  if (state.kind !== 'made') throw new Error(`the long document is ${state.kind}`)
}

export function longDocument(title: string, paragraphs: number): Document {
  return {
    title,
    kicker: 'Een proef',
    lead: [],
    colophon: [],
    author: 'QuickScan',
    language: 'nl',
    day: { year: 2026, month: 11, day: 23 },
    parts: [
      {
        title,
        blocks: Array.from({ length: paragraphs }, (_, index) => ({
          kind: 'paragraph',
          text: [{ text: `Zin ${index} van een lang verhaal over ${title}, dat over de bladzijden loopt.` }],
        })),
      },
    ],
  }
}
