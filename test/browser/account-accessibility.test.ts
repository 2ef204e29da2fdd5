import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { urls } from '#web/urls.ts'
import { accountStates, OF_AN_ACCOUNT, type State } from './account-states.ts'
import { axeFindings, htmlFindings, readingFindings, scrollsSideways } from './page-checks.ts'
import { openSite, type Person, type Site } from './site.ts'

/** Not pages: a file, and an address that always leads on. */
const NO_PAGES = ['accountDataFile']

let site: Site
let person: Person
let states: State[]
beforeAll(async () => {
  site = await openSite()
  // A provider that is away: what somebody sees then is a page too.
  site.app.house.organisationSignIn = createOrganisationSignIn({
    issuer: 'http://127.0.0.1:9',
    clientId: 'quickscan',
    clientSecret: 'geheim',
    allowInsecure: true,
  })
  person = await site.newPerson()
  states = await accountStates(site.app)
}, 120_000)
afterAll(() => site?.close())

async function open({ who, path, html }: State): Promise<void> {
  const { page, context, go } = person
  await context.clearCookies()
  await context.addCookies(
    [...who.cookies]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value, url: site.origin })),
  )
  if (html === undefined) return go(path)
  await page.route('**/zo-antwoordde-het', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
  await go('/zo-antwoordde-het')
  await page.unroute('**/zo-antwoordde-het')
}

test('every page of an account is among the states', () => {
  const router = createApp(site.app.house)
  const pages = Object.entries(urls).filter(
    ([name, { pattern }]) =>
      OF_AN_ACCOUNT.test(pattern) &&
      !NO_PAGES.includes(name) &&
      router.routes.some(({ path, method }) => path === pattern && method === 'GET'),
  )
  const visited = states.map(({ path }) => path.split('?')[0] ?? '')
  const missing = pages.filter(([, { pattern }]) => {
    const shape = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)
    return !visited.some((path) => shape.test(path))
  })
  expect(missing.map(([, { pattern }]) => pattern)).toEqual([])
})

// Forced colours are looked at for every component, on the page of components.
const modes = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const

describe.each(modes)(
  'every page of an account, in $colorScheme at $width pixels',
  ({ colorScheme, width }) => {
    test('has nothing that axe objects to and does not scroll sideways', async () => {
      const { page } = person
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const found: string[] = []
      for (const state of states) {
        await open(state)
        found.push(...(await axeFindings(page)).map((finding) => `${state.name}: ${finding}`))
        if (await scrollsSideways(page)) found.push(`${state.name}: scrolls sideways`)
      }
      expect(found).toEqual([])
    })
  },
)

test('html-validate has nothing against any of them, and they read as plain Dutch', async () => {
  const { page } = person
  await page.setViewportSize({ width: 1280, height: 900 })
  const found: string[] = []
  for (const state of states) {
    const html = state.html ?? (await state.who.get(state.path)).text
    found.push(...(await htmlFindings(html)).map((finding) => `${state.name}:${finding}`))
    await open(state)
    found.push(...(await readingFindings(page)).map((finding) => `${state.name}: ${finding}`))
  }
  console.log(`${states.length} states of the pages of an account: ${found.length} found`)
  expect(found).toEqual([])
})

test('with letters twice as large, none of them scrolls sideways', async () => {
  const { page } = person
  await page.setViewportSize({ width: 640, height: 900 })
  const found: string[] = []
  for (const state of states) {
    await open(state)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    if (await scrollsSideways(page)) found.push(state.name)
  }
  expect(found).toEqual([])
})
