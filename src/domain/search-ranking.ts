/** A word of the index that answers to a word somebody asked for. */
export type WordMatch = {
  /** The place of the word that was asked for. */
  term: number
  word: string
  /** 1 for the same word, less for a part of a compound, a likely typing error or another form. */
  quality: number
  documents: number[]
  weights: number[]
}

export type RankedDocument = { document: number; score: number; words: string[] }

/**
 * The documents in which the words occur, best first. Per word that was asked for only its best match in a
 * document counts; rare words count more than common ones; who answers to more of the words goes first.
 */
export function rankDocuments(matches: WordMatch[], documentCount: number): RankedDocument[] {
  const terms = new Map<number, WordMatch[]>()
  for (const match of matches) terms.set(match.term, [...(terms.get(match.term) ?? []), match])

  const ranked = new Map<number, RankedDocument & { found: number }>()
  for (const own of terms.values()) {
    const best = bestPerDocument(own)
    const rarity = Math.log(1 + documentCount / best.size)
    for (const [document, { score, words }] of best) {
      const known = ranked.get(document) ?? { document, score: 0, words: [], found: 0 }
      known.score += score * rarity
      known.found += 1
      known.words.push(...words)
      ranked.set(document, known)
    }
  }
  return [...ranked.values()]
    .map(({ document, score, words, found }) => ({
      document,
      score: score * (found / terms.size) ** 2,
      words: [...new Set(words)],
    }))
    .sort((one, other) => other.score - one.score || one.document - other.document)
}

function bestPerDocument(matches: WordMatch[]): Map<number, { score: number; words: string[] }> {
  const best = new Map<number, { score: number; words: string[] }>()
  for (const { word, quality, documents, weights } of matches) {
    for (const [index, document] of documents.entries()) {
      const score = quality * (weights[index] ?? 0)
      const known = best.get(document)
      if (!known) best.set(document, { score, words: [word] })
      else {
        known.words.push(word)
        known.score = Math.max(known.score, score)
      }
    }
  }
  return best
}
