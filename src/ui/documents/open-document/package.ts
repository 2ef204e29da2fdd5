import type { PackedFile } from '#ui/documents/document.ts'
import { type Attributes, characters, element, type Xml, xmlFile } from './xml.ts'

export const ODF_VERSION = '1.3'

/** What a document says of itself. `day` is the day on which it was made. */
export type About = {
  title: string
  subject?: string
  author: string
  /** BCP 47. */
  language: string
  day: { year: number; month: number; day: number }
}

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:'

/** Every namespace that is used here (ODF 1.3 part 3, 1). */
const NAMESPACES: Attributes = {
  ...Object.fromEntries(
    ['office', 'style', 'text', 'table', 'meta', 'config'].map((name) => [
      `xmlns:${name}`,
      `${NAMESPACE}${name}:1.0`,
    ]),
  ),
  'xmlns:draw': `${NAMESPACE}drawing:1.0`,
  'xmlns:number': `${NAMESPACE}datastyle:1.0`,
  'xmlns:fo': `${NAMESPACE}xsl-fo-compatible:1.0`,
  'xmlns:svg': `${NAMESPACE}svg-compatible:1.0`,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** One of the documents in a package: content, styles, meta or settings (ODF 1.3 part 3, 3.1). */
export function packedXml(name: 'content' | 'styles' | 'meta' | 'settings', ...children: Xml[]): PackedFile {
  const root = element(
    `office:document-${name}`,
    { ...NAMESPACES, 'office:version': ODF_VERSION },
    ...children,
  )
  return { path: `${name}.xml`, text: xmlFile(root) }
}

/**
 * The files of a package in their order: first its kind, to be stored without compression, so that a reader knows it
 * from the first bytes; then the list of what is in it (ODF 1.3 part 2, 3.2 and 3.3).
 */
export function openDocumentPackage(kind: 'text' | 'spreadsheet', files: PackedFile[]): PackedFile[] {
  const mediaType = `application/vnd.oasis.opendocument.${kind}`
  return [
    { path: 'mimetype', text: mediaType },
    { path: 'META-INF/manifest.xml', text: xmlFile(manifest(mediaType, files)) },
    ...files,
  ]
}

function manifest(mediaType: string, files: PackedFile[]): Xml {
  return element(
    'manifest:manifest',
    { 'xmlns:manifest': `${NAMESPACE}manifest:1.0`, 'manifest:version': ODF_VERSION },
    element('manifest:file-entry', {
      'manifest:full-path': '/',
      'manifest:version': ODF_VERSION,
      'manifest:media-type': mediaType,
    }),
    ...files.map(({ path }) =>
      element('manifest:file-entry', {
        'manifest:full-path': path,
        'manifest:media-type': path.endsWith('.svg') ? 'image/svg+xml' : 'text/xml',
      }),
    ),
  )
}

export function metaFile({ title, subject, author, language, day }: About): PackedFile {
  const moment = `${[day.year, day.month, day.day].map((part) => String(part).padStart(2, '0')).join('-')}T00:00:00`
  return packedXml(
    'meta',
    element(
      'office:meta',
      {},
      element('dc:title', {}, characters(title)),
      ...(subject ? [element('dc:subject', {}, characters(subject))] : []),
      element('meta:initial-creator', {}, characters(author)),
      element('dc:creator', {}, characters(author)),
      element('meta:creation-date', {}, characters(moment)),
      element('dc:date', {}, characters(moment)),
      element('dc:language', {}, characters(localeOf(language).whole)),
    ),
  )
}

/** A language with the country it is most written in: "nl" gives Dutch of the Netherlands, and its decimal comma. */
export function localeOf(language: string): { language: string; country: string; whole: string } {
  const { language: name, region = '' } = new Intl.Locale(language).maximize()
  return { language: name, country: region, whole: `${name}-${region}` }
}
