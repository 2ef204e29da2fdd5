/** Breaks a text into lines of at most `length` characters: between words, and within one that is longer. */
export function wrapWords(text: string, length: number): string[] {
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => cutWord(word, length))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && [...last].length + 1 + [...word].length <= length) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

function cutWord(word: string, length: number): string[] {
  const letters = [...word]
  if (letters.length <= length) return [word]
  return [`${letters.slice(0, length - 1).join('')}-`, ...cutWord(letters.slice(length - 1).join(''), length)]
}
