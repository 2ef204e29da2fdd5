import { PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe } from 'vitest'
import { addTag, type Change, drop, set, structureRoot, tag, tags } from './break-pdf.ts'
import { testControls } from './controls.ts'

const retype =
  (from: string, to: string, index = 0): Change =>
  (document) =>
    set(tag(document, from, index), 'S', PDFName.of(to))

const retypeAll =
  (from: string, to: string): Change =>
  (document) => {
    for (const found of tags(document, from)) set(found, 'S', PDFName.of(to))
  }

const all =
  (...changes: Change[]): Change =>
  (document) => {
    for (const change of changes) change(document)
  }

const dropFrom =
  (type: string, key: string, index = 0): Change =>
  (document) =>
    drop(tag(document, type, index), key)

const addTo =
  (parent: string, type: string): Change =>
  (document) =>
    addTag(document, tag(document, parent), type)

const mapRoles =
  (roles: Record<string, string>): Change =>
  ({ catalog, context }) =>
    set(structureRoot(catalog), 'RoleMap', context.obj(roles))

describe('the tags as a whole', () => {
  const isUnknown = (type: string) => [`The structure type "${type}" leads to no standard type.`]
  testControls([
    ['an unknown type leads nowhere', retype('Document', 'Onzin'), isUnknown('Onzin')],
    [
      'an unknown type is another by the role map',
      all(mapRoles({ Kop: 'Top', Top: 'H2' }), retype('H2', 'Kop')),
      [],
    ],
    [
      'a role map that goes in a circle leads nowhere',
      all(mapRoles({ Kop: 'Top', Top: 'Kop' }), retype('Document', 'Kop')),
      isUnknown('Kop'),
    ],
    [
      'a tree without tags is none',
      ({ catalog }) => drop(structureRoot(catalog), 'K'),
      ['The document has no tags.'],
    ],
    [
      'nothing leads back without a ParentTree',
      ({ catalog }) => drop(structureRoot(catalog), 'ParentTree'),
      [
        'Page 1 has StructParents that are not in the ParentTree.',
        'Page 2 has StructParents that are not in the ParentTree.',
        'The structure tree has no ParentTree.',
        'Page 1 has a link whose StructParent leads to no tag.',
        'Page 2 has a link whose StructParent leads to no tag.',
      ],
    ],
  ])
})

describe('headings', () => {
  testControls([
    ['are there', all(retypeAll('H1', 'P'), retype('H2', 'P')), ['There is no heading.']],
    ['begin with an H1', retypeAll('H1', 'H2'), ['The first heading is an H2.']],
    ['skip no level', retype('H2', 'H3'), ['An H3 follows on an H1.']],
    ['may go up more levels at once', retype('H1', 'H3', 1), []],
    ['have a level', retype('H2', 'H'), ['A heading is an H, which has no level.']],
    ['have a text', addTo('Document', 'H1'), ['An H1 is empty.']],
  ])
})

describe('pictures, formulas and notes', () => {
  const isBare = ['A Figure has no description.']
  testControls([
    ['a picture has a description', dropFrom('Figure', 'Alt'), isBare],
    ['a blank description is none', (it) => set(tag(it, 'Figure'), 'Alt', PDFString.of(' ')), isBare],
    ['a formula has a description', dropFrom('Formula', 'Alt'), ['A Formula has no description.']],
    ['a note has an ID', dropFrom('Note', 'ID'), ['A Note has no ID.']],
    [
      'notes have different IDs',
      (document) => {
        for (const note of tags(document, 'Note')) set(note, 'ID', PDFString.of('x'))
      },
      ['Two Notes have the ID "x".'],
    ],
  ])
})

describe('lists and contents', () => {
  testControls([
    ['a list has items', retype('LI', 'P'), ['In L stands P.', 'LBody stands outside LI.']],
    ['an item has a body', retype('LBody', 'P'), ['In LI stands P.', 'LI has no LBody.']],
    ['a list has no text of its own', retype('H2', 'L'), ['L has text of its own.', 'L is empty.']],
    ['a list is not empty', addTo('Document', 'L'), ['L is empty.']],
    ['an item stands in a list', addTo('Document', 'LI'), ['LI is empty.', 'LI stands outside L.']],
    ['contents have entries', retype('TOCI', 'P'), ['In TOC stands P.']],
    ['an entry stands in contents', addTo('Document', 'TOCI'), ['TOCI stands outside TOC.']],
  ])
})

describe('tables', () => {
  const noScope = ['Table 1: a heading has no Scope.']
  const uneven = 'Table 1: rows of 3 and 2 cells wide.'
  const inClass: Change = ({ catalog, context }) =>
    set(structureRoot(catalog), 'ClassMap', context.obj({ Kop: [{ O: 'Table', Scope: 'Row' }] }))
  const scope =
    (value: string): Change =>
    (document) =>
      set(tag(document, 'TH'), 'A', document.context.obj({ O: 'Table', Scope: value }))
  testControls([
    ['have a heading', retypeAll('TH', 'TD'), ['Table 1: no cell is a heading.']],
    ['have headings with a Scope', dropFrom('TH', 'A'), noScope],
    ['have headings with a Scope that exists', scope('Diagonal'), noScope],
    ['can have headings of rows', scope('Row'), []],
    [
      'can give a Scope by a class',
      all(dropFrom('TH', 'A'), inClass, (it) => set(tag(it, 'TH'), 'C', PDFName.of('Kop'))),
      [],
    ],
    [
      'get no Scope from an attribute of another owner',
      (it) => set(tag(it, 'TH'), 'A', it.context.obj({ O: 'Layout', Scope: 'Row' })),
      noScope,
    ],
    ['have rows of one width: a cell over two columns', dropFrom('TD', 'A', -2), [uneven]],
    ['have rows of one width: a cell over two rows', dropFrom('TD', 'A', 1), [uneven]],
    ['have rows of one width: a cell too many', addTo('TR', 'TD'), ['Table 1: rows of 4 and 3 cells wide.']],
    ['have cells in their rows', retype('TD', 'P'), ['In TR stands P.']],
    ['have rows', retype('TR', 'Div', 1), ['In TBody stands Div.', 'TD stands outside TR.', uneven]],
    [
      'have groups of rows',
      retype('THead', 'Div'),
      [
        'In Table stands Div.',
        'TR stands outside Table, THead, TBody, TFoot.',
        'Table 1: no cell is a heading.',
      ],
    ],
    ['have cells', addTo('Document', 'Table'), ['Table is empty.', 'Table 2: no cell is a heading.']],
  ])
})
