import type { StructureElement } from './structure-tree.ts'

/** What these may have as children: ISO 32000-1, 14.8.4.3.3 and 14.8.4.3.4; the contents: 14.8.4.2. */
const CHILDREN: Record<string, string[]> = {
  // A list in a list stands in an LBody or, as Typst writes it, in the L: both are accepted.
  L: ['Caption', 'L', 'LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['Caption', 'TOC', 'TOCI'],
}

const PARENTS: Record<string, string[]> = {
  LI: ['L'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
}

/** ISO 14289-1, 7.2 (Matterhorn 09-004 to 09-006): lists, tables and contents are built as they should be. */
export function checkNesting(elements: StructureElement[]): string[] {
  return elements.flatMap((element) => [...checkInside(element), ...checkOutside(element)])
}

function checkInside({ role = '', children, content }: StructureElement): string[] {
  const allowed = CHILDREN[role]
  if (!allowed) return []
  const has = (wanted: string) => children.some((child) => child.role === wanted)
  return [
    ...children
      .filter((child) => !allowed.includes(child.role ?? ''))
      .map(({ type }) => `In ${role} stands ${type}.`),
    ...(content.length > 0 ? [`${role} has text of its own.`] : []),
    ...(children.length === 0 ? [`${role} is empty.`] : []),
    ...(role === 'LI' && children.length > 0 && !has('LBody') ? ['LI has no LBody.'] : []),
  ]
}

function checkOutside({ role = '', parent }: StructureElement): string[] {
  const allowed = PARENTS[role]
  // A wrong child of these has been named there.
  const isNamed = parent?.role !== undefined && parent.role in CHILDREN
  if (!allowed || isNamed || allowed.includes(parent?.role ?? '')) return []
  return [`${role} stands outside ${allowed.join(', ')}.`]
}
