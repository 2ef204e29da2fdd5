import type { Block, Document } from './document.ts'

const LEFT_OUT =
  'Deze notitie kon niet in het document. Je leest hem op de pagina waar dit document vandaan komt.'

/**
 * The plainest form that is still right: no drawings (the tables have the same figures), and in the place of what a
 * person typed where it can be read. For when the document itself cannot be made.
 */
export function plainestForm(document: Document): Document {
  return {
    ...document,
    parts: document.parts.map((part) => ({ ...part, blocks: part.blocks.flatMap(plainest) })),
  }
}

function plainest(block: Block): Block[] {
  switch (block.kind) {
    case 'picture':
      return [{ kind: 'paragraph', text: [{ text: `${block.description}.` }] }]
    case 'typed':
      return [{ kind: 'typed', label: block.label, text: LEFT_OUT }]
    case 'together':
      return block.blocks.flatMap(plainest)
    default:
      return [block]
  }
}
