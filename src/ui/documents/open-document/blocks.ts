import type { Block, DocumentTip, Mark, Run } from '#ui/documents/document.ts'
import type { Drawings } from './drawings.ts'
import { showFrame } from './frame.ts'
import { type Keep, keepOf, paragraphs, staysWithNext } from './keep.ts'
import { markStyle } from './mark-styles.ts'
import { drawMark } from './marks.ts'
import { inline, runsInline } from './runs.ts'
import { keptName, styleName } from './style-names.ts'
import { showTable } from './tables.ts'
import { showTyped } from './typed.ts'
import { element, joined, type Xml } from './xml.ts'

/** What a block needs to know of the document that it stands in. */
export type Surroundings = { drawings: Drawings; tableNames: ReadonlyMap<Block, string> }

const LOOKS = { lead: 'Inleiding', muted: 'Kleine tekst' } as const

export function showBlock(block: Block, of: Surroundings, keep: Keep = 'free'): Xml[] {
  const one = (style: string, content: Xml) => paragraphs([{ style, content }], keep)
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return one(block.look ? LOOKS[block.look] : 'Text body', runsInline(block.text))
    case 'list':
      return [list('Opsomming', block.items.map(listItem), keep)]
    case 'tips':
      return [list('Tip', block.tips.map(tipItem), keep)]
    case 'picture':
      return showFrame(block, of.drawings.pictures.get(block.svg) ?? '', keep)
    case 'table':
      return showTable(block, of.tableNames.get(block) ?? '', keep)
    case 'notice':
      return one('Valt op', runsInline(block.text))
    case 'typed':
      return showTyped(block, keep)
    case 'rung':
      return rungs([{ svg: drawMark(block.mark, block.isNext), content: runsInline(block.text) }], of, keep)
    case 'rungs':
      return rungs(block.rungs.map(namedRung), of, keep)
    case 'lines':
      return paragraphs(Array(block.count).fill({ style: 'Schrijfregel', content: inline('') }), keep)
    case 'together':
      return block.blocks.flatMap((inner, index) =>
        showBlock(inner, of, keepOf(keep, index === block.blocks.length - 1)),
      )
  }
}

/** One heading for whoever listens, two lines for whoever looks (ODF 1.3 part 3, 5.1.2). */
function heading({ level, text, kicker }: Extract<Block, { kind: 'heading' }>): Xml {
  const above =
    kicker === undefined
      ? []
      : [
          element('text:span', { 'text:style-name': 'Bovenschrift' }, inline(`${kicker}: `)),
          element('text:line-break', {}),
        ]
  return element(
    'text:h',
    { 'text:style-name': styleName(`Heading ${level}`), 'text:outline-level': level },
    ...above,
    inline(text),
  )
}

type Item = { style: string; content: Xml }[]

function listItem(runs: Run[]): Item {
  return [{ style: 'Opsomming', content: runsInline(runs) }]
}

function tipItem({ label, text, lines }: DocumentTip): Item {
  const words = runsInline([...(label === undefined ? [] : [{ text: `${label} `, isBold: true }]), { text }])
  return [
    { style: 'Tip', content: words },
    ...lines.map((line) => ({ style: 'Bron', content: runsInline(line) })),
  ]
}

function list(style: string, items: Item[], keep: Keep): Xml {
  return element(
    'text:list',
    { 'text:style-name': styleName(style) },
    ...items.map((item, index) =>
      element(
        'text:list-item',
        {},
        ...paragraphs(item, staysWithNext(keep, index === items.length - 1) ? 'with-next' : 'inside'),
      ),
    ),
  )
}

function namedRung({ mark, label, text }: { mark: Mark; label: string; text: string }) {
  const content = joined([
    runsInline([{ text: label, isBold: true }]),
    element('text:line-break', {}),
    inline(text),
  ])
  return { svg: drawMark(mark), content }
}

/** The drawing belongs to the style of the paragraph: who listens hears only the text. */
function rungs(all: { svg: string; content: Xml }[], { drawings }: Surroundings, keep: Keep): Xml[] {
  return all.map(({ svg, content }, index) => {
    const style = markStyle(drawings.marks.get(svg) ?? '')
    const isKept = staysWithNext(keep, index === all.length - 1)
    return element('text:p', { 'text:style-name': isKept ? keptName(style) : styleName(style) }, content)
  })
}
