import fc from 'fast-check'

/** Any text, and often with what is hard to write: white space, markup, what XML forbids, and other directions. */
export function anyText(): fc.Arbitrary<string> {
  const hard = fc.constantFrom(
    ...[
      ' ',
      '  ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\v',
      '\f',
      '\u{85}',
      '\u{2028}',
      '\u{a0}',
      '\0',
      '\u{1}',
      '\u{1f}',
    ],
    ...['\u{fffe}', '\u{ffff}', '\u{d800}', '\u{dc00}', '😀', 'ש', 'ع', '\u{202e}', '\u{2067}', '\u{feff}'],
    ...['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '&amp;', '&#0;', '</text:p>', '=1+1', 'a', 'é'],
  )
  const any = fc.string({ unit: 'binary', maxLength: 6 })
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: hard }, any), { maxLength: 14 })
    .map((parts) => parts.join(''))
}

/** What of it can be seen in a document: whatever ends a line as one line end, and nothing that XML cannot hold. */
export function asRead(text: string): string {
  return [...text.replace(/\r\n|\r|\v|\f|\u{85}|\u{2028}|\u{2029}/gu, '\n')].filter(canBeWritten).join('')
}

/** XML 1.0, 2.2: Char. */
function canBeWritten(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
}
