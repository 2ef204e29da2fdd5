import type { Document } from '#ui/documents/document.ts'
import { paragraph } from './keep.ts'
import { inline, runsInline } from './runs.ts'
import { element, type Xml } from './xml.ts'

/** The first page: what it is of, its title, what it says in short, and for whom, when and on what it rests. */
export function cover({ kicker, title, lead, colophon }: Document): Xml[] {
  return [
    element('text:p', { 'text:style-name': 'Voorblad' }, inline(kicker)),
    paragraph('Title', inline(title)),
    ...(lead.length > 0 ? [paragraph('Inleiding', runsInline(lead))] : []),
    ...colophon.map((line, index) =>
      element('text:p', { 'text:style-name': index === 0 ? 'Colofon_first' : 'Colofon' }, inline(line)),
    ),
  ]
}
