import type { Block, Document, PackedFile, Part } from '#ui/documents/document.ts'
import { type Surroundings, showBlock } from './blocks.ts'
import { bookmarkOf, contents } from './contents.ts'
import { cover } from './cover.ts'
import { collectDrawings, everyBlock } from './drawings.ts'
import { packedSvg } from './frame.ts'
import { typefaces } from './look.ts'
import { metaFile, openDocumentPackage, packedXml } from './package.ts'
import { inline } from './runs.ts'
import { newPageName, styleName } from './style-names.ts'
import { textStyles } from './styles.ts'
import { contentStyles, coverDrawing } from './text-styles.ts'
import { element, type Xml } from './xml.ts'

/**
 * The files of an editable text (ODF 1.3, ISO/IEC 26300), in the order in which they go into the package; the first is
 * to be stored without compression. The same document gives the same files.
 */
export function openDocumentText(document: Document): PackedFile[] {
  const { title, kicker, author, language, day } = document
  const of: Surroundings = { drawings: collectDrawings(document), tableNames: nameTables(document) }
  return openDocumentPackage('text', [
    contentFile(document, of),
    textStyles(document),
    metaFile({ title, subject: kicker, author, language, day }),
    coverDrawing(),
    ...[...of.drawings.pictures, ...of.drawings.marks].map(([svg, path]) => ({ path, text: packedSvg(svg) })),
  ])
}

function nameTables(document: Document): Map<Block, string> {
  const tables = everyBlock(document).filter(({ kind }) => kind === 'table')
  return new Map(tables.map((table, index) => [table, `Tabel${index + 1}`]))
}

function contentFile(document: Document, of: Surroundings): PackedFile {
  return packedXml(
    'content',
    typefaces(),
    contentStyles(of),
    element(
      'office:body',
      {},
      element(
        'office:text',
        {},
        ...cover(document),
        contents(document.parts),
        ...document.parts.flatMap((part, index) => showPart(part, index, of)),
      ),
    ),
  )
}

function showPart({ title, blocks, isOnNewPage }: Part, index: number, of: Surroundings): Xml[] {
  const bookmark = { 'text:name': bookmarkOf(index) }
  const style = isOnNewPage ? newPageName('Heading 1') : styleName('Heading 1')
  return [
    element(
      'text:h',
      { 'text:style-name': style, 'text:outline-level': 1 },
      element('text:bookmark-start', bookmark),
      inline(title),
      element('text:bookmark-end', bookmark),
    ),
    ...blocks.flatMap((block) => showBlock(block, of)),
  ]
}
