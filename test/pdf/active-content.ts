import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import { dictionaryAt, nameAt, objectAt, textAt } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'

/**
 * What runs, plays, sends or carries something: actions (ISO 32000-1, 12.6), embedded files (7.11.4), forms
 * of XFA (12.7.8) and media (Adobe's extension level 3, 9.6). These names have no other use.
 */
const FORBIDDEN = new Set([
  ...['JavaScript', 'JS', 'Launch', 'SubmitForm', 'ImportData', 'AA', 'GoToE', 'GoToR', 'Rendition'],
  ...['EmbeddedFiles', 'EF', 'FileAttachment', 'XFA', 'RichMedia', 'RichMediaExecute', 'Movie', 'Sound'],
])

/** Everything in the file is read, also what no page leads to. */
export function checkActiveContent({ context, catalog }: PdfFile): string[] {
  const found = new Set<string>()
  const addresses = new Set<string>()
  const objects: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object)
  for (let object = objects.pop(); object; object = objects.pop()) {
    if (object instanceof PDFName) found.add(object.decodeText())
    if (object instanceof PDFArray) objects.push(...object.asArray())
    if (object instanceof PDFStream) objects.push(object.dict)
    if (!(object instanceof PDFDict)) continue
    objects.push(...object.keys(), ...object.values())
    if (nameAt(object, 'S') === 'URI') addresses.add(textAt(object, 'URI'))
  }
  return [
    ...[...FORBIDDEN].filter((name) => found.has(name)).map((name) => `The file has a /${name}.`),
    ...checkOpening(catalog),
    ...[...addresses].filter((address) => !isSafe(address)).map((it) => `A link leads to "${it}".`),
  ]
}

/** A place to open at is no action, and going to one is a harmless one (12.6.4.2). */
function checkOpening(catalog: PDFDict): string[] {
  const opening = objectAt(catalog, 'OpenAction')
  const isPlace = opening === undefined || opening instanceof PDFArray
  return isPlace || nameAt(dictionaryAt(catalog, 'OpenAction'), 'S') === 'GoTo'
    ? []
    : ['Opening the document runs an action.']
}

/**
 * A relative address leads elsewhere from each place where the file is kept. And an address has no letters but those
 * of ASCII (RFC 3986, 2): another one may not be seen, and leads nowhere.
 */
function isSafe(address: string): boolean {
  return /^(https?:\/\/[^/\s]|mailto:[^\s@]+@)[\x21-\x7e]*$/i.test(address)
}
