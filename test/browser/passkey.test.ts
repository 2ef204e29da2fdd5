import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from '../account-holder.ts'
import { openSite, type Person, type Site } from './site.ts'

describe('a passkey in a real browser', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  }, 60_000)
  afterAll(() => site.close())

  /** Somebody who is signed in, on a device with a passkey maker of its own; `finger` is whether it recognises them. */
  async function person(
    address: string,
  ): Promise<Person & { recognise: (finger: boolean) => Promise<void> }> {
    const visitor = await signUp(site.app, address)
    const somebody = await site.newPerson()
    const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: site.origin }))
    await somebody.context.addCookies(cookies)
    const device = await somebody.context.newCDPSession(somebody.page)
    await device.send('WebAuthn.enable')
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    })
    const recognise = async (finger: boolean) => {
      await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: finger })
    }
    return { ...somebody, recognise }
  }

  const addPasskey = async ({ page, go }: Person) => {
    await go('/account/beveiliging/passkeys')
    await page.getByLabel('Naam').fill('Mijn telefoon')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await page.getByRole('heading', { name: 'Bewaar deze herstelcodes' }).waitFor()
  }

  test('is made, lets somebody in without a password, proves who they are, and is taken away', async () => {
    const noor = await person('noor@voorbeeld.nl')
    const { page, go } = noor
    await addPasskey(noor)
    expect(await page.locator('.codes li').count()).toBe(10)
    await go('/account')
    await page.getByRole('button', { name: 'Log uit' }).click()
    await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor()

    await page.getByLabel('Dit is mijn eigen apparaat').check()
    await page.getByRole('button', { name: 'Log in met een passkey' }).press('Enter')
    await page.waitForURL(/\/scans$/)
    const cookie = (await noor.context.cookies()).find(({ name }) => name === 'quickscan-account')
    expect(cookie?.expires, 'the box about one’s own device counts here too').toBeGreaterThan(0)

    site.app.setClock('2026-11-23T14:05:00Z')
    await go('/account/beveiliging/passkeys')
    await page.getByRole('button', { name: 'Gebruik je passkey' }).click()
    await page.getByRole('link', { name: 'Mijn telefoon' }).click()
    await page.getByRole('button', { name: 'Haal deze passkey weg' }).click()
    await page.getByText('De passkey is weg.').waitFor()
  })

  test('that does not recognise somebody says so, changes nothing, and can be tried again', async () => {
    const sem = await person('sem@voorbeeld.nl')
    const { page, go } = sem
    await addPasskey(sem)
    await go('/account')
    await page.getByRole('button', { name: 'Log uit' }).click()
    await sem.recognise(false)
    const button = page.getByRole('button', { name: 'Log in met een passkey' })
    await button.click()
    await page.getByText('Er is niets veranderd.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/account/inloggen')
    await sem.recognise(true)
    await button.click()
    await page.waitForURL(/\/scans$/)
  })

  test('is not offered without JavaScript: the page says what to use instead', async () => {
    const visitor = await signUp(site.app, 'zonder@voorbeeld.nl')
    const { page, context, go } = await site.newPerson({ javaScriptEnabled: false })
    await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: site.origin })))
    await go('/account/beveiliging/passkeys')
    expect(await page.getByRole('button', { name: 'Maak een passkey' }).count()).toBe(0)
    expect(await page.getByText('JavaScript staat uit').isVisible()).toBe(true)
  })
})
