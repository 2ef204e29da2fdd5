import { PAGE } from './look.ts'
import { inline } from './runs.ts'
import { characters, element, type Xml } from './xml.ts'

const PAPER = {
  'fo:page-width': `${PAGE.width}cm`,
  'fo:page-height': `${PAGE.height}cm`,
  'style:print-orientation': 'portrait',
  'style:writing-mode': 'lr-tb',
  'fo:margin-left': `${PAGE.margin}cm`,
  'fo:margin-right': `${PAGE.margin}cm`,
}

export function pageLayout(): Xml {
  return element(
    'style:page-layout',
    { 'style:name': 'Pagina' },
    element('style:page-layout-properties', {
      ...PAPER,
      'fo:margin-top': '2.2cm',
      'fo:margin-bottom': '1.3cm',
    }),
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '1.2cm', 'fo:margin-top': '0.7cm' }),
    ),
  )
}

export function coverLayout(): Xml {
  return element(
    'style:page-layout',
    { 'style:name': 'Voorblad' },
    element('style:page-layout-properties', {
      ...PAPER,
      'fo:margin-top': '3cm',
      'fo:margin-bottom': '2.2cm',
    }),
  )
}

/** The cover, and every page after it with what it is of and its number (ODF 1.3 part 3, style:master-page). */
export function masterPages({ title, kicker }: { title: string; kicker: string }): Xml {
  return element(
    'office:master-styles',
    {},
    element(
      'style:master-page',
      { 'style:name': 'Standard', 'style:page-layout-name': 'Pagina' },
      element('style:footer', {}, footer([kicker, title].filter(Boolean).join(' · '))),
    ),
    element('style:master-page', {
      'style:name': 'Voorblad',
      'style:page-layout-name': 'Voorblad',
      'style:next-style-name': 'Standard',
    }),
  )
}

/** The numbers are fields (ODF 1.3 part 3, 7.3): what stands in them now is replaced by whoever lays out the pages. */
function footer(name: string): Xml {
  return element(
    'text:p',
    { 'text:style-name': 'Footer' },
    inline(name),
    element('text:tab', {}),
    element('text:page-number', { 'text:select-page': 'current' }, characters('1')),
    characters(' van '),
    element('text:page-count', {}, characters('1')),
  )
}
