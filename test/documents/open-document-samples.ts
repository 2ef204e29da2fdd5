import { strToU8, zipSync } from 'fflate'
import type { Block, Document, PackedFile } from '#ui/documents/document.ts'
import { type Node, readXml } from './open-document-reader.ts'

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 240" width="960" height="240"><rect width="9" height="9"/></svg>'

/** One of each kind of block. */
export const EVERY_BLOCK: Block[] = [
  { kind: 'heading', level: 2, kicker: 'Stelling 3', text: 'Wij spreken ouders.' },
  { kind: 'heading', level: 3, text: 'Tips' },
  { kind: 'paragraph', text: [{ text: 'Bron: ' }, { text: 'KIS', link: 'https://www.kis.nl/?a=1&b=2' }] },
  { kind: 'paragraph', look: 'lead', text: [{ text: 'Sterk', isBold: true }, { text: ' in Proces.' }] },
  { kind: 'paragraph', look: 'muted', text: [{ text: 'Op 20 vragen.' }] },
  { kind: 'list', items: [[{ text: 'Een' }], [{ text: 'Twee' }]] },
  { kind: 'picture', svg: PICTURE, description: 'Proces: 3,4 van 5', caption: 'Niveau per onderdeel' },
  {
    kind: 'table',
    caption: 'In cijfers',
    columns: [{ label: 'Onderdeel' }, { label: 'Gemiddeld', isNumber: true }],
    rows: [
      ['Proces', '3,4'],
      ['Methoden', '2,8'],
    ],
  },
  { kind: 'notice', text: [{ text: 'Dit valt op.' }] },
  { kind: 'typed', label: 'Je notitie', text: 'Eerst bellen.\nשלום עולם\nDan schrijven.' },
  { kind: 'rung', mark: { kind: 'ladder', level: 2, levels: 5 }, text: [{ text: 'Startend.' }] },
  { kind: 'rung', mark: { kind: 'ladder', level: 3, levels: 5 }, text: [{ text: 'Hoger.' }], isNext: true },
  {
    kind: 'rungs',
    rungs: [1, 3, null].map((level) => ({
      mark: { kind: 'tick', level, levels: 3 },
      label: `Punt ${level}`,
      text: 'Wat het is.',
    })),
  },
  { kind: 'tips', tips: [{ label: 'Bij Startend', text: 'Oefen.', lines: [[{ text: 'Bron: een boek' }]] }] },
  { kind: 'lines', count: 3 },
  {
    kind: 'together',
    blocks: [
      { kind: 'paragraph', text: [{ text: 'Hoort bij' }] },
      { kind: 'list', items: [[{ text: 'dit' }], [{ text: 'en dat' }]] },
    ],
  },
]

export function documentOf(...blocks: Block[]): Document {
  return {
    title: 'Jouw resultaat',
    kicker: 'Een scan',
    lead: [{ text: 'Goed op weg.' }],
    colophon: ['22 november 2026'],
    author: 'Iemand',
    language: 'nl',
    day: { year: 2026, month: 1, day: 2 },
    parts: [{ title: 'Waar jullie staan', blocks, isOnNewPage: true }],
  }
}

/** Every XML file of a package, read; a file that cannot be read fails. */
export function readPackage(files: PackedFile[]): Map<string, Node> {
  return new Map(
    files.filter(({ path }) => path.endsWith('.xml')).map(({ path, text }) => [path, readXml(text)]),
  )
}

export function readContent(files: PackedFile[]): Node {
  const content = readPackage(files).get('content.xml')
  if (!content) throw new Error('The package has no content.xml.')
  return content
}

/** The first file as it is, the rest compressed. */
export function packed(files: PackedFile[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ path, text }, index) => [path, [strToU8(text), { level: index === 0 ? 0 : 6 }]]),
    ),
  )
}
