import { PDFBool } from '@cantoo/pdf-lib'
import { bytesOf, dictionaryAt, dictionaryOf, objectAt, textAt } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'

/** What a document says of itself as a whole: tagged, in which language, with which title. */
export function checkProperties({ catalog, context }: PdfFile, language: string): string[] {
  const isTrue = (key: string, entry: string) => objectAt(dictionaryAt(catalog, key), entry) === PDFBool.True
  const named = textAt(catalog, 'Lang')
  const information = dictionaryOf(context.lookup(context.trailerInfo.Info))
  return [
    // ISO 14289-1, 7.1 (Matterhorn 01-007, 07-001 and 07-002) and ISO 32000-1, 14.7.1.
    ...(isTrue('MarkInfo', 'Marked') ? [] : ['MarkInfo does not say that the document is marked.']),
    ...(isTrue('MarkInfo', 'Suspects') ? ['MarkInfo says that its own tags are suspect.'] : []),
    ...(isTrue('ViewerPreferences', 'DisplayDocTitle')
      ? []
      : ['ViewerPreferences does not ask to show the title.']),
    // ISO 14289-1, 7.2 (Matterhorn 11-006).
    ...(named === language ? [] : [`The language is "${named}", not "${language}".`]),
    ...(textAt(information, 'Title') ? [] : ['The information dictionary has no title.']),
    ...checkMetadata(bytesOf(objectAt(catalog, 'Metadata'))),
  ]
}

/**
 * ISO 14289-1, 5 and 7.1 (Matterhorn 06-001 to 06-003). The prefixes are those that the standards use, which
 * XML would let a writer change.
 */
function checkMetadata(bytes: Uint8Array | undefined): string[] {
  if (!bytes) return ['There is no XMP metadata.']
  const text = new TextDecoder().decode(bytes)
  const isPartOne = /<pdfuaid:part>\s*1\s*<\/pdfuaid:part>|\bpdfuaid:part=["']1["']/.test(text)
  const hasTitle = /<dc:title>\s*<rdf:Alt>\s*<rdf:li\b[^>]*>\s*[^<\s]/.test(text)
  return [
    ...(isPartOne ? [] : ['The XMP metadata does not name part 1 of PDF/UA.']),
    ...(hasTitle ? [] : ['The XMP metadata has no title.']),
  ]
}
