import { PDFBool, type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { breakPdf, changed, drop, present, set } from './break-pdf.ts'
import { checkPdf } from './check-pdf.ts'
import { type Control, testControls } from './controls.ts'
import { dictionaryAt, dictionaryOf } from './objects.ts'
import { LANGUAGE, typesetLongDocument, typesetRightDocument } from './right-document.ts'

const right = typesetRightDocument()

describe('a PDF document', () => {
  test('that Typst wrote as PDF/UA-1 has no faults', async () => {
    expect(await checkPdf(right, { language: LANGUAGE })).toEqual([])
  })

  test('has no faults either after it was read and written anew, so that a control breaks only what it says', async () => {
    expect(await checkPdf(await breakPdf(right, () => {}), { language: LANGUAGE })).toEqual([])
  })

  test('of twenty pages is checked within a second and a half', async () => {
    const document = typesetLongDocument(20)
    const start = performance.now()
    expect(await checkPdf(document, { language: LANGUAGE })).toEqual([])
    const took = performance.now() - start
    console.log(`Twenty pages (${document.length} bytes) are checked in ${Math.round(took)} ms.`)
    expect(took).toBeLessThan(1_500)
  })

  test('in another language than it says is refused', async () => {
    expect(await checkPdf(right, { language: 'en' })).toEqual(['The language is "nl-NL", not "en".'])
  })

  test('that is no PDF, or half of one, or locked cannot be read', async () => {
    const unreadable = [
      new TextEncoder().encode('Geen PDF'),
      right.slice(0, 900),
      await lock({ ownerPassword: 'owner', userPassword: 'user' }),
      await lock({ ownerPassword: 'owner', userPassword: '' }),
    ]
    for (const bytes of unreadable) {
      const faults = await checkPdf(bytes, { language: LANGUAGE })
      expect(faults).toEqual([expect.stringMatching(/^The file cannot be read: /)])
    }
  })
})

async function lock(passwords: { ownerPassword: string; userPassword: string }): Promise<Uint8Array> {
  const document = await PDFDocument.load(right, { updateMetadata: false })
  document.encrypt(passwords)
  return document.save({ addDefaultPage: false })
}

const metadata = (change: (text: string) => string) => (document: PDFDocument) => {
  const old = document.catalog.get(PDFName.of('Metadata'))
  set(document.catalog, 'Metadata', changed(document, old, change))
}

const unmarked = ['MarkInfo does not say that the document is marked.']
const untitled = ['The information dictionary has no title.']
const controls: Control[] = [
  ['without MarkInfo', ({ catalog }) => drop(catalog, 'MarkInfo'), unmarked],
  ['that is not marked', ({ catalog }) => part(catalog, 'MarkInfo', 'Marked', PDFBool.False), unmarked],
  [
    'with suspect tags',
    ({ catalog }) => part(catalog, 'MarkInfo', 'Suspects', PDFBool.True),
    ['MarkInfo says that its own tags are suspect.'],
  ],
  [
    'that shows its file name for a title',
    ({ catalog }) => part(catalog, 'ViewerPreferences', 'DisplayDocTitle', PDFBool.False),
    ['ViewerPreferences does not ask to show the title.'],
  ],
  ['without a language', ({ catalog }) => drop(catalog, 'Lang'), ['The language is "", not "nl-NL".']],
  ['without metadata', ({ catalog }) => drop(catalog, 'Metadata'), ['There is no XMP metadata.']],
  [
    'of another part of PDF/UA',
    metadata((text) => text.replace('part>1<', 'part>2<')),
    ['The XMP metadata does not name part 1 of PDF/UA.'],
  ],
  [
    'whose metadata has an empty title',
    metadata((text) => text.replace('>Een proef<', '> <')),
    ['The XMP metadata has no title.'],
  ],
  ['without a title', (document) => drop(information(document), 'Title'), untitled],
  ['with a blank title', (document) => set(information(document), 'Title', PDFString.of(' ')), untitled],
  ['without tags', ({ catalog }) => drop(catalog, 'StructTreeRoot'), ['The document has no tags.']],
]

describe('a PDF document is refused', () => testControls(controls))

function information({ context }: PDFDocument): PDFDict {
  return present(dictionaryOf(context.lookup(context.trailerInfo.Info)))
}

function part(catalog: PDFDict, key: string, entry: string, value: PDFBool): void {
  set(present(dictionaryAt(catalog, key)), entry, value)
}
