import { textAt } from './objects.ts'
import type { Structure, StructureElement } from './structure-tree.ts'

/** The tree as a whole, and what has no file of its own. */
export function checkStructure({ elements, parentTree }: Structure): string[] {
  return [
    // ISO 14289-1, 7.1, and ISO 32000-1, 14.7.4.4.
    ...(parentTree ? [] : ['The structure tree has no ParentTree.']),
    ...checkTypes(elements),
    ...elements.flatMap(checkPicture),
    ...checkNotes(elements.filter(({ role }) => role === 'Note')),
  ]
}

/** ISO 14289-1, 7.1 (Matterhorn 02-001 and 02-003). */
function checkTypes(elements: StructureElement[]): string[] {
  const unknown = elements.filter(({ role }) => role === undefined).map(({ type }) => type)
  return [...new Set(unknown)].map((type) => `The structure type "${type}" leads to no standard type.`)
}

/** ISO 14289-1, 7.3 and 7.7 (Matterhorn 13-004 and 17-002). */
function checkPicture({ role, dictionary }: StructureElement): string[] {
  const needsDescription = role === 'Figure' || role === 'Formula'
  return needsDescription && !textAt(dictionary, 'Alt') ? [`A ${role} has no description.`] : []
}

/** ISO 14289-1, 7.9 (Matterhorn 19-003 and 19-004). */
function checkNotes(notes: StructureElement[]): string[] {
  const ids = notes.map(({ dictionary }) => textAt(dictionary, 'ID'))
  return [
    ...(ids.includes('') ? ['A Note has no ID.'] : []),
    ...ids.filter((id, index) => id && ids.indexOf(id) < index).map((id) => `Two Notes have the ID "${id}".`),
  ]
}
