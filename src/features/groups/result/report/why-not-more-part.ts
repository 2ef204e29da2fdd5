import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { whyNotMore } from '#words/team-privacy-words.ts'

/** What may be left out, and why: the same in every report. */
export function whyNotMorePart({ round }: ToldParts): Part {
  return {
    title: 'Waarom zie ik niet meer?',
    isOnNewPage: true,
    blocks: whyNotMore(round.least).map(
      ({ question, answer }): Block => ({
        kind: 'together',
        blocks: [
          { kind: 'heading', level: 2, text: question },
          { kind: 'paragraph', text: [{ text: answer }] },
        ],
      }),
    ),
  }
}
