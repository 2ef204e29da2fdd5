import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { dictionaryAt } from './objects.ts'
import { readStructure } from './structure-tree.ts'

/** A change in the objects of a document, for a control. */
export type Change = (document: PDFDocument) => void

/** The same document after a change, written anew. */
export async function breakPdf(bytes: Uint8Array, change: Change): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  change(document)
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/** The tags of a type, in reading order. */
export function tags({ catalog }: PDFDocument, type: string): PDFDict[] {
  const { elements } = readStructure(structureRoot(catalog))
  return elements.filter((element) => element.type === type).map(({ dictionary }) => dictionary)
}

/** One of the tags of a type; -1 is the last. */
export function tag(document: PDFDocument, type: string, index = 0): PDFDict {
  return present(tags(document, type).at(index))
}

/** A tag without contents, as the last one in another. */
export function addTag(document: PDFDocument, parent: PDFDict, type: string): PDFDict {
  const added = document.context.obj({ S: type, Type: 'StructElem' })
  const kids = present(parent.lookupMaybe(PDFName.of('K'), PDFArray))
  kids.push(document.context.register(added))
  return added
}

export function structureRoot(catalog: PDFDict): PDFDict {
  return present(dictionaryAt(catalog, 'StructTreeRoot'))
}

/** A control that finds nothing to break would prove nothing. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The right document does not have this')
  return value
}

export function set(dictionary: PDFDict, key: string, value: Parameters<PDFDict['set']>[1]): void {
  dictionary.set(PDFName.of(key), value)
}

export function drop(dictionary: PDFDict, key: string): void {
  if (!dictionary.delete(PDFName.of(key))) throw new Error(`The right document has no ${key} there`)
}

/** What a page paints, as text with a character for each byte. */
export function changeContent(document: PDFDocument, page: number, change: (text: string) => string): void {
  const { node } = document.getPage(page)
  set(node, 'Contents', changed(document, node.get(PDFName.of('Contents')), change))
}

/** A stream as it is after a change of its text; the old one stays in the file. */
export function changed(document: PDFDocument, object: unknown, change: (text: string) => string): PDFRef {
  const stream = object instanceof PDFRef ? document.context.lookup(object) : object
  if (!(stream instanceof PDFRawStream)) throw new Error('The right document has no stream there')
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const after = change(before)
  if (after === before) throw new Error('This changes nothing')
  const result = document.context.stream(Buffer.from(after, 'latin1'))
  for (const [key, value] of stream.dict.entries()) {
    if (!['Length', 'Filter', 'DecodeParms'].includes(key.decodeText())) result.dict.set(key, value)
  }
  return document.context.register(result)
}
