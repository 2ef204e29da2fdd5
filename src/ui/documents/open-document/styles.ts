import type { PackedFile } from '#ui/documents/document.ts'
import { listStyles } from './list-styles.ts'
import { COLOUR, lettering, TYPEFACE, typefaces } from './look.ts'
import { localeOf, packedXml } from './package.ts'
import { coverLayout, masterPages, pageLayout } from './pages.ts'
import { PARAGRAPH_STYLES, type ParagraphStyle } from './paragraph-styles.ts'
import { styleName } from './style-names.ts'
import { type Attributes, element, type Xml } from './xml.ts'

/** The styles of a text, by names that a person recognises in the list (ODF 1.3 part 3, 16). */
export function textStyles(about: { language: string; title: string; kicker: string }): PackedFile {
  return packedXml(
    'styles',
    typefaces(),
    element(
      'office:styles',
      {},
      defaultParagraph(about.language),
      element(
        'style:default-style',
        { 'style:family': 'table' },
        element('style:table-properties', { 'table:border-model': 'collapsing' }),
      ),
      ...PARAGRAPH_STYLES.map(paragraphStyle),
      ...characterStyles(),
      ...listStyles(),
    ),
    element('office:automatic-styles', {}, pageLayout(), coverLayout()),
    masterPages(about),
  )
}

function defaultParagraph(language: string): Xml {
  const locale = localeOf(language)
  return element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:paragraph-properties', {
      'fo:line-height': '122%',
      'fo:orphans': 2,
      'fo:widows': 2,
      'fo:text-align': 'start',
      'style:writing-mode': 'lr-tb',
    }),
    element('style:text-properties', {
      'style:font-name': TYPEFACE,
      'style:font-name-asian': TYPEFACE,
      'style:font-name-complex': TYPEFACE,
      ...lettering({ size: 11, colour: COLOUR.ink }),
      'fo:language': locale.language,
      'fo:country': locale.country,
      // A word is not broken: Dutch drops a dieresis at the end of a line, and not every program knows.
      'fo:hyphenate': 'false',
    }),
  )
}

function paragraphStyle({ name, parent, next, outlineLevel, paragraph, text, tabStop }: ParagraphStyle): Xml {
  return element(
    'style:style',
    {
      'style:name': styleName(name),
      'style:display-name': name,
      'style:family': 'paragraph',
      'style:parent-style-name': parent && styleName(parent),
      'style:next-style-name': next && styleName(next),
      'style:default-outline-level': outlineLevel,
    },
    ...properties('paragraph', paragraph ?? {}, tabStop === undefined ? [] : [rightTab(tabStop)]),
    ...properties('text', text ?? {}, []),
  )
}

function properties(of: 'paragraph' | 'text', attributes: Attributes, children: Xml[]): Xml[] {
  const isEmpty = Object.keys(attributes).length + children.length === 0
  return isEmpty ? [] : [element(`style:${of}-properties`, attributes, ...children)]
}

function rightTab(at: number): Xml {
  return element(
    'style:tab-stops',
    {},
    element('style:tab-stop', { 'style:position': `${at}cm`, 'style:type': 'right' }),
  )
}

function characterStyles(): Xml[] {
  const underlined: Attributes = {
    'fo:color': COLOUR.primary,
    'style:text-underline-style': 'solid',
    'style:text-underline-width': 'auto',
    'style:text-underline-color': 'font-color',
  }
  return [
    characterStyle('Strong Emphasis', lettering({ isBold: true })),
    characterStyle('Internet link', underlined),
    characterStyle('Visited Internet Link', underlined),
    characterStyle('Index Link', {}),
    characterStyle('Bovenschrift', lettering({ size: 9.5, isBold: false, colour: COLOUR.muted })),
    characterStyle('Opsommingsteken', lettering({ isBold: true, colour: COLOUR.primary })),
  ]
}

function characterStyle(name: string, text: Attributes): Xml {
  return element(
    'style:style',
    { 'style:name': styleName(name), 'style:display-name': name, 'style:family': 'text' },
    ...properties('text', text, []),
  )
}
