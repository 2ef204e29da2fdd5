/** How easy a Dutch text reads. */
export type Readability = {
  /** Flesch-Douma: 0 (very hard) to 100 and over (very easy); 60 and more is plain Dutch. */
  ease: number
  wordsPerSentence: number
  longestSentence: number
}

/**
 * Flesch's formula with the weights for Dutch: 206.84 − 0.93 × words per sentence − 77 × syllables per
 * word. Source: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960).
 */
export function readabilityOf(text: string): Readability {
  const sentences = sentencesOf(text)
  const lengths = sentences.map((sentence) => wordsOf(sentence).length)
  const words = wordsOf(text)
  if (words.length === 0 || sentences.length === 0)
    return { ease: 100, wordsPerSentence: 0, longestSentence: 0 }
  const wordsPerSentence = words.length / sentences.length
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return {
    ease: 206.84 - 0.93 * wordsPerSentence - 77 * (syllables / words.length),
    wordsPerSentence,
    longestSentence: Math.max(...lengths),
  }
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:])[”’")\]]*\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []
}

const VOWEL_GROUPS = /aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouy]/g

/** Every vowel group is a syllable; in Dutch a diaeresis begins a new one ("financiële" has five). */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[ëïöüä]/g, '-e')
  return Math.max(1, plain.normalize('NFKD').replace(/\p{M}/gu, '').match(VOWEL_GROUPS)?.length ?? 0)
}
