declare const written: unique symbol

/** A piece of XML. Only this file makes one, so that no text can get in without being escaped. */
export type Xml = string & { readonly [written]: true }

/** What is undefined is left out. */
export type Attributes = Record<string, string | number | undefined>

export function element(name: string, attributes: Attributes, ...children: Xml[]): Xml {
  const start = Object.entries(attributes).reduce(
    (tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${escaped(String(value))}"`),
    `<${name}`,
  )
  const content = children.join('')
  // The brand says only that this is XML: the names are ours, the values and children are escaped.
  return (content === '' ? `${start}/>` : `${start}>${content}</${name}>`) as Xml
}

/** Text as it is, for elements in which white space counts as it stands: not for paragraphs. */
export function characters(text: string): Xml {
  return escaped(text) as Xml
}

export function joined(pieces: Xml[]): Xml {
  return pieces.join('') as Xml
}

export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

/** Without what XML 1.0 has no way to write (2.2, Char): control characters, lone surrogates, U+FFFE and U+FFFF. */
export function writable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes these one space in an attribute, and one line end in a text, unless they are written so.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function escaped(text: string): string {
  return writable(text).replace(/[&<>"\t\n\r]/g, (sign) => ENTITIES[sign] ?? sign)
}
