import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { describe } from 'vitest'
import { type Change, changeContent, changed, drop, present, set } from './break-pdf.ts'
import { type Control, testControls } from './controls.ts'
import { dictionaryAt } from './objects.ts'

/** The first font of the second page: a Type 0 font, which descends from the one that has its program. */
const font = (document: PDFDocument) => present(dictionaryAt(fonts(document), 'f0'))
const fonts = (document: PDFDocument) => present(dictionaryAt(document.getPage(1).node.Resources(), 'Font'))
const descendant = (document: PDFDocument) =>
  font(document).lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)

/** Typst names a font after the letters that it took from it. */
const control = (name: string, change: Change, faults: string[]): Control => [
  name,
  (document) => {
    set(font(document), 'BaseFont', PDFName.of('Proef'))
    change(document)
  },
  faults.map((fault) => `The font Proef ${fault}`),
]

const remap =
  (change: (map: string) => string): Change =>
  (document) =>
    set(font(document), 'ToUnicode', changed(document, font(document).get(PDFName.of('ToUnicode')), change))

const range = (text: string) => `1 beginbfrange <0001> <0001> ${text} endbfrange`

/** The first letter of the font is number 1, an E. */
const noText = (code: number) => `shows character ${code}, of which nothing says which text it is.`

describe('a font of two bytes a letter', () => {
  testControls([
    control(
      'is in the file',
      (it) => drop(descendant(it).lookup(PDFName.of('FontDescriptor'), PDFDict), 'FontFile3'),
      ['is not in the file.'],
    ),
    control('has a descriptor', (it) => drop(descendant(it), 'FontDescriptor'), ['is not in the file.']),
    control('descends from one', (it) => set(font(it), 'DescendantFonts', it.context.obj([])), [
      'is not in the file.',
    ]),
    control('says what its letters are', (it) => drop(font(it), 'ToUnicode'), ['has no ToUnicode map.']),
    control(
      'says it of every letter',
      remap((map) => map.replace('<0001> <0045>', '')),
      [noText(1)],
    ),
    control(
      'says more than nothing',
      remap((map) => map.replace('<0045>', '<FEFF>')),
      [noText(1)],
    ),
    control(
      'says it in a map that can be read',
      remap((map) => `${map}\n(`),
      ['has a ToUnicode map that cannot be read.'],
    ),
    control(
      'can say it in a range',
      remap((map) => `${map.replace('<0001> <0045>', '')}\n${range('<0045>')}`),
      [],
    ),
    control(
      'can say it in a list',
      remap((map) => `${map.replace('<0001> <0045>', '')}\n${range('[<0045>]')}`),
      [],
    ),
    control('is coded by number', (it) => set(font(it), 'Encoding', PDFName.of('UniGB-UCS2-H')), [
      'has an encoding that this check cannot read.',
    ]),
  ])
})

const both = (name: string) => [
  `The font ${name} is not in the file.`,
  `The font ${name} has no ToUnicode map.`,
]

describe('a font of one byte a letter', () => {
  testControls([
    ['that is in no file and says nothing', helvetica, both('Helvetica')],
    ['that draws its letters', (it) => showDrawn(it, 'a', true), []],
    [
      'that draws its letters and says nothing',
      (it) => showDrawn(it, 'a', false),
      ['The font Type3 has no ToUnicode map.'],
    ],
    [
      'that does not say it of every letter',
      (it) => showDrawn(it, 'b', true),
      [`The font Type3 ${noText(98)}`],
    ],
  ])
})

/** One of the fonts that every reader once had; also when nothing uses it. */
function helvetica({ context }: PDFDocument): void {
  context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }))
}

/** A Type 3 font with one letter, the a. */
function showDrawn(document: PDFDocument, text: string, saysText: boolean): void {
  const stream = (content: string): PDFRef => document.context.register(document.context.stream(content))
  const drawn = document.context.obj({
    ...{ Type: 'Font', Subtype: 'Type3', FontMatrix: [1, 0, 0, 1, 0, 0], FontBBox: [0, 0, 1, 1] },
    ...{ CharProcs: { a: stream('1 0 d0 0 0 1 1 re f') }, FirstChar: 97, LastChar: 97, Widths: [1] },
    ...(saysText && { ToUnicode: stream('1 beginbfchar <61> <0061> endbfchar') }),
  })
  set(fonts(document), 'f9', document.context.register(drawn))
  changeContent(document, 1, (content) => `${content} /Artifact BMC BT /f9 9 Tf (${text}) Tj ET EMC`)
}
