import { styleName } from './style-names.ts'
import { element, type Xml } from './xml.ts'

/** The bullets of lists; a tip has one of its own (ODF 1.3 part 3, text:list-style). */
export function listStyles(): Xml[] {
  return [bullets('Opsomming', '•'), bullets('Tip', '→')]
}

const INDENT = 0.6

function bullets(name: string, sign: string): Xml {
  const place = element('style:list-level-label-alignment', {
    'text:label-followed-by': 'listtab',
    'text:list-tab-stop-position': `${INDENT}cm`,
    'fo:text-indent': `-${INDENT}cm`,
    'fo:margin-left': `${INDENT}cm`,
  })
  return element(
    'text:list-style',
    { 'style:name': styleName(name), 'style:display-name': name },
    element(
      'text:list-level-style-bullet',
      { 'text:level': 1, 'text:style-name': 'Opsommingsteken', 'text:bullet-char': sign },
      element(
        'style:list-level-properties',
        { 'text:list-level-position-and-space-mode': 'label-alignment' },
        place,
      ),
    ),
  )
}
