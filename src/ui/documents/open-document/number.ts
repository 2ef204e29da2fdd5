import type { SheetColumn } from '#ui/documents/document.ts'
import { localeOf } from './package.ts'
import { element, type Xml } from './xml.ts'

/** A reader with a decimal sign of its own shows the value; this is for one that shows what stands in the cell. */
export function shownNumber(value: number, decimals: number | undefined): string {
  return (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('.', ',')
}

/** The name of the style for the numbers of a column. */
export function numberStyleOf({ decimals }: SheetColumn): string {
  return decimals === undefined ? 'Tekst' : `Getal_${decimals}`
}

/** A number with so many decimals, and the sign before them that the language has (ODF 1.3 part 3, 16.29.2). */
export function numberStyles(decimals: number, language: string): Xml[] {
  const { language: name, country } = localeOf(language)
  return [
    element(
      'number:number-style',
      { 'style:name': `N${decimals}`, 'number:language': name, 'number:country': country },
      element('number:number', {
        'number:decimal-places': decimals,
        'number:min-decimal-places': decimals,
        'number:min-integer-digits': 1,
      }),
    ),
    element('style:style', {
      'style:name': numberStyleOf({ label: '', decimals }),
      'style:family': 'table-cell',
      'style:parent-style-name': 'Getal',
      'style:data-style-name': `N${decimals}`,
    }),
  ]
}
