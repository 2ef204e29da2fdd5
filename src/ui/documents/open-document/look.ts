import { type Attributes, element, type Xml } from './xml.ts'

export const TYPEFACE = 'Atkinson Hyperlegible Next'

export const COLOUR = {
  ink: '#1c2530',
  muted: '#4c5866',
  primary: '#0a5561',
  line: '#8a8f86',
  hairline: '#c9ccc4',
  pencil: '#ffe9a8',
  pencilEdge: '#d9b84a',
  wash: '#eaf3f2',
  levels: ['#d5e6e5', '#a3cacb', '#63a1a7', '#2c7a84', '#0a4d58'],
} as const

/** A4, in centimetres. */
export const PAGE = { width: 21, height: 29.7, margin: 2.2, text: 16.6 } as const

/** `swiss` is any typeface without serifs, where this one is not installed (ODF 1.3 part 3, style:font-face). */
export function typefaces(): Xml {
  return element(
    'office:font-face-decls',
    {},
    element('style:font-face', {
      'style:name': TYPEFACE,
      'svg:font-family': `'${TYPEFACE}'`,
      'style:font-family-generic': 'swiss',
      'style:font-pitch': 'variable',
    }),
  )
}

/** The typeface for every script, so that a bold word is bold in each. */
export function lettering({
  size,
  isBold,
  colour,
}: {
  size?: number
  isBold?: boolean
  colour?: string
}): Attributes {
  const points = size === undefined ? undefined : `${size}pt`
  const weight = isBold === undefined ? undefined : isBold ? 'bold' : 'normal'
  return {
    'fo:color': colour,
    'fo:font-size': points,
    'style:font-size-asian': points,
    'style:font-size-complex': points,
    'fo:font-weight': weight,
    'style:font-weight-asian': weight,
    'style:font-weight-complex': weight,
  }
}
