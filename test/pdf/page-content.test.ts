import { type PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'
import { describe } from 'vitest'
import { type Change, changeContent, drop, present, set, tag } from './break-pdf.ts'
import { type Control, testControls } from './controls.ts'

const withAdded = (added: string) => (document: PDFDocument) =>
  changeContent(document, 1, (text) => `${text}\n${added}`)

/** Something painted with every operator there is; `/f0` is a font of the right document, `/x0` a form or image. */
const painted: [operator: string, drawing: string][] = [
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map((it): [string, string] => [it, `0 0 9 9 re ${it}`]),
  ['Tj', 'BT /f0 9 Tf <0001> Tj ET'],
  ["'", "BT /f0 9 Tf 9 TL <0001> ' ET"],
  ['"', 'BT /f0 9 Tf 9 TL 0 0 <0001> " ET'],
  ['TJ', 'BT /f0 9 Tf [<0001> -20 <0001>] TJ ET'],
  ['sh', '/s0 sh'],
  ['BI', 'BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI'],
]
const unmarked = (operator: string) => `Page 2 paints outside marked content 1 times, first with ${operator}.`

describe('what is painted outside marked content is found', () => {
  testControls(
    painted.flatMap(([operator, drawing]): Control[] => [
      [operator, withAdded(drawing), [unmarked(operator)]],
      [
        `${operator} in a sequence with a name only`,
        withAdded(`/P BMC ${drawing} EMC`),
        [unmarked(operator)],
      ],
      [`but not ${operator} of an artifact`, withAdded(`/Artifact BMC ${drawing} EMC`), []],
      [
        `but not ${operator} within a sequence of an artifact`,
        withAdded(`/Artifact <</Type /Pagination>> BDC q /Span BMC ${drawing} EMC Q EMC`),
        [],
      ],
    ]),
  )
})

const drawImage: Change = (document) => {
  const image = document.context.stream(new Uint8Array([0]), { Subtype: 'Image', Width: 1, Height: 1 })
  addDrawing(document, 'Im0', image)
  withAdded('/Im0 Do')(document)
}

const drawForm =
  (drawing: string, around = '/Fm0 Do'): Change =>
  (document) => {
    const form = document.context.stream(drawing, { Subtype: 'Form', Type: 'XObject' })
    addDrawing(document, 'Fm0', form)
    withAdded(around)(document)
  }

describe('the drawings of a page', () => {
  testControls([
    ['an image is painted', drawImage, [unmarked('Do')]],
    ['a form is what it paints', drawForm('0 0 9 9 re f'), [unmarked('f')]],
    ['a form can mark for itself', drawForm('/Artifact BMC 0 0 9 9 re f EMC'), []],
    ['a form can be marked', drawForm('0 0 9 9 re f', '/Artifact BMC /Fm0 Do EMC'), []],
    ['a form that draws itself ends', drawForm('/Fm0 Do'), ['Page 2 draws a form inside itself.']],
    [
      'a form with tagged content says where its tags are',
      drawForm('/P <</MCID 0>> BDC 0 0 9 9 re f EMC'),
      ['Page 2 has tagged content and no StructParents.'],
    ],
  ])
})

const controls: Control[] = [
  [
    'a number that is gone leaves its text unmarked, and its tag without content',
    (document) => changeContent(document, 1, (text) => text.replace('/MCID 0', '/Number 0')),
    [
      'Page 2 paints outside marked content 1 times, first with TJ.',
      'The tag "H1" names content that is not there.',
    ],
  ],
  ['a number that stands there twice', withAdded('/P <</MCID 0>> BDC EMC'), ['Page 2 has content 0 twice.']],
  [
    'a number that the structure does not know',
    withAdded('/P <</MCID 999>> BDC EMC'),
    ['Page 2 has content 999, which the ParentTree does not know.'],
  ],
  [
    'a number in the properties of the page counts too',
    (document) => {
      const resources = present(document.getPage(1).node.Resources())
      set(resources, 'Properties', document.context.obj({ Pr0: { MCID: 999 } }))
      withAdded('/P /Pr0 BDC 0 0 9 9 re f EMC')(document)
    },
    ['Page 2 has content 999, which the ParentTree does not know.'],
  ],
  [
    'a tag that names no content',
    (document) => {
      set(tag(document, 'H2'), 'K', document.context.obj([]))
    },
    ['Page 1 has content 8, which its tag does not name.', 'An H2 is empty.'],
  ],
  [
    'no way from the page to its tags',
    (document) => drop(document.getPage(1).node, 'StructParents'),
    ['Page 2 has tagged content and no StructParents.'],
  ],
  [
    'a way from the page that leads nowhere',
    (document) => set(document.getPage(1).node, 'StructParents', document.context.obj(999)),
    ['Page 2 has StructParents that are not in the ParentTree.'],
  ],
  ['a sequence without an end', withAdded('/Artifact BMC'), ['Page 2 has marked content that does not end.']],
  ['an end without a sequence', withAdded('EMC'), ['Page 2 ends marked content that has not begun.']],
  [
    'an artifact inside tagged content',
    (document) => changeContent(document, 1, (text) => text.replace('BDC', 'BDC /Artifact BMC EMC')),
    ['Page 2 has an artifact inside tagged content.'],
  ],
  [
    'tagged content inside an artifact',
    (document) => changeContent(document, 1, (text) => `/Artifact BMC ${text} EMC`),
    ['Page 2 has tagged content inside an artifact.'],
  ],
  ['text without a font', withAdded('/Artifact BMC BT (a) Tj ET EMC'), ['Page 2 shows text without a font.']],
  [
    'a stream that goes on in the next',
    (document) => {
      const { node } = document.getPage(1)
      const begin = document.context.register(document.context.stream('/Artifact BMC 0 0 9 9 re'))
      const end = document.context.register(document.context.stream('f EMC'))
      set(node, 'Contents', document.context.obj([node.get(PDFName.of('Contents')), begin, end]))
    },
    [],
  ],
]

describe('the marks on a page are compared with the tags', () => testControls(controls))

const replaced =
  (text: string, filter: { Filter?: string } = {}): Change =>
  (document) => {
    const stream = document.context.stream(text, filter)
    set(document.getPage(1).node, 'Contents', document.context.register(stream))
  }
const unread = ['H1', 'P', 'Link'].map((type) => `The tag "${type}" names content that is not there.`)

describe('a page that cannot be read is named', () => {
  testControls([
    [
      'a string without an end',
      replaced('BT (Tj'),
      ['Page 2 has a stream that cannot be read: the string at byte 3 has no end.', ...unread],
    ],
    [
      'a stream that is packed in an unknown way',
      replaced('', { Filter: 'Onzin' }),
      ['Page 2 has a stream that cannot be unpacked.', ...unread],
    ],
  ])
})

function addDrawing(document: PDFDocument, name: string, drawing: PDFRawStream): void {
  const resources = document.getPage(1).node.Resources()
  if (resources)
    set(resources, 'XObject', document.context.obj({ [name]: document.context.register(drawing) }))
}
