import { type Attributes, element, type Xml } from './xml.ts'

/** A name as the file has it: "Heading 1" is written "Heading_20_1" (ODF 1.3 part 3, 19.502). */
export function styleName(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)
}

/** The same style, for a paragraph that may not stand on another page than what follows it. */
export function keptName(name: string): string {
  return `${styleName(name)}_kept`
}

/** The same style, on a new page. */
export function newPageName(name: string): string {
  return `${styleName(name)}_new_page`
}

/** A style that a file keeps for itself, and that no list shows: the one named, with something more. */
export function variant(name: string, of: string, properties: Attributes, ...children: Xml[]): Xml {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'paragraph', 'style:parent-style-name': styleName(of) },
    element('style:paragraph-properties', properties, ...children),
  )
}
