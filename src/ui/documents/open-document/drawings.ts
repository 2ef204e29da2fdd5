import type { Block, Document } from '#ui/documents/document.ts'
import { drawMark } from './marks.ts'

/**
 * Where each drawing is kept in the package, by the drawing itself: one that stands in the text twice is kept once.
 * Pictures are for reading; marks only repeat the word beside them.
 */
export type Drawings = { pictures: ReadonlyMap<string, string>; marks: ReadonlyMap<string, string> }

export function collectDrawings(document: Document): Drawings {
  const blocks = everyBlock(document)
  return {
    pictures: numbered('afbeelding', blocks.flatMap(picturesOf)),
    marks: numbered('trede', blocks.flatMap(marksOf)),
  }
}

/** Every block in its order, with those that are kept together one by one. */
export function everyBlock({ parts }: Document): Block[] {
  return parts.flatMap((part) => part.blocks.flatMap(unfolded))
}

function unfolded(block: Block): Block[] {
  return block.kind === 'together' ? block.blocks.flatMap(unfolded) : [block]
}

function picturesOf(block: Block): string[] {
  return block.kind === 'picture' ? [block.svg] : []
}

function marksOf(block: Block): string[] {
  if (block.kind === 'rung') return [drawMark(block.mark, block.isNext)]
  return block.kind === 'rungs' ? block.rungs.map(({ mark }) => drawMark(mark)) : []
}

function numbered(name: string, drawings: string[]): Map<string, string> {
  return new Map([...new Set(drawings)].map((svg, index) => [svg, `Pictures/${name}-${index + 1}.svg`]))
}
