import {
  type PDFCatalog,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFPageLeaf,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { dictionaryAt } from './objects.ts'
import { readStructure, type Structure } from './structure-tree.ts'

/** A PDF document, as the checks read it. */
export type PdfFile = {
  context: PDFContext
  catalog: PDFCatalog
  pages: PdfPage[]
  /** Undefined when the document has no tags. */
  structure: Structure | undefined
}

export type PdfPage = { name: string; dictionary: PDFPageLeaf; ref: PDFRef }

/** @throws what pdf-lib throws about bytes that are no PDF, have a broken object or are encrypted */
export async function readPdfFile(bytes: Uint8Array): Promise<PdfFile> {
  const { context, catalog } = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  return { context, catalog, pages: readPages(catalog), structure: readTags(catalog) }
}

/** A tree without a single tag is no tree. */
function readTags(catalog: PDFCatalog): Structure | undefined {
  const root = dictionaryAt(catalog, 'StructTreeRoot')
  const structure = root && readStructure(root)
  return structure && structure.elements.length > 0 ? structure : undefined
}

function readPages(catalog: PDFCatalog): PdfPage[] {
  const pages: PdfPage[] = []
  catalog.Pages().traverse((node: PDFDict, ref) => {
    if (node instanceof PDFPageLeaf) pages.push({ name: `Page ${pages.length + 1}`, dictionary: node, ref })
  })
  return pages
}
