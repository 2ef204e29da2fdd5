import type { StructureElement } from './structure-tree.ts'

/**
 * A document has headings, the first is an H1, none is empty and going down skips no level (ISO 14289-1,
 * 7.4.2; Matterhorn 14-002 and 14-003). `H` has no level (7.4.4), so that these documents do not have it.
 */
export function checkHeadings(elements: StructureElement[]): string[] {
  const headings = elements.filter(({ role }) => role && /^H[1-6]?$/.test(role))
  const levels = headings.map(({ role }) => Number(role?.slice(1)))
  return [
    ...(headings.length > 0 ? [] : ['There is no heading.']),
    ...(levels.includes(0) ? ['A heading is an H, which has no level.'] : []),
    ...headings.filter(isEmpty).map(({ role }) => `An ${role} is empty.`),
    ...levels.flatMap((level, index) => checkStep(level, levels[index - 1] ?? 0)),
  ]
}

function checkStep(level: number, before: number): string[] {
  if (level <= before + 1) return []
  return before === 0 ? [`The first heading is an H${level}.`] : [`An H${level} follows on an H${before}.`]
}

function isEmpty({ content, children }: StructureElement): boolean {
  return content.length === 0 && children.every(isEmpty)
}
