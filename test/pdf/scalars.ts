import { type Cursor, peek, readRegular, textOf } from './cursor.ts'

/** `/Na#6De` gives "Name" (ISO 32000-1, 7.3.5). */
export function readName(cursor: Cursor): string {
  cursor.at += 1
  return readRegular(cursor).replaceAll(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

type Word = { kind: 'number'; value: number } | { kind: 'operator'; name: string }

/** What is no number is an operator (7.3.3 and 7.8.2). */
export function readWord(cursor: Cursor): Word {
  const start = cursor.at
  const word = readRegular(cursor)
  if (word === '') throw new SyntaxError(`a "${peek(cursor)}" at byte ${start} closes nothing`)
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)
    ? { kind: 'number', value: Number(word) }
    : { kind: 'operator', name: word }
}

/** A missing last digit is a zero (7.3.4.3). */
export function readHexString(cursor: Cursor): Uint8Array {
  const end = cursor.bytes.indexOf('>'.charCodeAt(0), cursor.at)
  if (end < 0) throw new SyntaxError(`the string at byte ${cursor.at} has no end`)
  const digits = textOf(cursor.bytes.subarray(cursor.at + 1, end)).replaceAll(/[\0\s]/g, '')
  if (/[^0-9a-fA-F]/.test(digits)) throw new SyntaxError(`the string at byte ${cursor.at} is not hexadecimal`)
  cursor.at = end + 1
  return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16))
}

/** Brackets in pairs belong to the string; a backslash makes the next character special (7.3.4.2). */
export function readString(cursor: Cursor): Uint8Array {
  const start = cursor.at
  const codes: number[] = []
  for (let depth = 0; cursor.at < cursor.bytes.length; ) {
    const character = peek(cursor)
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) {
      cursor.at += 1
      return Uint8Array.from(codes.slice(1))
    }
    codes.push(...(character === '\\' ? readEscape(cursor) : readPlain(cursor)))
  }
  throw new SyntaxError(`the string at byte ${start} has no end`)
}

function readPlain(cursor: Cursor): number[] {
  cursor.at += 1
  return [cursor.bytes[cursor.at - 1] ?? 0]
}

function readEscape(cursor: Cursor): number[] {
  cursor.at += 1
  const octal = /^[0-7]{1,3}/.exec(peek(cursor) + peek(cursor, 1) + peek(cursor, 2))?.[0]
  if (octal) {
    cursor.at += octal.length
    return [Number.parseInt(octal, 8) & 0xff]
  }
  const character = peek(cursor)
  cursor.at += 1
  if (character === '\r' && peek(cursor) === '\n') cursor.at += 1
  // A line end after a backslash only breaks the line in the file.
  if (character === '\r' || character === '\n' || character === '') return []
  return [(ESCAPES[character] ?? character).charCodeAt(0)]
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
