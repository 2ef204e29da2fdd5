import { checkActiveContent } from './active-content.ts'
import { checkProperties } from './document-properties.ts'
import { checkFonts } from './fonts.ts'
import { checkHeadings } from './headings.ts'
import { checkLinks } from './links.ts'
import { checkMarkedContent, checkTaggedContent } from './marked-content.ts'
import { checkNesting } from './nesting.ts'
import { type PageContent, readPageContent } from './page-content.ts'
import { type PdfFile, readPdfFile } from './pdf-file.ts'
import { checkStructure } from './structure.ts'
import { checkTables } from './tables.ts'

/**
 * What is wrong with a PDF document, a sentence for each fault (the same one only once); none when it is right.
 * Right is: what a machine can see of PDF/UA-1 (ISO 14289-1:2014, by the list of the Matterhorn Protocol 1.1) in
 * a document of text, tables, pictures and links, with nothing in it that runs. Whether a description describes,
 * and whether the reading order is sensible, only a person can see.
 * @param expected.language as the document should name it (BCP 47): "nl-NL"
 */
export async function checkPdf(bytes: Uint8Array, expected: { language: string }): Promise<string[]> {
  const file = await read(bytes)
  if (typeof file === 'string') return [file]
  const contents = file.pages.map(readPageContent)
  const faults = [
    ...checkProperties(file, expected.language),
    ...checkActiveContent(file),
    ...checkFonts(
      file,
      contents.flatMap(({ shown }) => shown),
    ),
    ...contents.flatMap((content) => checkMarkedContent(content, file.structure)),
    ...checkTags(file, contents),
  ]
  return [...new Set(faults)]
}

async function read(bytes: Uint8Array): Promise<PdfFile | string> {
  try {
    return await readPdfFile(bytes)
  } catch (error) {
    return `The file cannot be read: ${error instanceof Error ? error.message : error}`
  }
}

/** Without tags, all that they should say is missing: that is one fault. */
function checkTags(file: PdfFile, contents: PageContent[]): string[] {
  const { structure } = file
  if (!structure) return ['The document has no tags.']
  return [
    ...checkStructure(structure),
    ...checkHeadings(structure.elements),
    ...checkNesting(structure.elements),
    ...checkTables(structure),
    ...checkLinks(file, structure),
    ...checkTaggedContent(contents, structure),
  ]
}
