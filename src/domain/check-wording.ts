import type { Place, Report } from './finding.ts'
import { readabilityOf, sentencesOf } from './readability.ts'

const SENTENCE_LIMIT = 25
const MARKUP = /<\/?[a-z!][^>]*>|&(#\d+|[a-z]+);/i
/** Other people's words: nobody here can make them shorter. */
const QUOTED = ['link', 'title']

/** Reports every text with markup in it, and every sentence that is too long, however deep it lies. */
export function checkWording(value: unknown, place: Place, report: Report): void {
  if (typeof value === 'string') {
    if (MARKUP.test(value)) report(place, `${place.join('.')} has HTML in it`, 'write plain text')
    for (const sentence of sentencesOf(value)) {
      const { longestSentence } = readabilityOf(sentence)
      if (longestSentence > SENTENCE_LIMIT) {
        report(place, `a sentence of ${longestSentence} words: "${sentence.slice(0, 60)}…"`, 'cut it in two')
      }
    }
  } else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) checkWording(inner, [...place, index], report)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!QUOTED.includes(key)) checkWording(inner, [...place, key], report)
    }
  }
}
