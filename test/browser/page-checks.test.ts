import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './chromium.ts'
import { axeFindings, htmlFindings, readingFindings, scrollsSideways } from './page-checks.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 900 } })
}, 60_000)
afterAll(() => browser?.close())

const withMain = (main: string) =>
  `<!doctype html>\n<html lang="nl"><head><title>Een bladzijde</title></head><body><main><h1>Kop</h1>${main}</main></body></html>`

const LONG = `<p>${Array.from({ length: 30 }, () => 'woord').join(' ')}.</p>`
const STIFF = `<p>${'Verantwoordelijkheidsverdelingen vereisen organisatieafhankelijke implementatieoverwegingen. '.repeat(20)}</p>`

test.each([
  ['axe sees a picture without words', '<img src="data:,">', axeFindings, ['image-alt img']],
  [
    'axe sees letters that are too light',
    '<p style="color:#ccc;background:#fff">Licht</p>',
    axeFindings,
    ['color-contrast p'],
  ],
  [
    'a sentence of thirty words is too long',
    LONG,
    readingFindings,
    [expect.stringContaining('a sentence of 30 words')],
  ],
  ['words that nobody says are too hard', STIFF, readingFindings, [expect.stringMatching(/^ease /)]],
  ['and of a good page nothing is said by axe', '<p>Goed zo.</p>', axeFindings, []],
  ['nor by the reading bar', '<p>Goed zo.</p>', readingFindings, []],
])('control: %s', async (_, main, findings, expected) => {
  await page.setContent(withMain(main))
  expect(await findings(page)).toEqual(expect.arrayContaining(expected))
  if (expected.length === 0) expect(await findings(page)).toEqual([])
})

test('control: what is too wide for the screen is seen, and what just fits is not', async () => {
  await page.setContent(withMain('<div style="width:400px">Breed</div>'))
  expect(await scrollsSideways(page)).toBe(true)
  await page.setContent(withMain('<div style="width:200px">Smal</div>'))
  expect(await scrollsSideways(page)).toBe(false)
})

test('control: html-validate sees a button that says not what it is', async () => {
  expect((await htmlFindings(withMain('<button>Ja</button>'))).join()).toContain('no-implicit-button-type')
  expect(await htmlFindings(withMain('<p>Goed zo.</p>'))).toEqual([])
})
