import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { readabilityOf, sentencesOf, wordsOf } from '#domain/readability.ts'

/** What axe objects to on the page as it is, one line each. Legacy: not in frames, of which we have none, and a third faster. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-implicit-button-type': 'error' },
})

/** What html-validate has against it, one line each. */
export async function htmlFindings(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

/** What makes the page as it is harder to read than plain Dutch: ease 60, 15 words a sentence, none over 25. */
export async function readingFindings(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement
    // Labels, tables and names of publications are not sentences that somebody reads in a row.
    const isEntry = /^\/bibliotheek\/./.test(location.pathname)
    if (isEntry) main.querySelector('h1')?.remove()
    for (const element of main.querySelectorAll(
      '.visually-hidden, nav, table, .source, .summary dd, .buttons, .plain-list, .results, .row > b, .moves, code',
    )) {
      element.remove()
    }
    return [...main.querySelectorAll('p, li, dt, dd, legend, h1, h2, h3')]
      .filter((element) => !element.querySelector('p, li, dd, dl'))
      .map((element) => element.textContent?.trim() ?? '')
      .map((line) => (/[.?!:]$/.test(line) ? line : `${line}.`))
      .join('\n')
  })
  const { ease, wordsPerSentence, longestSentence } = readabilityOf(text)
  const found: string[] = []
  // Of a handful of words the formula says nothing.
  if (ease < 60 && wordsOf(text).length > 60) found.push(`ease ${ease.toFixed(0)}`)
  if (wordsPerSentence > 15) found.push(`${wordsPerSentence.toFixed(1)} words a sentence`)
  if (longestSentence > 25) {
    const long = sentencesOf(text).find((one) => wordsOf(one).length > 25)
    found.push(`a sentence of ${longestSentence} words: ${long}`)
  }
  return found
}
