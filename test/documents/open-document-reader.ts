/** An element as it was read. White space in `text` stands as it does in the file. */
export type Node = { name: string; attributes: Record<string, string>; children: (Node | string)[] }

/**
 * Reads XML strictly: every tag closed in its turn, every attribute quoted and there once, every sign written as XML
 * 1.0 allows. Knows only what our documents use: no comments, no document type, no sections of characters.
 * @throws SyntaxError saying what is wrong.
 */
export function readXml(file: string): Node {
  const [declaration = ''] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(file) ?? []
  refuse(declaration === '', 'it has no declaration')
  refuse(FORBIDDEN.test(file), 'it has a character that XML forbids')
  const root: Node = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [piece] of file.slice(declaration.length).matchAll(/<[^>]*>|[^<]+/g)) readPiece(piece, open)
  refuse(open.length > 1, `<${open.at(-1)?.name}> is not closed`)
  const [only, ...more] = root.children
  if (only === undefined || typeof only === 'string' || more.length > 0)
    throw new SyntaxError('it has not one root')
  return only
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const NAME = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?'
const START = new RegExp(`^<(${NAME})((?: ${NAME}="[^"<]*")*)(/?)>$`)

function readPiece(piece: string, open: Node[]): void {
  const parent = open.at(-1)
  if (!parent) throw new SyntaxError('something is closed twice')
  if (!piece.startsWith('<')) {
    parent.children.push(unescaped(piece))
    return
  }
  if (piece.startsWith('</')) {
    refuse(`</${parent.name}>` !== piece, `${piece} closes <${parent.name}>`)
    open.pop()
    return
  }
  const start = START.exec(piece)
  if (!start) throw new SyntaxError(`${piece} is no tag`)
  const node: Node = { name: start[1] ?? '', attributes: readAttributes(start[2] ?? ''), children: [] }
  parent.children.push(node)
  if (start[3] === '') open.push(node)
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([^=]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  )
  refuse(new Set(found.map(([name]) => name)).size < found.length, `an attribute stands twice in ${text}`)
  return Object.fromEntries(found)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  refuse(text.includes('\r'), 'a carriage return would be read as a line end')
  return text.replace(/&([^;]*;?)/g, (_, rest: string) => {
    const [, entity = '', code = ''] = /^(?:([a-z]+)|#(\d+));$/.exec(rest) ?? []
    const sign = code ? String.fromCodePoint(Number(code)) : ENTITIES[entity]
    if (sign === undefined) throw new SyntaxError(`&${rest} is no sign`)
    return sign
  })
}

function refuse(isWrong: boolean, problem: string): void {
  if (isWrong) throw new SyntaxError(problem)
}

/** Every element with this name, from the first to the last. */
export function findAll(node: Node, name: string): Node[] {
  return everyNode(node).filter((one) => one.name === name)
}

export function everyNode(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : everyNode(child)))]
}

/** A paragraph as it is seen: white space in a row is one space, and only its own elements are more (ODF 1.3 part 3, 6.1.2). */
export function visibleText(paragraph: Node): string {
  return rawText(paragraph)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[\u{fffe}\u{ffff}\u{d800}]/gu, (sign) => STANDS_FOR[sign] ?? sign)
}

// Held apart until the other white space is gone, as signs that no XML has.
const HELD = { space: '\u{fffe}', tab: '\u{ffff}', line: '\u{d800}' }
const STANDS_FOR: Record<string, string> = { [HELD.space]: ' ', [HELD.tab]: '\t', [HELD.line]: '\n' }

function rawText(node: Node): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'text:s') return HELD.space.repeat(Number(child.attributes['text:c'] ?? '1'))
      if (child.name === 'text:tab') return HELD.tab
      return child.name === 'text:line-break' ? HELD.line : rawText(child)
    })
    .join('')
}
