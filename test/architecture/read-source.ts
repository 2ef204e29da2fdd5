import { parseAst } from 'vitest/node'

export type Import = { address: string; isTypeOnly: boolean }

/** What the law asks of a file: what it leans on, the names and texts in it, and where it is impure. */
export type Source = { path: string; imports: Import[]; words: string[]; impurities: string[] }

type Node = { type: string } & Record<string, unknown>

const IMPORTING = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]
/** Names by which the clock, chance and the machine come in. */
const IMPURE_NAMES = [
  ...['process', 'globalThis', 'fetch', 'performance', 'setTimeout', 'setInterval', 'setImmediate'],
  ...['randomBytes', 'randomUUID', 'randomInt', 'getRandomValues', 'webcrypto'],
]
const IMPURE_CALLS = ['Date.now', 'Math.random']

/** Reads one file with a real parser: a word in a comment or a text is not an import. */
export function readSource(path: string, text: string): Source {
  const nodes = nodesOf(parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }))
  return {
    path,
    imports: nodes.flatMap(importOf),
    words: nodes.flatMap(wordsOf),
    impurities: [...new Set(nodes.flatMap(impurityOf))],
  }
}

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(nodesOf)
  return isNode(value) ? [value, ...below] : below
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function importOf(node: Node): Import[] {
  if (!IMPORTING.includes(node.type) || !isNode(node.source)) return []
  const { value } = node.source
  const address = typeof value === 'string' ? value : '(computed)'
  return [{ address, isTypeOnly: isTypeOnly(node) }]
}

function isTypeOnly(node: Node): boolean {
  const isType = ({ importKind, exportKind }: Node) => importKind === 'type' || exportKind === 'type'
  if (node.type === 'TSImportType' || isType(node)) return true
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : []
  return specifiers.length > 0 && specifiers.every(isType)
}

function wordsOf(node: Node): string[] {
  if (node.type === 'Literal' || node.type === 'JSXText') return textIn(node.value)
  if (node.type === 'TemplateElement') return Object.values(Object(node.value)).flatMap(textIn).slice(0, 1)
  return node.type === 'Identifier' ? textIn(node.name) : []
}

function textIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}

function impurityOf(node: Node): string[] {
  const name = nameOf(node)
  if (node.type === 'Identifier') return IMPURE_NAMES.includes(name) ? [name] : []
  if (node.type === 'MemberExpression') return IMPURE_CALLS.includes(name) ? [name] : []
  const isDate = nameOf(node.callee) === 'Date'
  const isNow = node.type === 'NewExpression' ? size(node.arguments) === 0 : node.type === 'CallExpression'
  return isDate && isNow ? ['new Date()'] : []
}

function size(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'Identifier' || value.type === 'Literal')
    return textIn(value.name ?? value.value).join('')
  return value.type === 'MemberExpression' ? `${nameOf(value.object)}.${nameOf(value.property)}` : ''
}
