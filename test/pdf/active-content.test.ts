import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe } from 'vitest'
import { type Change, present, set } from './break-pdf.ts'
import { type Control, testControls } from './controls.ts'

/** In an object that nothing leads to: also that is in the file. */
const withObject =
  (object: object): Change =>
  ({ context }) =>
    context.register(context.obj({ ...object }))

const open =
  (object: object): Change =>
  ({ catalog, context }) =>
    set(catalog, 'OpenAction', context.obj({ ...object }))

const address =
  (text: string): Change =>
  (document) => {
    const link = present(document.getPage(0).node.Annots()).lookup(0, PDFDict)
    set(link.lookup(PDFName.of('A'), PDFDict), 'URI', PDFString.of(text))
  }

const actions = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition']
const media = ['Movie', 'Sound', 'RichMediaExecute']
const keys = ['JS', 'AA', 'EmbeddedFiles', 'EF', 'XFA', 'RichMedia']

describe('a document holds nothing that runs, plays or is carried along', () => {
  testControls([
    ...[...actions, ...media].map(
      (name): Control => [`no ${name}`, withObject({ S: name }), [`The file has a /${name}.`]],
    ),
    ...keys.map(
      (name): Control => [`no ${name}`, withObject({ Deep: [{ [name]: {} }] }), [`The file has a /${name}.`]],
    ),
    [
      'no attachment on a page',
      withObject({ Subtype: 'FileAttachment' }),
      ['The file has a /FileAttachment.'],
    ],
    [
      'nothing that runs on opening',
      open({ S: 'Named', N: 'Print' }),
      ['Opening the document runs an action.'],
    ],
    ['but it may say where to open', open({ S: 'GoTo', D: [] }), []],
  ])
})

describe('a link leads to a page or a mailbox', () => {
  testControls([
    ...['https://example.org', 'http://example.org/a', 'mailto:a@example.org'].map(
      (text): Control => [text, address(text), []],
    ),
    ...[
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://example.org',
      '/a',
      'example.org',
      'https:',
      'https://example.org/a b',
      'https://example.org/é',
      '',
    ].map((text): Control => [`not: "${text}"`, address(text), [`A link leads to "${text}".`]]),
  ])
})
