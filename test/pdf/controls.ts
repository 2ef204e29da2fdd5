import { expect, test } from 'vitest'
import { breakPdf, type Change } from './break-pdf.ts'
import { checkPdf } from './check-pdf.ts'
import { LANGUAGE, typesetRightDocument } from './right-document.ts'

/** What is changed in the right document, how, and every fault that this makes. */
export type Control = [name: string, change: Change, faults: string[]]

/** Each control is a test: exactly its faults are named. */
export function testControls(controls: Control[]): void {
  const right = typesetRightDocument()
  test.each(controls)('%s', async (_, change, faults) => {
    expect(await checkPdf(await breakPdf(right, change), { language: LANGUAGE })).toEqual(faults)
  })
}
