import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { readNumberTree } from './number-tree.ts'
import { dictionaryAt, nameAt, numberAt, objectAt } from './objects.ts'
import { findRole } from './roles.ts'

/** The tags of a document (ISO 32000-1, 14.7). */
export type Structure = {
  root: PDFDict
  /** In reading order. */
  elements: StructureElement[]
  elementOf: Map<PDFObject, StructureElement>
  /** From pages and annotations back to the elements (14.7.4.4); undefined when it is missing. */
  parentTree: Map<number, PDFObject> | undefined
}

export type StructureElement = {
  dictionary: PDFDict
  /** As it stands there. */
  type: string
  /** The standard type (14.8.4) that this comes down to; undefined when it comes down to none. */
  role: string | undefined
  parent: StructureElement | undefined
  children: StructureElement[]
  content: MarkedContent[]
  /** References to what is no content, such as annotations (14.7.4.3). */
  objects: PDFRef[]
}

/** `owner` is the page, or the form, in whose stream it stands (14.7.4.2). */
export type MarkedContent = { owner: PDFObject; number: number }

export function readStructure(root: PDFDict): Structure {
  const elements: StructureElement[] = []
  const elementOf: Structure['elementOf'] = new Map()
  const roles = dictionaryAt(root, 'RoleMap')

  function readElement(dictionary: PDFDict, parent: StructureElement | undefined): void {
    if (elementOf.has(dictionary)) return
    const type = nameAt(dictionary, 'S') ?? ''
    const role = findRole(type, roles)
    const element = { dictionary, type, role, parent, children: [], content: [], objects: [] }
    elements.push(element)
    elementOf.set(dictionary, element)
    parent?.children.push(element)
    readKids(dictionary, element)
  }

  function readKids(dictionary: PDFDict, parent: StructureElement | undefined): void {
    for (const kid of kidsOf(dictionary)) {
      if (kid instanceof PDFNumber) addContent(parent, dictionary, kid.asNumber())
      else if (!(kid instanceof PDFDict)) continue
      else if (nameAt(kid, 'Type') === 'MCR') addReference(parent, kid)
      else if (nameAt(kid, 'Type') === 'OBJR') addObject(parent, kid)
      else readElement(kid, parent)
    }
  }

  readKids(root, undefined)
  const parentTree = dictionaryAt(root, 'ParentTree')
  return { root, elements, elementOf, parentTree: parentTree && readNumberTree(parentTree) }
}

/** One kid needs no array. */
function kidsOf(dictionary: PDFDict): (PDFObject | undefined)[] {
  const kids = objectAt(dictionary, 'K')
  return kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids]
}

function addContent(parent: StructureElement | undefined, dictionary: PDFDict, number: number): void {
  const page = dictionaryAt(dictionary, 'Pg')
  if (page) parent?.content.push({ owner: page, number })
}

/** The page of the reference goes before that of its element; a form goes before both. */
function addReference(parent: StructureElement | undefined, reference: PDFDict): void {
  const owner =
    objectAt(reference, 'Stm') ?? dictionaryAt(reference, 'Pg') ?? dictionaryAt(parent?.dictionary, 'Pg')
  const number = numberAt(reference, 'MCID')
  if (owner && number !== undefined) parent?.content.push({ owner, number })
}

function addObject(parent: StructureElement | undefined, reference: PDFDict): void {
  const object = reference.get(PDFName.of('Obj'))
  if (object instanceof PDFRef) parent?.objects.push(object)
}
