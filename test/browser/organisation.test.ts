import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { type DishonestProvider, startDishonestProvider } from '../organisation-provider.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let provider: DishonestProvider
beforeAll(async () => {
  site = await openSite()
  // At 127.0.0.1, which to a browser is another site than localhost.
  provider = await startDishonestProvider({ sub: '1', email: 'anna@school.example', email_verified: true })
  const { issuer, clientId, clientSecret } = provider
  Object.assign(site.app.house, {
    organisationSignIn: createOrganisationSignIn({ issuer, clientId, clientSecret, allowInsecure: true }),
    site: { ...site.app.house.site, linkBase: site.origin },
  })
})
afterAll(async () => {
  await site?.close()
  await provider?.leave()
})

test.each([
  ['with scripts', true],
  ['without', false],
])('somebody goes to the organisation and comes back signed in, %s', async (_, javaScriptEnabled) => {
  const { page, go } = await site.newPerson({ javaScriptEnabled })
  await go('/account/inloggen?verder=/account')
  await page.getByRole('button', { name: 'Log in met het account van je organisatie' }).click()
  await page.getByRole('link', { name: 'Ga verder naar je organisatie' }).click()
  await page.waitForURL(/\/account$/)
  await page.getByText('anna@school.example').waitFor()
  expect(site.strangers.every((url) => url.startsWith(provider.issuer))).toBe(true)
})

test('an answer that sends the form on to there would be stopped by our policy', async () => {
  const { page, go } = await site.newPerson()
  await go('/account/inloggen')
  await page.route('**/account/organisatie', (route) =>
    route.fulfill({ status: 303, headers: { location: `${provider.issuer}/authorize` } }),
  )
  const isStopped = page.waitForEvent('console', (message) => message.text().includes('form-action'))
  await page.getByRole('button', { name: 'Log in met het account van je organisatie' }).click()
  await isStopped
  expect(page.url()).toContain(site.origin)
})
