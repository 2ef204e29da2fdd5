import type { Drawings } from './drawings.ts'
import { keptName, styleName, variant } from './style-names.ts'
import { element, type Xml } from './xml.ts'

/** The style of a text with the drawing kept at `path` beside it. */
export function markStyle(path: string): string {
  return `Trede ${path.replace(/^.*-|\.svg$/g, '')}`
}

/** A drawing behind the room that a paragraph leaves at its left: seen, and never read aloud (ODF 1.3 part 3, 17.3). */
export function markStyles({ marks }: Drawings): Xml[] {
  return [...marks.values()].flatMap((path) => {
    const drawing = background(path)
    const style = markStyle(path)
    return [
      variant(styleName(style), 'Trede', {}, drawing),
      variant(keptName(style), 'Trede', { 'fo:keep-with-next': 'always' }, drawing),
    ]
  })
}

/** At its own size, once, at the top left. */
export function background(path: string): Xml {
  return element('style:background-image', {
    'xlink:href': path,
    'xlink:type': 'simple',
    'xlink:actuate': 'onLoad',
    'style:position': 'top left',
    'style:repeat': 'no-repeat',
  })
}
