import { PDFArray, type PDFObject } from '@cantoo/pdf-lib'
import { groupBy } from './group.ts'
import { dictionaryOf, numberAt } from './objects.ts'
import type { PageContent } from './page-content.ts'
import type { MarkedContent, Structure } from './structure-tree.ts'

/**
 * Everything that a page paints is read or is decoration (ISO 14289-1, 7.1; Matterhorn 01-005), and what is
 * read stands in the structure, which knows it too (ISO 32000-1, 14.7.4.2 and 14.7.4.4).
 */
export function checkMarkedContent(content: PageContent, structure: Structure | undefined): string[] {
  const { unmarked, numbered, faults } = content
  const { name } = content.page
  const [first] = unmarked
  return [
    ...(first
      ? [`${name} paints outside marked content ${unmarked.length} times, first with ${first}.`]
      : []),
    ...[...new Set(faults)].map((fault) => `${name} ${fault}`),
    ...(structure ? checkNumbers(numbered, structure).map((fault) => `${name} ${fault}`) : []),
  ]
}

function checkNumbers(numbered: MarkedContent[], structure: Structure): string[] {
  return [...groupBy(numbered, ({ owner }) => owner)].flatMap(([owner, contents]) => {
    const numbers = contents.map(({ number }) => number)
    const twice = new Set(numbers.filter((number, index) => numbers.indexOf(number) < index))
    return [
      ...[...twice].map((number) => `has content ${number} twice.`),
      ...checkWayBack(owner, [...new Set(numbers)], structure),
    ]
  })
}

function checkWayBack(owner: PDFObject, numbers: number[], structure: Structure): string[] {
  const key = numberAt(dictionaryOf(owner), 'StructParents')
  if (key === undefined) return ['has tagged content and no StructParents.']
  const parents = structure.parentTree?.get(key)
  if (!(parents instanceof PDFArray)) return ['has StructParents that are not in the ParentTree.']
  return numbers.flatMap((number) => {
    const parent = number < parents.size() ? parents.lookup(number) : undefined
    const element = parent && structure.elementOf.get(parent)
    if (!element) return [`has content ${number}, which the ParentTree does not know.`]
    const isNamed = element.content.some((its) => its.owner === owner && its.number === number)
    return isNamed ? [] : [`has content ${number}, which its tag does not name.`]
  })
}

/** Tags of content that no page paints: somebody would hear nothing there. */
export function checkTaggedContent(contents: PageContent[], { elements }: Structure): string[] {
  const there = groupBy(
    contents.flatMap(({ numbered }) => numbered),
    ({ owner }) => owner,
  )
  const isThere = ({ owner, number }: MarkedContent) =>
    there.get(owner)?.some((content) => content.number === number)
  return elements
    .filter(({ content }) => !content.every(isThere))
    .map(({ type }) => `The tag "${type}" names content that is not there.`)
}
