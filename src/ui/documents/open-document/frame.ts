import type { Block } from '#ui/documents/document.ts'
import { type Keep, paragraph, paragraphs } from './keep.ts'
import { PAGE, TYPEFACE } from './look.ts'
import { inline } from './runs.ts'
import { characters, element, type Xml } from './xml.ts'

type PictureBlock = Extract<Block, { kind: 'picture' }>

/** Higher than this, a picture and its caption do not fit on one page; in centimetres. */
const HIGHEST = 22

/** A picture as wide as the text, with what is read aloud in its place, and its caption below it (ODF 1.3 part 3, 10.4.2). */
export function showFrame({ svg, description, caption }: PictureBlock, path: string, keep: Keep): Xml[] {
  const { width, height } = sizeOnPaper(svg)
  const frame = element(
    'draw:frame',
    {
      'draw:style-name': 'Kader',
      'draw:name': path.replace(/^.*\/|\.svg$/g, ''),
      'text:anchor-type': 'as-char',
      'svg:width': `${width.toFixed(3)}cm`,
      'svg:height': `${height.toFixed(3)}cm`,
    },
    element('draw:image', {
      'xlink:href': path,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    }),
    element('svg:title', {}, characters(caption)),
    element('svg:desc', {}, characters(description)),
  )
  return [
    paragraph('Tekening', frame),
    ...paragraphs([{ style: 'Illustration', content: inline(caption) }], keep),
  ]
}

function sizeOnPaper(svg: string): { width: number; height: number } {
  const ratio = ratioOf(svg)
  const width = Math.min(PAGE.text, HIGHEST / ratio)
  return { width, height: width * ratio }
}

const USUAL = 9 / 16

/** Its height as a part of its width: of what is shown, or else of the size that it has (SVG 2, 8.2 and 8.6). */
function ratioOf(svg: string): number {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? []
  const [, box = ''] = /\sviewBox="([^"]*)"/.exec(root) ?? []
  const [, , wide = side(root, 'width'), high = side(root, 'height')] = box.trim()
    ? box
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : []
  return wide > 0 && high > 0 && Number.isFinite(high / wide) ? high / wide : USUAL
}

function side(root: string, name: 'width' | 'height'): number {
  return Number.parseFloat(new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(root)?.[1] ?? '0')
}

/** The picture for a package: letters in the typeface of the document, where it says nothing of its own. */
export function packedSvg(svg: string): string {
  return /<svg\b[^>]*\sfont-family=/.test(svg)
    ? svg
    : svg.replace('<svg ', `<svg font-family="${TYPEFACE}, Arial, sans-serif" `)
}

export function frameStyle(): Xml {
  return element(
    'style:style',
    { 'style:name': 'Kader', 'style:family': 'graphic' },
    element('style:graphic-properties', {
      'style:vertical-pos': 'top',
      'style:vertical-rel': 'baseline',
      'fo:border': 'none',
      'fo:padding': '0cm',
    }),
  )
}
