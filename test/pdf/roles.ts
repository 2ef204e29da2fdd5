import type { PDFDict } from '@cantoo/pdf-lib'
import { nameAt } from './objects.ts'

/** The structure types of ISO 32000-1, 14.8.4, which every reader knows. */
const STANDARD = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'],
  ...['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference'],
  ...['BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP'],
  ...['Figure', 'Formula', 'Form'],
])

/**
 * The standard type that a type comes down to through the role map (14.7.3), or undefined when it leads
 * nowhere or in a circle.
 */
export function findRole(type: string, roleMap: PDFDict | undefined): string | undefined {
  const passed = new Set<string>()
  let role: string | undefined = type
  while (role !== undefined && !STANDARD.has(role)) {
    if (passed.has(role)) return undefined
    passed.add(role)
    role = nameAt(roleMap, role)
  }
  return role
}
