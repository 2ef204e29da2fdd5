import { type Cursor, peek, skipBlanks } from './cursor.ts'
import { readHexString, readName, readString, readWord } from './scalars.ts'

/** A token of a content stream or of a character map (ISO 32000-1, 7.2, 7.3 and 7.8.2). */
export type Token =
  | { kind: 'number'; value: number }
  /** Without its slash. */
  | { kind: 'name'; value: string }
  | { kind: 'string'; bytes: Uint8Array }
  | { kind: 'array'; items: Token[] }
  | { kind: 'dictionary'; entries: Map<string, Token> }
  /** Also `true`, `false` and `null`, which only stand among operands. */
  | { kind: 'operator'; name: string }

/** @throws {SyntaxError} where the bytes are no tokens */
export function tokenize(bytes: Uint8Array): Token[] {
  const cursor: Cursor = { bytes, at: 0 }
  const tokens: Token[] = []
  for (let token = readToken(cursor); token; token = readToken(cursor)) {
    // An image in the stream itself (8.9.7): its dictionary stays as operands, its bytes are no tokens.
    if (token.kind === 'operator' && token.name === 'ID') skipImageBytes(cursor)
    else tokens.push(token)
  }
  return tokens
}

/** Undefined at the end. */
function readToken(cursor: Cursor): Token | undefined {
  skipBlanks(cursor)
  switch (peek(cursor)) {
    case '':
      return undefined
    case '(':
      return { kind: 'string', bytes: readString(cursor) }
    case '/':
      return { kind: 'name', value: readName(cursor) }
    case '[':
      cursor.at += 1
      return { kind: 'array', items: readUntil(cursor, ']') }
    case '<':
      if (peek(cursor, 1) !== '<') return { kind: 'string', bytes: readHexString(cursor) }
      cursor.at += 2
      return { kind: 'dictionary', entries: inPairs(readUntil(cursor, '>>')) }
    default:
      return readWord(cursor)
  }
}

function readUntil(cursor: Cursor, end: ']' | '>>'): Token[] {
  const items: Token[] = []
  for (;;) {
    skipBlanks(cursor)
    if (peek(cursor) + (end === '>>' ? peek(cursor, 1) : '') === end) {
      cursor.at += end.length
      return items
    }
    const item = readToken(cursor)
    if (!item) throw new SyntaxError(`no "${end}" before the end`)
    items.push(item)
  }
}

function inPairs(items: Token[]): Map<string, Token> {
  const entries = new Map<string, Token>()
  for (let index = 0; index < items.length; index += 2) {
    const [key, value] = items.slice(index, index + 2)
    if (key?.kind !== 'name' || !value) throw new SyntaxError('a dictionary has a value without a name')
    entries.set(key.value, value)
  }
  return entries
}

/** The bytes can hold the letters EI by chance: they end the image only where blanks stand around them. */
function skipImageBytes(cursor: Cursor): void {
  const isBlankAt = (at: number) => /^\s?$/.test(peek({ ...cursor, at }))
  for (let at = cursor.at + 1; at < cursor.bytes.length; at++) {
    const word = peek({ ...cursor, at }) + peek({ ...cursor, at: at + 1 })
    if (word === 'EI' && isBlankAt(at - 1) && isBlankAt(at + 2)) {
      cursor.at = at
      return
    }
  }
  throw new SyntaxError('an image in the stream has no end')
}
