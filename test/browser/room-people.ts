import type { Page } from 'playwright-core'
import { PASSWORD } from '#test/account-holder.ts'
import type { Person, Site } from './site.ts'

/** As big as what a beamer shows. */
export const WALL = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Logs in to an account that there is, with this browser. */
export async function logIn({ page, go }: Person, address: string): Promise<void> {
  await go('/account/inloggen')
  await page.getByLabel('E-mailadres').fill(address)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/account/inloggen')
}

/** Somebody in the room with a telephone. */
export type Follower = {
  person: Person
  /** Waits until the phone shows what has this in its main heading. */
  sees: (heading: string) => Promise<void>
  /** Takes the option with this place in the list, and votes. */
  votes: (place: number) => Promise<void>
}

type ComesIn = {
  code: string
  /** Types the code instead of scanning the picture. */
  types?: boolean
  javaScriptEnabled?: boolean
}

/** Takes a phone out, comes in with the code, and stands before the screen. */
export async function comesIn(
  site: Site,
  { code, types = false, javaScriptEnabled = true }: ComesIn,
): Promise<Follower> {
  const person = await site.newPerson({ viewport: PHONE, javaScriptEnabled })
  const { page, go } = person
  if (types) {
    await go('/mee')
    await page.getByLabel('Code').fill(code.toLowerCase())
    await button(page, 'Doe mee').click()
    await page.waitForURL('**/mee/*')
  } else await go(`/mee/${code}`)
  await button(page, 'Doe mee').click()
  const screen = page.locator('[data-live-screen]')
  await screen.waitFor()
  const heading = screen.getByRole('heading', { level: 1 })
  return {
    person,
    sees: async (words) => {
      const wanted = heading.filter({ hasText: words })
      if (!javaScriptEnabled) await page.getByRole('link', { name: 'Kijk of er iets nieuws is' }).click()
      await wanted.waitFor()
    },
    votes: async (place) => {
      if (!javaScriptEnabled) await page.getByRole('link', { name: 'Kijk of er iets nieuws is' }).click()
      const choices = screen.locator('[data-vote] input:is([type=radio], [type=checkbox])')
      await choices.nth(place).check()
      await button(page, 'Stem').click()
    },
  }
}
