import { COLOUR, lettering, PAGE } from './look.ts'
import type { Attributes } from './xml.ts'

/** A style as a person sees it in the list; those that come with every word processor keep their own names. */
export type ParagraphStyle = {
  name: string
  parent?: string
  /** What follows when one presses Enter. */
  next?: string
  outlineLevel?: 1 | 2 | 3
  paragraph?: Attributes
  text?: Attributes
  /** Where tabs stop at the right edge, in centimetres. */
  tabStop?: number
}

/** Space above and below, in points. */
const space = (above: number, below: number): Attributes => ({
  'fo:margin-top': `${above}pt`,
  'fo:margin-bottom': `${below}pt`,
})
const KEPT: Attributes = { 'fo:keep-with-next': 'always', 'fo:keep-together': 'always' }
const tight = (percent: number): Attributes => ({ 'fo:line-height': `${percent}%` })
const indented = (centimetres: number): Attributes => ({ 'fo:margin-left': `${centimetres}cm` })

const texts: ParagraphStyle[] = [
  { name: 'Standard' },
  {
    name: 'Text body',
    parent: 'Standard',
    paragraph: { ...space(0, 8), 'fo:margin-right': '1.6cm' },
  },
  {
    name: 'Inleiding',
    parent: 'Text body',
    next: 'Text body',
    paragraph: { ...space(0, 11), ...tight(125) },
    text: lettering({ size: 13.5 }),
  },
  { name: 'Kleine tekst', parent: 'Text body', text: lettering({ size: 9.5, colour: COLOUR.muted }) },
  {
    name: 'Valt op',
    parent: 'Text body',
    paragraph: {
      ...space(4, 12),
      'fo:margin-right': '0cm',
      'fo:keep-together': 'always',
      'fo:background-color': COLOUR.pencil,
      'fo:border-left': `2.5pt solid ${COLOUR.pencilEdge}`,
      'fo:padding': '0.2cm',
    },
  },
]

const headings: ParagraphStyle[] = [
  { name: 'Heading', parent: 'Standard', next: 'Text body', paragraph: { ...KEPT, ...tight(115) } },
  {
    name: 'Heading 1',
    parent: 'Heading',
    next: 'Text body',
    outlineLevel: 1,
    paragraph: space(26, 12),
    text: lettering({ size: 23, isBold: true, colour: COLOUR.primary }),
  },
  {
    name: 'Heading 2',
    parent: 'Heading',
    next: 'Text body',
    outlineLevel: 2,
    paragraph: space(20, 7),
    text: lettering({ size: 14, isBold: true, colour: COLOUR.primary }),
  },
  {
    name: 'Heading 3',
    parent: 'Heading',
    next: 'Text body',
    outlineLevel: 3,
    paragraph: space(13, 5),
    text: lettering({ size: 11.5, isBold: true, colour: COLOUR.primary }),
  },
]

const cover: ParagraphStyle[] = [
  {
    name: 'Subtitle',
    parent: 'Heading',
    next: 'Text body',
    paragraph: space(0, 6),
    text: lettering({ size: 14, colour: COLOUR.muted }),
  },
  {
    name: 'Title',
    parent: 'Heading',
    next: 'Text body',
    paragraph: { ...space(0, 18), ...tight(105) },
    text: lettering({ size: 38, isBold: true, colour: COLOUR.primary }),
  },
  { name: 'Colofon', parent: 'Kleine tekst', paragraph: space(0, 3) },
]

/** Room at the left for the drawing of a level. */
const rungs: ParagraphStyle[] = [
  {
    name: 'Trede',
    parent: 'Text body',
    paragraph: {
      ...space(3, 10),
      'fo:margin-right': '0cm',
      'fo:keep-together': 'always',
      'fo:padding-left': '1.25cm',
      'fo:padding-top': '0.05cm',
      'fo:padding-bottom': '0.05cm',
      'fo:padding-right': '0cm',
      'fo:border': 'none',
      'style:join-border': 'false',
    },
  },
]

const typed: ParagraphStyle[] = [
  {
    name: 'Notitiekop',
    parent: 'Notitie',
    next: 'Notitie',
    paragraph: { ...KEPT, ...space(6, 0) },
    text: lettering({ isBold: true }),
  },
  {
    name: 'Notitie',
    parent: 'Text body',
    paragraph: {
      ...space(0, 7),
      'fo:margin-right': '0cm',
      'fo:border-left': `2pt solid ${COLOUR.line}`,
      'fo:padding-left': '0.35cm',
    },
  },
  {
    name: 'Notitie van rechts naar links',
    parent: 'Notitie',
    // Not `start`: LibreOffice takes that for the left side, whichever way the text runs.
    paragraph: { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'right' },
  },
  {
    name: 'Schrijfregel',
    parent: 'Standard',
    paragraph: {
      'fo:line-height': '0.9cm',
      'fo:border-bottom': `0.6pt solid ${COLOUR.line}`,
      'style:join-border': 'false',
    },
  },
]

const lists: ParagraphStyle[] = [
  { name: 'Opsomming', parent: 'Text body', paragraph: space(0, 5) },
  { name: 'Tip', parent: 'Text body', paragraph: { ...space(5, 1), 'fo:keep-together': 'always' } },
  { name: 'Bron', parent: 'Kleine tekst', paragraph: space(0, 1) },
]

const tables: ParagraphStyle[] = [
  {
    name: 'Table Contents',
    parent: 'Standard',
    paragraph: tight(115),
    text: lettering({ size: 10 }),
  },
  { name: 'Table Heading', parent: 'Table Contents', text: lettering({ isBold: true }) },
  { name: 'Getal', parent: 'Table Contents', paragraph: { 'fo:text-align': 'end' } },
  { name: 'Getalkop', parent: 'Table Heading', paragraph: { 'fo:text-align': 'end' } },
  {
    name: 'Caption',
    parent: 'Standard',
    paragraph: { ...space(4, 12), ...tight(120) },
    text: lettering({ size: 9.5, colour: COLOUR.muted }),
  },
  // In a table's case it stands above; in a picture's case below.
  { name: 'Table', parent: 'Caption', paragraph: { ...space(12, 5), ...KEPT } },
  { name: 'Illustration', parent: 'Caption' },
  { name: 'Tekening', parent: 'Standard', paragraph: { ...space(8, 0), ...KEPT } },
]

const wayfinding: ParagraphStyle[] = [
  {
    name: 'Contents Heading',
    parent: 'Heading',
    paragraph: space(0, 14),
    text: lettering({ size: 23, isBold: true, colour: COLOUR.primary }),
  },
  { name: 'Index', parent: 'Standard' },
  {
    name: 'Contents 1',
    parent: 'Index',
    paragraph: { ...space(0, 7), ...indented(0) },
    text: lettering({ size: 11.5 }),
    tabStop: PAGE.text,
  },
  {
    name: 'Footer',
    parent: 'Standard',
    text: lettering({ size: 8.5, colour: COLOUR.muted }),
    tabStop: PAGE.text,
  },
]

/** Every style of a paragraph, parents before children. */
export const PARAGRAPH_STYLES: ParagraphStyle[] = [
  ...texts,
  ...headings,
  ...cover,
  ...rungs,
  ...typed,
  ...lists,
  ...tables,
  ...wayfinding,
]
