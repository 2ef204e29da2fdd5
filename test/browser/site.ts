import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createPasskeyCheck } from '#platform/passkeys.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { House } from '#web/house.ts'
import { openBrowser } from './chromium.ts'

/** The application on a port of its own, with a real browser in front of it. */
export type Site = {
  app: TestApp
  origin: string
  /** A person with a browser of their own. Requests to any other host are noted in `strangers`. */
  newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Person>
  strangers: string[]
  close: () => Promise<void>
}

export type Person = { page: Page; context: BrowserContext; go: (path: string) => Promise<void> }

export async function openSite(change: Partial<House> = {}): Promise<Site> {
  let app: TestApp | undefined
  const fetch: TestApp['fetch'] = (...request) =>
    app?.fetch(...request) ?? new Response(null, { status: 503 })
  const server = serve({ fetch, port: 0, hostname: 'localhost' })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  // A passkey belongs to an address, so the application has to know the port.
  app = await startTestApp(await openTestDatabase('embedded'), {
    passkeys: createPasskeyCheck(origin),
    ...change,
  })
  const browser = await openBrowser()
  const strangers: string[] = []

  return {
    app,
    origin,
    strangers,
    newPerson: async (options) => {
      const context = await browser.newContext({ locale: 'nl-NL', ...options })
      context.on('request', (request) => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          strangers.push(request.url())
      })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      return { page, context, go: async (path) => void (await page.goto(origin + path)) }
    },
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      await app.close()
    },
  }
}

/** Starts a scan as a person does, from "Lees dit eerst", and gives its path. */
export async function startScanInBrowser({ page, go }: Person, instrument: string): Promise<string> {
  await go(`/instrumenten/${instrument}`)
  await page.getByRole('button', { name: 'Ik heb dit gelezen, start' }).click()
  await page.waitForURL(/\/scans\/[^/]+$/)
  return new URL(page.url()).pathname
}
