import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { pdfToolsAreHere, readPdfInfo, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

/** Within the margins of A4, in CSS pixels: 210 - 2 × 16 millimetres. */
const TEXT_WIDTH = ((210 - 32) / 25.4) * 96

describe('printed from the browser', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site?.close())

  const readers = [
    { name: 'a phone in the dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    { name: 'a wide screen by day', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  ] as const

  describe.each(readers)('from $name', ({ name: _, ...screen }) => {
    let person: Person
    beforeAll(async () => {
      person = await site.newPerson(screen)
    })
    afterAll(() => person?.context.close())

    test('the result and the statements show everything, and nothing that paper cannot do', async () => {
      for (const instrument of site.app.instruments) {
        const scan = await fillIn(person, instrument)
        for (const path of [`${scan}/resultaat`, `/instrumenten/${instrument.id}/stellingen`]) {
          await person.go(path)
          const onScreen = await onPaper(person.page)
          await person.page.emulateMedia({ media: 'print' })
          await person.page.setViewportSize({ width: Math.floor(TEXT_WIDTH), height: 1000 })
          expect([path, await onPaper(person.page)]).toEqual([
            path,
            { furniture: [], folded: 0, tooWide: [], faint: [], narrowCharts: 0 },
          ])
          await person.page.emulateMedia({ media: 'screen' })
          await person.page.setViewportSize(screen.viewport)
          // The control: on the screen there is a menu, and something to unfold.
          expect(onScreen.furniture).toContain('nav')
          expect(onScreen.folded).toBeGreaterThan(0)
        }
      }
    })
  })

  test.skipIf(!pdfToolsAreHere())('the result has its pages numbered and its tips unfolded', async () => {
    const [instrument] = site.app.instruments
    if (!instrument) throw new Error('no instrument')
    const person = await site.newPerson()
    const scan = await fillIn(person, instrument)
    await person.go(`${scan}/resultaat`)
    const pdf = await person.page.pdf({ preferCSSPageSize: true })
    const [info, text] = [await readPdfInfo(pdf), await readPdfText(pdf)]
    const pages = Number(info.get('Pages'))
    console.log(`printed result: ${pages} pages`)
    expect(info.get('Page size')).toContain('A4')
    expect(text).toContain(`1 van ${pages}`)
    const plain = text.replace(/\s+/g, ' ')
    const [statement] = statementsOf(instrument)
    const tip = statement?.tips.find(({ fits }) => fits.includes(instrument.answers[1]?.id ?? ''))
    expect(plain).toContain(tip?.text.slice(0, 60))
    expect(plain).not.toContain('Neem het mee')
  })

  async function fillIn(person: Person, instrument: Instrument): Promise<string> {
    const scan = await startScanInBrowser(person, instrument.id)
    for (const { id, number } of statementsOf(instrument)) {
      await person.context.request.put(`${site.origin}${scan}/antwoorden/${id}`, {
        data: { answer: instrument.answers[number % instrument.answers.length]?.id, note: '' },
        headers: { origin: site.origin },
      })
    }
    return scan
  }
})

/** What a reader of paper would miss or stumble over. */
function onPaper(page: Page) {
  return page.evaluate((widest) => {
    const isSeen = (element: Element) =>
      element.checkVisibility({ contentVisibilityAuto: true }) && element.getClientRects().length > 0
    const seen = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen)
    const nameOf = ({ tagName }: Element) => tagName.toLowerCase()
    const inside = [...document.querySelectorAll('details > :not(summary)')]
    const darkness = (element: Element) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
        Number,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    return {
      furniture: seen('.masthead nav, form, button, input, .buttons, .skip, .print-hidden')
        .map(nameOf)
        .slice(0, 3),
      folded: inside.filter((element) => !element.closest('.print-hidden') && !isSeen(element)).length,
      tooWide: seen('main *')
        .filter((element) => element.getBoundingClientRect().right > widest + 1)
        .map(nameOf)
        .slice(0, 3),
      faint: seen('main :is(h1, h2, h3, p, li, td, th)')
        .filter((element) => darkness(element) > 120)
        .map(nameOf)
        .slice(0, 3),
      narrowCharts: seen('.narrow-form').length,
    }
  }, TEXT_WIDTH)
}
