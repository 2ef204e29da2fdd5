import { type Attributes, characters, element, type Xml } from './xml.ts'

/** The names of the columns stay in sight while one scrolls (ODF 1.3 part 3, office:settings; the names are LibreOffice's). */
export function frozenHeadings(sheets: string[]): Xml {
  const tables = sheets.map((name) => entry({ 'config:name': name }, ...FROZEN))
  const view = entry(
    {},
    item('ViewId', 'string', 'view1'),
    element('config:config-item-map-named', { 'config:name': 'Tables' }, ...tables),
    item('ActiveTable', 'string', sheets[0] ?? ''),
  )
  return element(
    'office:settings',
    {},
    element(
      'config:config-item-set',
      { 'config:name': 'ooo:view-settings' },
      element('config:config-item-map-indexed', { 'config:name': 'Views' }, view),
    ),
  )
}

/** Mode 2 is a split that stays where it is; the lower part begins at the second row and has the cursor. */
const FROZEN: Xml[] = [
  item('HorizontalSplitMode', 'short', '0'),
  item('VerticalSplitMode', 'short', '2'),
  item('VerticalSplitPosition', 'int', '1'),
  item('ActiveSplitRange', 'short', '2'),
  item('PositionTop', 'int', '0'),
  item('PositionBottom', 'int', '1'),
  item('CursorPositionX', 'int', '0'),
  item('CursorPositionY', 'int', '1'),
]

function item(name: string, type: string, value: string): Xml {
  return element('config:config-item', { 'config:name': name, 'config:type': type }, characters(value))
}

function entry(attributes: Attributes, ...children: Xml[]): Xml {
  return element('config:config-item-map-entry', attributes, ...children)
}
