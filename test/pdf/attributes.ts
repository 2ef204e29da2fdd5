import { PDFArray, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { dictionaryAt, dictionaryOf, nameAt, objectAt } from './objects.ts'
import type { Structure, StructureElement } from './structure-tree.ts'

/**
 * An attribute of an element, or undefined. It stands with the element, or in a class that the element
 * names (ISO 32000-1, 14.7.5); either can be one dictionary or many, with revision numbers between them.
 */
export function findAttribute(
  { root }: Structure,
  { dictionary }: StructureElement,
  owner: string,
  key: string,
): PDFObject | undefined {
  const classes = dictionaryAt(root, 'ClassMap')
  const ofClasses = several(objectAt(dictionary, 'C'))
    .filter((name) => name instanceof PDFName)
    .flatMap((name) => several(objectAt(classes, name.decodeText())))
  return [...several(objectAt(dictionary, 'A')), ...ofClasses]
    .map(dictionaryOf)
    .filter((attributes): attributes is PDFDict => nameAt(attributes, 'O') === owner)
    .map((attributes) => objectAt(attributes, key))
    .find((value) => value !== undefined)
}

function several(object: PDFObject | undefined): (PDFObject | undefined)[] {
  return object instanceof PDFArray ? object.asArray().map((_, index) => object.lookup(index)) : [object]
}
