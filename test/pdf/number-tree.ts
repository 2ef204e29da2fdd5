import { PDFDict, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import { itemsAt } from './objects.ts'

/** The values of a number tree by their numbers, with references followed (ISO 32000-1, 7.9.7). */
export function readNumberTree(tree: PDFDict): Map<number, PDFObject> {
  const values = new Map<number, PDFObject>()
  const seen = new Set<PDFDict>()
  const nodes = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const lookup = (object: PDFObject | undefined) => tree.context.lookup(object)
    const pairs = itemsAt(node, 'Nums').map(lookup)
    for (let index = 0; index < pairs.length; index += 2) {
      const [key, value] = pairs.slice(index, index + 2)
      if (key instanceof PDFNumber && value) values.set(key.asNumber(), value)
    }
    nodes.push(
      ...itemsAt(node, 'Kids')
        .map(lookup)
        .filter((kid) => kid instanceof PDFDict),
    )
  }
  return values
}
