import { type Token, tokenize } from './tokenize.ts'

/**
 * Which text each character code is, from a ToUnicode map (ISO 32000-1, 9.10.3; Adobe Technical Note 5411).
 * Undefined when the map cannot be read.
 */
export function readCharacterMap(bytes: Uint8Array): Map<number, string> | undefined {
  const texts = new Map<number, string>()
  try {
    let operands: Token[] = []
    for (const token of tokenize(bytes)) {
      if (token.kind !== 'operator') operands.push(token)
      else {
        if (token.name === 'endbfchar') readCharacters(operands, texts)
        if (token.name === 'endbfrange') readRanges(operands, texts)
        operands = []
      }
    }
    return texts
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readCharacters(operands: Token[], texts: Map<number, string>): void {
  for (let index = 0; index < operands.length; index += 2) {
    const [code, text] = operands.slice(index, index + 2)
    texts.set(codeOf(code), textOf(text))
  }
}

/** From, up to and including, and either a text for each or the first text, whose last unit counts on. */
function readRanges(operands: Token[], texts: Map<number, string>): void {
  for (let index = 0; index < operands.length; index += 3) {
    const [from, to, text] = operands.slice(index, index + 3)
    const steps = codeOf(to) - codeOf(from)
    if (steps > LONGEST) throw new SyntaxError('a range is longer than a font has letters')
    for (let step = 0; step <= steps; step++) {
      const its = text?.kind === 'array' ? textOf(text.items[step]) : countOn(textOf(text), step)
      texts.set(codeOf(from) + step, its)
    }
  }
}

const LONGEST = 0xffff

function codeOf(token: Token | undefined): number {
  if (token?.kind !== 'string') throw new SyntaxError('a character code is a string')
  return token.bytes.reduce((code, byte) => code * 256 + byte, 0)
}

function textOf(token: Token | undefined): string {
  if (token?.kind !== 'string') throw new SyntaxError('the text of a character is a string')
  return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(token.bytes)
}

function countOn(text: string, step: number): string {
  const last = text.charCodeAt(text.length - 1) + step
  return text.slice(0, -1) + String.fromCharCode(last)
}
