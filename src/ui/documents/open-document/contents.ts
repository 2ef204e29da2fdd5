import type { Part } from '#ui/documents/document.ts'
import { inline } from './runs.ts'
import { characters, element, type Xml } from './xml.ts'

const TITLE = 'Inhoud'

/** Where a part begins, for the entry that leads there. */
export function bookmarkOf(index: number): string {
  return `deel-${index + 1}`
}

/**
 * The table of contents as it is made anew by a word processor (ODF 1.3 part 3, 8.3), with the entries already in it.
 * The number of a page is only known to whoever lays out the pages: each entry asks for that of its part.
 */
export function contents(parts: Part[]): Xml {
  return element(
    'text:table-of-content',
    { 'text:name': TITLE, 'text:protected': 'true' },
    source(),
    element(
      'text:index-body',
      {},
      element(
        'text:index-title',
        { 'text:name': `${TITLE}_Head` },
        element('text:p', { 'text:style-name': 'Contents_20_Heading_new_page' }, inline(TITLE)),
      ),
      ...parts.map(({ title }, index) => entry(title, bookmarkOf(index))),
    ),
  )
}

function source(): Xml {
  return element(
    'text:table-of-content-source',
    { 'text:outline-level': 1 },
    element('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, characters(TITLE)),
    element(
      'text:table-of-content-entry-template',
      { 'text:outline-level': 1, 'text:style-name': 'Contents_20_1' },
      element('text:index-entry-link-start', { 'text:style-name': 'Index_20_Link' }),
      element('text:index-entry-text', {}),
      element('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': ' ' }),
      element('text:index-entry-page-number', {}),
      element('text:index-entry-link-end', {}),
    ),
  )
}

function entry(title: string, bookmark: string): Xml {
  return element(
    'text:p',
    { 'text:style-name': 'Contents_20_1' },
    element(
      'text:a',
      { 'xlink:type': 'simple', 'xlink:href': `#${bookmark}`, 'text:style-name': 'Index_20_Link' },
      inline(title),
      element('text:tab', {}),
      element('text:bookmark-ref', { 'text:reference-format': 'page', 'text:ref-name': bookmark }),
    ),
  )
}
