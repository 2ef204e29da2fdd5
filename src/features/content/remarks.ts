import { adviseReading, type ContentFinding } from '#domain/check-content.ts'
import { type ContentPlace, samePlace } from '#domain/content-tree.ts'
import { textAt } from '#domain/editable-text.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { HARD_TO_READ, problemInWords } from '#words/problem-words.ts'

/** What is to be said about the text at a place: what stands in the way of publishing, and how it reads. */
export function remarksAt(
  content: PublishedInstrument,
  findings: readonly ContentFinding[],
  place: ContentPlace,
): string[] {
  const own = findings.filter((one) => samePlace(one.place, place)).map(problemInWords)
  const advice = adviseReading(textAt(content, place)) ? [HARD_TO_READ] : []
  return [...new Set([...own, ...advice])]
}

/** What stands in the way and is not about one text: a source that no tip names, an answer without a tip. */
export function remarksOnStructure(
  findings: readonly ContentFinding[],
  under: ContentPlace,
): ContentFinding[] {
  return findings.filter(
    ({ place }) => place[0] === 'structure' && under.every((name, at) => place[at] === name),
  )
}
