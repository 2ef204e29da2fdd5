import { PDFDict } from '@cantoo/pdf-lib'
import { nameAt, textAt } from './objects.ts'
import { readPdfFile } from './pdf-file.ts'

/** Where the links of a PDF lead, each once: addresses elsewhere, not places in the document itself. */
export async function addressesIn(bytes: Uint8Array): Promise<string[]> {
  const { context } = await readPdfFile(bytes)
  const dictionaries = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return []
    return [object, ...object.values().filter((inner) => inner instanceof PDFDict)]
  })
  const actions = dictionaries.filter((dictionary) => nameAt(dictionary, 'S') === 'URI')
  return [...new Set(actions.map((action) => textAt(action, 'URI')))]
}
