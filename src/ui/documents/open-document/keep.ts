import { keptName, styleName } from './style-names.ts'
import type { Xml } from './xml.ts'
import { element } from './xml.ts'

/**
 * What may be parted by the end of a page: paragraphs freely, none of a block from one another, or none of them even
 * from what follows the block.
 */
export type Keep = 'free' | 'inside' | 'with-next'

export type ParagraphOf = { style: string; content: Xml }

/** Paragraphs in their styles, kept together as asked. */
export function paragraphs(all: ParagraphOf[], keep: Keep): Xml[] {
  return all.map(({ style, content }, index) =>
    paragraph(style, content, staysWithNext(keep, index === all.length - 1)),
  )
}

export function paragraph(style: string, content: Xml, isKept = false): Xml {
  return element('text:p', { 'text:style-name': isKept ? keptName(style) : styleName(style) }, content)
}

/** How each of several blocks is kept, when together they have to be kept as asked. */
export function keepOf(keep: Keep, isLast: boolean): Keep {
  return isLast && keep !== 'with-next' ? 'inside' : 'with-next'
}

export function staysWithNext(keep: Keep, isLast: boolean): boolean {
  return keep === 'with-next' || (keep === 'inside' && !isLast)
}
