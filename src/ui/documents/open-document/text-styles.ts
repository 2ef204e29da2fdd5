import type { Block, PackedFile } from '#ui/documents/document.ts'
import type { Surroundings } from './blocks.ts'
import { frameStyle } from './frame.ts'
import { COLOUR } from './look.ts'
import { background, markStyles } from './mark-styles.ts'
import { drawCoverLadder } from './marks.ts'
import { PARAGRAPH_STYLES } from './paragraph-styles.ts'
import { keptName, newPageName, variant } from './style-names.ts'
import { columnStyles, tableStyles } from './tables.ts'
import { element, type Xml } from './xml.ts'

const COVER_PATH = 'Pictures/voorblad.svg'

export function coverDrawing(): PackedFile {
  return { path: COVER_PATH, text: drawCoverLadder() }
}

/** What the text needs besides the styles with a name (ODF 1.3 part 3, 3.15.3). */
export function contentStyles({ drawings, tableNames }: Surroundings): Xml {
  return element(
    'office:automatic-styles',
    {},
    ...PARAGRAPH_STYLES.map(({ name }) => variant(keptName(name), name, { 'fo:keep-with-next': 'always' })),
    ...['Heading 1', 'Contents Heading'].map((name) =>
      variant(newPageName(name), name, {
        'fo:break-before': 'page',
        'fo:margin-top': '0pt',
        'fo:margin-bottom': '14pt',
      }),
    ),
    ...coverStyles(),
    ...markStyles(drawings),
    frameStyle(),
    ...tableStyles(),
    ...[...tableNames].flatMap(([table, name]) => (isTable(table) ? columnStyles(table, name) : [])),
  )
}

function isTable(block: Block): block is Extract<Block, { kind: 'table' }> {
  return block.kind === 'table'
}

function coverStyles(): Xml[] {
  return [
    element(
      'style:style',
      {
        'style:name': 'Voorblad',
        'style:family': 'paragraph',
        'style:parent-style-name': 'Subtitle',
        'style:master-page-name': 'Voorblad',
      },
      element(
        'style:paragraph-properties',
        { 'fo:padding-top': '7cm', 'fo:border': 'none' },
        background(COVER_PATH),
      ),
    ),
    variant('Colofon_first', 'Colofon', {
      'fo:margin-top': '40pt',
      'fo:margin-bottom': '3pt',
      'fo:margin-right': '0cm',
      'fo:padding-top': '0.3cm',
      'fo:border-top': `0.6pt solid ${COLOUR.line}`,
      'style:join-border': 'false',
    }),
  ]
}
