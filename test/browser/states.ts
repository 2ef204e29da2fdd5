import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import type { Visitor } from '#test/visitor.ts'
import { urls } from '#web/urls.ts'
import { axeFindings, htmlFindings, readingFindings, scrollsSideways } from './page-checks.ts'
import { openSite, type Person, type Site } from './site.ts'

/** A page as somebody finds it. With `html` it is the answer to a form, which cannot be opened by its address. */
export type State = { name: string; who: Visitor; path: string; html?: string }

// Forced colours are looked at for every component, on the page of components.
const modes = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const

/**
 * Looks at every state of a part of the site: `what` says which part, `isOf` which addresses belong to it. An address
 * without a state fails the test.
 */
export function lookAtStates({
  what,
  isOf,
  noPages,
  make,
}: {
  what: string
  isOf: RegExp
  /** Not pages: files, and addresses that always lead on. */
  noPages: string[]
  make: (site: Site) => Promise<State[]>
}): void {
  let site: Site
  let person: Person
  let states: State[]
  beforeAll(async () => {
    site = await openSite()
    states = await make(site)
    person = await site.newPerson()
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

  test(`every page of ${what} is among the states`, () => {
    const router = createApp(site.app.house)
    const pages = Object.entries(urls).filter(
      ([name, { pattern }]) =>
        isOf.test(pattern) &&
        !noPages.includes(name) &&
        router.routes.some(({ path, method }) => path === pattern && method === 'GET'),
    )
    const visited = states.map(({ path }) => path.split('?')[0] ?? '')
    const missing = pages.filter(([, { pattern }]) => {
      const shape = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)
      return !visited.some((path) => shape.test(path))
    })
    expect(missing.map(([, { pattern }]) => pattern)).toEqual([])
  })

  describe.each(modes)(
    `every page of ${what}, in $colorScheme at $width pixels`,
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
    console.log(`${states.length} states of the pages of ${what}: ${found.length} found`)
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
}
