import type { FieldName, SearchDocument } from './search-documents.ts'

/** A word with the documents in which it occurs (by their place in the list) and its weight in each. */
export type IndexedWord = { word: string; documents: number[]; weights: number[] }

/** How much a word counts where it stands. */
const FIELD_WEIGHTS: Record<FieldName, number> = {
  title: 4,
  summary: 2,
  details: 2,
  text: 1,
  result: 1,
  lesson: 1,
  explanation: 1,
  tips: 0.7,
}

const MOST_TERMS = 12
const LONGEST_WORD = 60

/** The words of a text as they are compared: small letters, without accents, letters and digits only. */
export function searchWords(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter(({ length }) => length > 1 && length <= LONGEST_WORD)
}

/** What somebody asks for: each word once, no more than twelve. */
export function searchTerms(query: string): string[] {
  return [...new Set(searchWords(query))].slice(0, MOST_TERMS)
}

/**
 * All words with their places. A word weighs more in a title than in a text, more when it returns (but ever
 * less so), and less in a long text: the idea of BM25 (Robertson and Zaragoza, 2009).
 */
export function indexDocuments(documents: SearchDocument[]): IndexedWord[] {
  const words = new Map<string, IndexedWord>()
  for (const [number, document] of documents.entries()) {
    for (const [word, weight] of weightsIn(document)) {
      const known = words.get(word) ?? { word, documents: [], weights: [] }
      known.documents.push(number)
      known.weights.push(Math.round(weight * 1000) / 1000)
      words.set(word, known)
    }
  }
  return [...words.values()]
}

function weightsIn(document: SearchDocument): Map<string, number> {
  const total = new Map<string, number>()
  for (const { where, text } of document.fields) {
    const words = searchWords(text)
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const slack = 0.4 + words.length / 80
    for (const [word, count] of counts) {
      const weight = (FIELD_WEIGHTS[where] * count) / (count + slack)
      total.set(word, (total.get(word) ?? 0) + weight)
    }
  }
  return total
}
