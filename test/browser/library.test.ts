import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('somebody searches with the keyboard alone, narrows it down, and reads what was found', async () => {
  const person = await site.newPerson()
  const { page } = person
  await person.go('/bibliotheek')
  const isFocused = (name: string) =>
    page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)
  for (let press = 0; press < 30 && !(await isFocused('q')); press++) await page.keyboard.press('Tab')
  await page.keyboard.type('tolken')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /gevonden voor “tolken”/ }).waitFor()
  await page.getByText('Zoek preciezer').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Soort').focus()
  await page.keyboard.type('Stell')
  await page.getByRole('button', { name: 'Zoek', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/soort=stelling/)
  const first = page
    .getByRole('list')
    .filter({ has: page.locator('.whole-row') })
    .getByRole('link')
    .first()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/stellingen#/)
  await person.context.close()
})

test('the same without JavaScript, at 320 pixels, without anything that scrolls sideways', async () => {
  const person = await site.newPerson({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const { page } = person
  await person.go('/bibliotheek')
  await page.getByLabel('Zoek een woord of een vraag').fill('brieven')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.getByRole('heading', { name: /gevonden voor “brieven”/ }).waitFor()
  const [content, window] = [
    await page.locator('html').evaluate((html) => html.scrollWidth),
    await page.locator('html').evaluate((html) => html.clientWidth),
  ]
  expect(content).toBeLessThanOrEqual(window)
  await page.locator('.whole-row').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await person.context.close()
})

test('a row is one target: a press beside the words opens it too', async () => {
  const person = await site.newPerson()
  const { page } = person
  await person.go('/bibliotheek?q=tolk')
  const row = page.locator('.results > li').first()
  const box = await row.boundingBox()
  if (!box) throw new Error('the row is not on the page')
  await page.mouse.click(box.x + box.width - 4, box.y + box.height - 4)
  await page.waitForURL((url) => !url.pathname.startsWith('/bibliotheek') || url.search === '')
  await person.context.close()
})
