import { describe, expect, test } from 'vitest'
import {
  checkWithQpdf,
  drawPdfPages,
  pdfToolsAreHere,
  readPdfInfo,
  readPdfTags,
  readPdfText,
} from './pdf-tools.ts'
import { typesetRightDocument } from './right-document.ts'

const pdf = typesetRightDocument()
const unlessMissing = test.skipIf(!pdfToolsAreHere())

describe('other programs, and the right document', () => {
  unlessMissing('qpdf finds the file sound', async () => {
    expect(await checkWithQpdf(pdf)).toBe('')
  })

  unlessMissing('qpdf names what is wrong with half a file', async () => {
    expect(await checkWithQpdf(pdf.slice(0, pdf.length / 2))).not.toBe('')
  })

  unlessMissing('pdfinfo sees its title, pages and tags', async () => {
    const info = await readPdfInfo(pdf)
    expect(info.get('Title')).toBe('Een proef')
    expect(info.get('Pages')).toBe('2')
    expect(info.get('Tagged')).toBe('yes')
    const { outline, complaints } = await readPdfTags(pdf, { withTexts: true })
    expect(outline).toMatch(/^ *H1 .*\n *"Eerste"/m)
    expect(outline).toMatch(/^ *TH /m)
    expect(complaints).toBe('')
  })

  unlessMissing('pdftotext reads its pages', async () => {
    const [first, second, rest] = (await readPdfText(pdf)).split('\f')
    expect(first).toContain('Een weg en een noot')
    expect(second).toContain('Schrijf naar iemand')
    expect(rest).toBe('')
    expect(await readPdfText(pdf, 'layout')).toMatch(/^ *A +B +C$/m)
  })

  unlessMissing('pdftoppm draws its pages', async () => {
    const pages = await drawPdfPages(pdf, 20)
    expect(pages).toHaveLength(2)
    for (const page of pages) expect(Buffer.from(page.subarray(1, 4)).toString()).toBe('PNG')
  })
})
