import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/instrument.ts'
import { createApp } from '#src/app.ts'
import { addPeople, release } from '#test/stores/benchmark-people.ts'
import { urls } from '#web/urls.ts'
import { OF_AN_ACCOUNT } from './account-states.ts'
import { OF_CONTENT } from './content-states.ts'
import { OF_A_GROUP } from './group-states.ts'
import { axeFindings, htmlFindings, readingFindings, scrollsSideways } from './page-checks.ts'
import { OF_A_ROOM } from './room-states.ts'
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
  await tellOfOthers()
  pages.push(...libraryPages(), '/instrumenten', '/scans', '/vergelijken')
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

/** A comparison of the first instrument; of the others there is none yet. */
async function tellOfOthers(): Promise<void> {
  const [instrument] = site.app.instruments
  if (!instrument) throw new Error('there is an instrument')
  const finishedAt = new Date('2026-08-01T12:00:00Z')
  for (const role of instrument.roles) {
    for (const kind of instrument.organisationKinds) {
      await addPeople(site.app.house.db, instrument, 4, {
        role: role.id,
        organisationKind: kind.id,
        finishedAt,
      })
    }
  }
  const outcome = await release(site.app.house.db, instrument, site.app.house.clock())
  if (outcome.kind !== 'released') throw new Error(`nothing was released: ${outcome.refusal}`)
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
    `${finished}/resultaat?vergelijk=ja`,
    `/vergelijken/${instrument.id}`,
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

/** Not pages: files to keep, a word for whoever watches the server, an address for who finds a leak. */
const NO_PAGES = ['asset', 'live', 'ready', 'securityContact']

test('every page that there is, is looked at: here, or among those of an account or a group', () => {
  const { routes } = createApp(site.app.house)
  const missing = Object.entries(urls).filter(([name, { pattern }]) => {
    if (
      NO_PAGES.includes(name) ||
      /\.(?:pdf|odt|ods|csv|json|yaml)$/.test(pattern) ||
      OF_AN_ACCOUNT.test(pattern) ||
      OF_CONTENT.test(pattern) ||
      OF_A_GROUP.test(pattern) ||
      OF_A_ROOM.test(pattern)
    )
      return false
    const shape = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)
    const isPage = routes.some(({ path, method }) => path === pattern && method === 'GET')
    return isPage && !pages.some((path) => shape.test(path.split('?')[0] ?? ''))
  })
  expect(missing.map(([, { pattern }]) => pattern)).toEqual([])
})

const modes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const

describe.each(modes)('every page, in $name', ({ name, colorScheme, forcedColors }) => {
  test('at 320 and at 1280 pixels, has nothing that axe objects to and does not scroll sideways', async () => {
    const { page } = person
    await page.emulateMedia({ colorScheme, forcedColors })
    const found: string[] = []
    for (const path of pages) {
      await person.go(path)
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        found.push(...(await axeFindings(page)).map((finding) => `${path} at ${width}: ${finding}`))
        if (await scrollsSideways(page)) found.push(`${path} at ${width}: scrolls sideways`)
      }
    }
    expect(found, name).toEqual([])
  }, 240_000)
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
    if (await scrollsSideways(page)) found.push(path)
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
  expect(await axeFindings(person.page)).toEqual([])
  expect(await person.page.getByRole('alert').count()).toBe(1)
  expect(await htmlFindings(html)).toEqual([])
})

test('html-validate has nothing against any page', async () => {
  const found: string[] = []
  for (const path of pages) {
    const html = await (await person.context.request.get(site.origin + path)).text()
    found.push(...(await htmlFindings(html)).map((finding) => `${path}:${finding}`))
  }
  expect(found).toEqual([])
})

test('every page reads as plain Dutch: ease 60 or more, 15 words a sentence, none over 25', async () => {
  const found: string[] = []
  await person.page.setViewportSize({ width: 1280, height: 900 })
  for (const path of pages.filter((one) => one !== '/componenten' && one !== '/colofon')) {
    await person.go(path)
    found.push(...(await readingFindings(person.page)).map((finding) => `${path}: ${finding}`))
  }
  expect(found).toEqual([])
})

test('nothing was asked of another host, and there is at most one cookie', async () => {
  expect(site.strangers).toEqual([])
  expect((await person.context.cookies()).length).toBeLessThanOrEqual(1)
})
