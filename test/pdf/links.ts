import { type PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { dictionaryOf, itemsAt, nameAt, numberAt, objectAt, textAt } from './objects.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import type { Structure, StructureElement } from './structure-tree.ts'

/** Links are tagged, described and reached in reading order (ISO 14289-1, 7.18; Matterhorn 28). */
export function checkLinks({ pages, context }: PdfFile, structure: Structure): string[] {
  return [
    ...pages.flatMap((page) => {
      const annotations = itemsAt(page.dictionary, 'Annots')
      const hasOrder = annotations.length === 0 || nameAt(page.dictionary, 'Tabs') === 'S'
      return [
        // 7.18.3 (Matterhorn 28-008).
        ...(hasOrder ? [] : ['has links, and no order of the structure for the Tab key.']),
        ...annotations.flatMap((object) =>
          checkAnnotation(structure, object, dictionaryOf(context.lookup(object))),
        ),
      ].map((fault) => `${page.name} ${fault}`)
    }),
    ...checkTags(pages, structure.elements),
  ]
}

function checkAnnotation(structure: Structure, object: unknown, annotation: PDFDict | undefined): string[] {
  const subtype = nameAt(annotation, 'Subtype')
  if (subtype !== 'Link') return [`has an annotation of the kind "${subtype}", where only links belong.`]
  const leadsSomewhere = objectAt(annotation, 'A') ?? objectAt(annotation, 'Dest')
  return [
    // 7.18.5 (Matterhorn 28-012) and 7.18.1.
    ...(textAt(annotation, 'Contents') ? [] : ['has a link without a description.']),
    ...(leadsSomewhere ? [] : ['has a link that leads nowhere.']),
    ...checkWayBack(structure, object, annotation),
  ]
}

/** From the annotation through the ParentTree to its tag, and back (ISO 32000-1, 14.7.4.3 and 14.7.4.4). */
function checkWayBack(structure: Structure, object: unknown, annotation: PDFDict | undefined): string[] {
  const number = numberAt(annotation, 'StructParent')
  if (number === undefined) return ['has a link without StructParent.']
  const parent = structure.parentTree?.get(number)
  const element = parent && structure.elementOf.get(parent)
  if (!element) return ['has a link whose StructParent leads to no tag.']
  if (element.role !== 'Link') return [`has a link whose tag is "${element.type}".`]
  const isNamed = object instanceof PDFRef && element.objects.includes(object)
  return isNamed ? [] : ['has a link whose tag does not name it.']
}

/** A tag that says "link" without one there is a promise that nobody keeps. */
function checkTags(pages: PdfPage[], elements: StructureElement[]): string[] {
  const there = new Set(pages.flatMap(({ dictionary }) => itemsAt(dictionary, 'Annots')))
  return elements
    .filter(({ role, objects }) => role === 'Link' && !objects.some((object) => there.has(object)))
    .map(() => 'A Link tag has no link.')
}
