import type { Sheet } from '#ui/documents/document.ts'
import { sheetWidths } from './sheet-widths.ts'
import { characters, element, type Xml } from './xml.ts'

/** In centimetres: the room on a lying A4, and how much of a sheet may be drawn together in it and stay readable. */
const ROOM = 26.7
const DRAWN_TOGETHER = ROOM / 0.7

/** Over how many pages beside each other a sheet is printed. */
export function pagesAcross(sheet: Sheet): number {
  const width = sheetWidths(sheet).reduce((sum, one) => sum + one, 0)
  return Math.max(1, Math.ceil(width / DRAWN_TOGETHER))
}

export function masterPageName(across: number): string {
  return across === 1 ? 'Default' : `Naast_elkaar_${across}`
}

export function sheetPageLayout(across: number): Xml {
  return element(
    'style:page-layout',
    { 'style:name': `Pagina_${across}` },
    element('style:page-layout-properties', {
      'fo:page-width': '29.7cm',
      'fo:page-height': '21cm',
      'style:print-orientation': 'landscape',
      'style:print-page-order': 'ltr',
      'style:first-page-number': 'continue',
      'fo:margin': '1.5cm',
      // Drawn together until it is so many pages wide, and as many long as it takes (ODF 1.3 part 3, 17.2).
      'style:scale-to-X': across,
      'style:scale-to-Y': 0,
    }),
    element('style:header-style', {}),
    element(
      'style:footer-style',
      {},
      element('style:header-footer-properties', { 'fo:min-height': '0.8cm', 'fo:margin-top': '0.3cm' }),
    ),
  )
}

/** No header, where a program would put the name of the sheet by itself; below, the name and the number of the page. */
export function sheetMasterPage(across: number): Xml {
  return element(
    'style:master-page',
    { 'style:name': masterPageName(across), 'style:page-layout-name': `Pagina_${across}` },
    element('style:header', { 'style:display': 'false' }),
    element(
      'style:footer',
      {},
      element(
        'text:p',
        {},
        element('text:sheet-name', {}, characters('Blad')),
        characters(' · '),
        element('text:page-number', {}, characters('1')),
        characters(' van '),
        element('text:page-count', {}, characters('1')),
      ),
    ),
  )
}
