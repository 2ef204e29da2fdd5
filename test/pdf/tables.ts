import { PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { findAttribute } from './attributes.ts'
import type { Structure, StructureElement } from './structure-tree.ts'

/**
 * A table has headings, each says what it is the heading of, and every row is as wide as the others
 * (ISO 14289-1, 7.5; Matterhorn 15-003; ISO 32000-1, 14.8.4.3.4 and 14.8.5.7).
 */
export function checkTables(structure: Structure): string[] {
  return structure.elements
    .filter(({ role }) => role === 'Table')
    .flatMap((table, index) => checkTable(structure, table).map((fault) => `Table ${index + 1}: ${fault}`))
}

function checkTable(structure: Structure, table: StructureElement): string[] {
  const groups = rowGroups(table)
  const headings = groups.flat().flatMap(({ children }) => children.filter(({ role }) => role === 'TH'))
  const widths = new Set(groups.flatMap((rows) => rowWidths(structure, rows)))
  return [
    ...(headings.length > 0 ? [] : ['no cell is a heading.']),
    ...headings.filter((cell) => !hasScope(structure, cell)).map(() => 'a heading has no Scope.'),
    ...(widths.size <= 1 ? [] : [`rows of ${[...widths].join(' and ')} cells wide.`]),
  ]
}

/** A cell does not reach from the head into the body; rows without a group are a group together. */
function rowGroups({ children }: StructureElement): StructureElement[][] {
  const rowsOf = (parent: StructureElement[]) => parent.filter(({ role }) => role === 'TR')
  const groups = children.filter(({ role }) => role && ['THead', 'TBody', 'TFoot'].includes(role))
  return [rowsOf(children), ...groups.map((group) => rowsOf(group.children))]
}

function hasScope(structure: Structure, cell: StructureElement): boolean {
  const scope = findAttribute(structure, cell, 'Table', 'Scope')
  return scope instanceof PDFName && ['Row', 'Column', 'Both'].includes(scope.decodeText())
}

/** With the columns that cells of earlier rows still take. A cell that goes on below the last row makes one more. */
function rowWidths(structure: Structure, rows: StructureElement[]): number[] {
  const taken: number[] = rows.map(() => 0)
  rows.forEach(({ children }, row) => {
    for (const cell of children) {
      const columns = span(structure, cell, 'ColSpan')
      for (let below = 0; below < span(structure, cell, 'RowSpan'); below++) {
        taken[row + below] = (taken[row + below] ?? 0) + columns
      }
    }
  })
  return taken
}

function span(structure: Structure, cell: StructureElement, key: 'ColSpan' | 'RowSpan'): number {
  const value = findAttribute(structure, cell, 'Table', key)
  return value instanceof PDFNumber ? value.asNumber() : 1
}
