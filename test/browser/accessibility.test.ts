import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/instrument.ts'
import { readabilityOf, sentencesOf, wordsOf } from '#domain/readability.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

let site: Site
let person: Person
let pages: string[]

beforeAll(async () => {
  site = await openSite()
  person = await site.newPerson()
  pages = [
    '/',
    '/meer-informatie',
    '/privacy',
    '/toegankelijkheid',
    '/colofon',
    '/contact',
    '/scans/hervatten',
    '/bestaat-niet',
    '/componenten',
  ]
  for (const instrument of site.app.instruments) pages.push(...(await pagesOf(instrument)))
  pages.push(...libraryPages(), '/instrumenten', '/scans')
})
afterAll(() => site?.close())

/** The library, and of every kind the entry with most in it. */
function libraryPages(): string[] {
  const { entries } = site.app.house.library
  const largest = new Map<string, { id: string; size: number }>()
  for (const entry of entries) {
    const size = JSON.stringify(entry).length
    if (size > (largest.get(entry.kind)?.size ?? 0)) largest.set(entry.kind, { id: entry.id, size })
  }
  const chapters = entries.flatMap((entry) =>
    entry.kind === 'guide' ? (entry.chapters ?? []).slice(0, 1).map(({ id }) => `${entry.id}/${id}`) : [],
  )
  return [
    '/bibliotheek',
    '/bibliotheek?q=tolk',
    '/bibliotheek?q=qqqxxxzzz&thema=taal',
    '/bibliotheek?soort=bron&pagina=2',
    ...[...largest.values()].map(({ id }) => `/bibliotheek/${id}`),
    ...chapters.map((place) => `/bibliotheek/${place}`),
  ]
}

/** Every page of an instrument in every state: empty, half way, with a failure, finished. */
async function pagesOf(instrument: Instrument): Promise<string[]> {
  const [cluster] = instrument.clusters
  const [statement] = cluster?.statements ?? []
  if (!cluster || !statement) throw new Error('an instrument has a statement')
  const empty = await startScanInBrowser(person, instrument.id)
  const half = await startScanInBrowser(person, instrument.id)
  await fill(half, instrument, 3)
  const finished = await startScanInBrowser(person, instrument.id)
  await fill(finished, instrument, 1)
  await post(`${finished}/afronden`, {})
  return [
    `/instrumenten/${instrument.id}`,
    `/instrumenten/${instrument.id}/stellingen`,
    empty,
    `${empty}/${cluster.id}`,
    `${empty}/controle`,
    `${empty}/resultaat`,
    `${empty}/wissen`,
    half,
    `${half}/${cluster.id}`,
    `${half}/${cluster.id}?weergave=stap&stelling=${statement.id}`,
    `${half}/controle`,
    `${half}/resultaat`,
    finished,
    `${finished}/resultaat`,
  ]
}

async function fill(scan: string, instrument: Instrument, every: number): Promise<void> {
  const answers = instrument.answers.map(({ id }) => id)
  for (const cluster of instrument.clusters) {
    const given = cluster.statements.filter(({ number }) => number % every === 0)
    const fields = Object.fromEntries(
      given.map(({ id, number }) => [id, answers[(number * 5) % answers.length] ?? '']),
    )
    await post(`${scan}/${cluster.id}`, fields)
  }
}

async function post(path: string, form: Record<string, string>): Promise<string> {
  const response = await person.context.request.post(site.origin + path, {
    form,
    headers: { origin: site.origin },
  })
  return response.text()
}

const modes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const

describe.each(modes)('every page, in $name', ({ name, colorScheme, forcedColors }) => {
  test.each([320, 1280])(
    'at %d pixels, has nothing that axe objects to and does not scroll sideways',
    async (width) => {
      const { page } = person
      await page.emulateMedia({ colorScheme, forcedColors })
      await page.setViewportSize({ width, height: 900 })
      const found: string[] = []
      for (const path of pages) {
        await person.go(path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of violations) {
          found.push(`${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
        }
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        )
        if (isWide) found.push(`${path}: scrolls sideways`)
      }
      expect(found, name).toEqual([])
    },
  )
})

test('with letters twice as large, no page scrolls sideways', async () => {
  const { page } = person
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  await page.setViewportSize({ width: 640, height: 900 })
  const found: string[] = []
  for (const path of pages) {
    await person.go(path)
    await page.addStyleTag({ url: 'data:text/css,' }).catch(() => undefined)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    if (isWide) found.push(path)
  }
  expect(found).toEqual([])
})

test('a page with a failure has nothing that axe objects to, and its summary has the focus of a screen reader', async () => {
  const [instrument] = site.app.instruments
  const [cluster] = instrument?.clusters ?? []
  const [statement] = cluster?.statements ?? []
  if (!instrument || !cluster || !statement) throw new Error('an instrument has a statement')
  const scan = await startScanInBrowser(person, instrument.id)
  const html = await post(`${scan}/${cluster.id}`, { [statement.id]: 'onzin' })
  await person.page.setContent(html.replaceAll('"/assets', `"${site.origin}/assets`))
  const { violations } = await new AxeBuilder({ page: person.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await person.page.getByRole('alert').count()).toBe(1)
  expect((await validator.validateString(html)).results.flatMap(({ messages }) => messages)).toEqual([])
})

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-implicit-button-type': 'error' },
})

test('html-validate has nothing against any page', async () => {
  const found: string[] = []
  for (const path of pages) {
    const html = await (await person.context.request.get(site.origin + path)).text()
    const report = await validator.validateString(html)
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages)
        found.push(`${path}:${line}:${column} ${ruleId}: ${message}`)
    }
  }
  expect(found).toEqual([])
})

test('every page reads as plain Dutch: ease 60 or more, 15 words a sentence, none over 25', async () => {
  const found: string[] = []
  await person.page.setViewportSize({ width: 1280, height: 900 })
  for (const path of pages.filter((one) => one !== '/componenten' && one !== '/colofon')) {
    await person.go(path)
    const text = await person.page.evaluate(() => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement
      // Labels, tables and names of publications are not sentences that somebody reads in a row.
      const isEntry = /^\/bibliotheek\/./.test(location.pathname)
      if (isEntry) main.querySelector('h1')?.remove()
      for (const element of main.querySelectorAll(
        '.visually-hidden, nav, table, .source, .summary dd, .buttons, .plain-list, .results, .row > b',
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
    // Of a handful of words the formula says nothing.
    if (ease < 60 && wordsOf(text).length > 60) found.push(`${path}: ease ${ease.toFixed(0)}`)
    if (wordsPerSentence > 15) found.push(`${path}: ${wordsPerSentence.toFixed(1)} words a sentence`)
    if (longestSentence > 25) {
      const long = sentencesOf(text).find((one) => wordsOf(one).length > 25)
      found.push(`${path}: a sentence of ${longestSentence} words: ${long}`)
    }
  }
  expect(found).toEqual([])
})

test('nothing was asked of another host, and there is at most one cookie', async () => {
  expect(site.strangers).toEqual([])
  expect((await person.context.cookies()).length).toBeLessThanOrEqual(1)
})
