/** A place in bytes. Reading moves `at`; nothing else of it changes. */
export type Cursor = { readonly bytes: Uint8Array; at: number }

/** The character here, or `ahead` of here; '' after the end. */
export function peek({ bytes, at }: Cursor, ahead = 0): string {
  const code = bytes[at + ahead]
  return code === undefined ? '' : String.fromCharCode(code)
}

/** Blanks, and comments up to the end of their line (ISO 32000-1, 7.2.2 and 7.2.3). */
export function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const character = peek(cursor)
    if (character === '%') skipLine(cursor)
    else if (character !== '' && BLANKS.includes(character)) cursor.at += 1
    else return
  }
}

function skipLine(cursor: Cursor): void {
  while (!['', '\r', '\n'].includes(peek(cursor))) cursor.at += 1
}

/** The characters up to a blank or a delimiter. */
export function readRegular(cursor: Cursor): string {
  const start = cursor.at
  while (cursor.at < cursor.bytes.length && !(BLANKS + DELIMITERS).includes(peek(cursor))) cursor.at += 1
  return textOf(cursor.bytes.subarray(start, cursor.at))
}

/** A character for each byte. */
export const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const BLANKS = '\0\t\n\f\r '
const DELIMITERS = '()<>[]{}/%'
