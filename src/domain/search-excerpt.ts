import type { FieldName, SearchField } from './search-documents.ts'
import { searchWords } from './search-index.ts'

/** A piece of text, in pieces that were found and pieces between them. */
export type Excerpt = { where: FieldName; pieces: { text: string; isFound: boolean }[] }

const LONGEST = 220

/**
 * The sentence that shows best why something was found, with the words in it marked; null when the words
 * stand in the title alone, which is shown anyway.
 */
export function excerptOf(fields: SearchField[], words: string[]): Excerpt | null {
  const wanted = new Set(words)
  let best: { where: FieldName; sentence: string; score: number } | null = null
  for (const { where, text } of fields) {
    if (where === 'title') continue
    for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
      const score = new Set(searchWords(sentence).filter((word) => wanted.has(word))).size
      if (score > (best?.score ?? 0)) best = { where, sentence: sentence.trim(), score }
    }
  }
  return best && { where: best.where, pieces: markWords(shorten(best.sentence, wanted), wanted) }
}

/** The text in pieces: words that are wanted, and what stands between them. */
export function markWords(text: string, wanted: Set<string>): Excerpt['pieces'] {
  const pieces: Excerpt['pieces'] = []
  for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    if (piece === '') continue
    const isFound = searchWords(piece).some((word) => wanted.has(word))
    const last = pieces.at(-1)
    if (last && last.isFound === isFound) last.text += piece
    else pieces.push({ text: piece, isFound })
  }
  return pieces
}

/** A long sentence around the first word that was found. */
function shorten(sentence: string, wanted: Set<string>): string {
  if (sentence.length <= LONGEST) return sentence
  const words = sentence.split(/(?<=\s)/)
  const first = words.findIndex((word) => searchWords(word).some((one) => wanted.has(one)))
  const start = Math.max(first - 8, 0)
  let text = ''
  for (const word of words.slice(start)) {
    if (text.length + word.length > LONGEST) return `${start > 0 ? '… ' : ''}${text.trimEnd()} …`
    text += word
  }
  return `${start > 0 ? '… ' : ''}${text}`
}
