import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe } from 'vitest'
import { addTag, type Change, drop, present, set, tag } from './break-pdf.ts'
import { testControls } from './controls.ts'

const annotations = (document: PDFDocument) => present(document.getPage(0).node.Annots())
const link = (document: PDFDocument) => annotations(document).lookup(0, PDFDict)

const change =
  (key: string, value: Parameters<PDFDict['set']>[1]): Change =>
  (document) =>
    set(link(document), key, value)

const undescribed = ['Page 1 has a link without a description.']
const unordered = ['Page 1 has links, and no order of the structure for the Tab key.']

describe('links', () => {
  testControls([
    ['are described', (it) => drop(link(it), 'Contents'), undescribed],
    ['are described with more than a blank', change('Contents', PDFString.of(' ')), undescribed],
    ['lead somewhere', (it) => drop(link(it), 'A'), ['Page 1 has a link that leads nowhere.']],
    ['come in the order of the structure', (it) => drop(it.getPage(0).node, 'Tabs'), unordered],
    ['come in no other order', (it) => set(it.getPage(0).node, 'Tabs', PDFName.of('R')), unordered],
    ['know their tag', (it) => drop(link(it), 'StructParent'), ['Page 1 has a link without StructParent.']],
    [
      'know a tag that is there',
      (it) => set(link(it), 'StructParent', it.context.obj(999)),
      ['Page 1 has a link whose StructParent leads to no tag.'],
    ],
    [
      'have a tag that says "link"',
      (it) => set(tag(it, 'Link'), 'S', PDFName.of('Span')),
      ['Page 1 has a link whose tag is "Span".'],
    ],
    [
      'are named by their tag',
      (it) => {
        const kids = tag(it, 'Link').lookup(PDFName.of('K'), PDFArray)
        kids.remove(kids.size() - 1)
      },
      ['Page 1 has a link whose tag does not name it.', 'A Link tag has no link.'],
    ],
    ['stand where a tag says so', (it) => addTag(it, tag(it, 'P'), 'Link'), ['A Link tag has no link.']],
    [
      'are the only notes on a page',
      (it) => annotations(it).push(it.context.register(it.context.obj({ Subtype: 'Text' }))),
      ['Page 1 has an annotation of the kind "Text", where only links belong.'],
    ],
  ])
})
