import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administrator } from '#test/administrator.ts'
import type { Visitor } from '#test/visitor.ts'
import { enter, tabTo } from './keyboard.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

const TIP = 'Kijk een keer mee bij een collega die vaak met een tolk werkt.'

let site: Site
let willemijn: Person
let bram: Person
let instrument: string
beforeAll(async () => {
  site = await openSite()
  instrument = site.app.instruments[0]?.id ?? ''
  willemijn = await signedIn(await administrator(site.app, 'willemijn@ministerie.voorbeeld'))
  bram = await signedIn(await administrator(site.app, 'bram@instituut.voorbeeld'))
}, 120_000)
afterAll(() => site?.close())

async function signedIn(who: Visitor): Promise<Person> {
  const person = await site.newPerson()
  await takeCookies(person, who)
  return person
}

function takeCookies({ context }: Person, { cookies }: Visitor): Promise<void> {
  return context.addCookies(
    [...cookies]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value, url: site.origin })),
  )
}

function firstStatement() {
  const statement = site.app.house.catalogue.find(instrument)?.clusters[0]?.statements[0]
  const tip = statement?.tips[0]
  if (!statement || !tip) throw new Error('the first statement has a tip')
  return { ...statement, tip }
}

const saved = (page: Page) => page.locator('[data-save-status]').filter({ hasText: /^Bewaard om/ })

describe('Friday afternoon, with the keys only', () => {
  let yesterday: Person
  let result: string
  let old: string
  let draft: string

  test('somebody finished a scan yesterday', async () => {
    yesterday = await site.newPerson()
    old = firstStatement().tip.text
    const scan = await startScanInBrowser(yesterday, instrument)
    const cluster = site.app.instruments[0]?.clusters[0]?.id
    const { page, go } = yesterday
    await go(`${scan}/${cluster}`)
    const { id, tip } = firstStatement()
    await page.locator(`input[name="${id}"][value="${tip.fits[0]}"]`).check({ force: true })
    await page
      .getByText(/^Bewaard om/)
      .first()
      .waitFor()
    await go(`${scan}/controle`)
    await page
      .getByRole('button', { name: /Rond af|afronden/i })
      .first()
      .click()
    await page.waitForURL(/resultaat/)
    result = new URL(page.url()).pathname
    expect(await page.content()).toContain(asHtml(old))
  }, 60_000)

  test('she begins a change and writes another tip, which is saved while she types', async () => {
    const { page, go } = willemijn
    await go('/account')
    await enter(page, page.getByRole('link', { name: /Inhoud/ }).first())
    await enter(page, page.locator(`a[href="/beheer/inhoud/instrumenten/${instrument}"]`))
    await tabTo(page, page.getByLabel('Waar gaat de wijziging over?'))
    await page.keyboard.type('Tip over tolken')
    await enter(page, page.getByRole('button', { name: 'Begin', exact: true }))
    await page.getByRole('heading', { level: 1, name: 'Tip over tolken' }).waitFor()
    draft = new URL(page.url()).pathname
    await enter(page, page.locator(`a[href="${draft}/teksten/stelling-${firstStatement().id}"]`))
    const field = page.getByLabel('Tip 1', { exact: true })
    await tabTo(page, field)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(TIP)
    await saved(page).waitFor()
    // She sees what becomes of it, without having asked.
    await page.locator('[data-preview]').getByText(TIP).waitFor()
    // Tab leaves the field: nothing traps it.
    await page.keyboard.press('Tab')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(false)
  }, 60_000)

  test('the checker speaks beside the field, and stops when it is mended', async () => {
    const { page } = willemijn
    const field = page.getByLabel('Tip 1', { exact: true })
    const remarks = page.locator(
      `[data-edit-field="texts.nl.statements.${firstStatement().id}.tips.${firstStatement().tip.id}"] .remarks`,
    )
    await field.fill(`${TIP} <b>nu</b>`)
    await remarks.getByText('Hier staat HTML in').waitFor()
    await field.fill(TIP)
    await remarks.getByText('Hier staat HTML in').waitFor({ state: 'detached' })
  }, 30_000)

  test('she compares, publishes, and a participant reads it', async () => {
    const { page } = willemijn
    await enter(page, page.getByRole('link', { name: 'Naar de wijziging' }))
    await enter(page, page.getByRole('link', { name: 'Vergelijk en publiceer' }))
    expect(await page.locator('ins').first().textContent()).toContain(TIP)
    await tabTo(page, page.getByLabel('Wat is er veranderd, in een of twee zinnen?'))
    await page.keyboard.type('De eerste tip is concreter.')
    await enter(page, page.getByRole('button', { name: 'Publiceer', exact: true }))
    await page.getByText('Versie 1.1.0 is gepubliceerd').waitFor()
    const visitor = await site.newPerson()
    await visitor.go(`/instrumenten/${instrument}/stellingen`)
    expect(await visitor.page.content()).toContain(TIP)
    await yesterday.go(result)
    const seen = await yesterday.page.content()
    expect(seen).toContain(asHtml(old))
    expect(seen).not.toContain(TIP)
  }, 60_000)

  test('she puts it back', async () => {
    const { page } = willemijn
    await enter(page, page.getByRole('button', { name: 'Zet versie 1.0.0 terug' }))
    await enter(page, page.getByRole('link', { name: 'Vergelijk en publiceer' }))
    await tabTo(page, page.getByLabel('Wat is er veranderd, in een of twee zinnen?'))
    await page.keyboard.type('De oude tip staat er weer.')
    await enter(page, page.getByRole('button', { name: 'Publiceer', exact: true }))
    await page.getByText('Versie 1.2.0 is gepubliceerd').waitFor()
    const visitor = await site.newPerson()
    await visitor.go(`/instrumenten/${instrument}/stellingen`)
    expect(await visitor.page.content()).not.toContain(TIP)
  }, 60_000)
})

describe('two administrators in one text', () => {
  let part: string

  test('both see it, and nothing that either typed is lost', async () => {
    const begun = await willemijn.page.request.post(
      `${site.origin}/beheer/inhoud/instrumenten/${instrument}`,
      {
        form: { doe: 'begin', titel: 'Samen' },
        headers: { origin: site.origin },
        maxRedirects: 0,
      },
    )
    part = `${begun.headers().location}/teksten/stelling-${firstStatement().id}`
    for (const person of [willemijn, bram]) await person.go(part)
    await willemijn.page.getByLabel('Het onderwerp').fill('Van Willemijn')
    await saved(willemijn.page).waitFor()
    await bram.page.getByLabel('Het onderwerp').fill('Van Bram')
    await bram.page.getByText('Iemand anders veranderde deze tekst ook').waitFor()
    expect(await bram.page.getByLabel('Het onderwerp').inputValue()).toBe('Van Bram')
    await bram.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await bram.page.getByText('Niet alles is bewaard').waitFor()
    expect(await bram.page.locator('blockquote').first().textContent()).toBe('Van Willemijn')
    expect(await bram.page.getByLabel('Het onderwerp').inputValue()).toBe('Van Bram')
    // Whoever saves once more means it.
    await bram.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await bram.page.getByText('Niemand anders ziet dit, tot je publiceert').waitFor()
    await willemijn.go(part)
    expect(await willemijn.page.getByLabel('Het onderwerp').inputValue()).toBe('Van Bram')
  }, 60_000)

  test('a line that is gone for a while loses nothing, and nothing is said to be saved', async () => {
    const { page, context } = willemijn
    await context.setOffline(true)
    await page.getByLabel('Het onderwerp').fill('Zonder verbinding')
    await page.getByText('Nog niet bewaard: geen verbinding').waitFor()
    await context.setOffline(false)
    await saved(page).waitFor({ timeout: 20_000 })
    await bram.go(part)
    expect(await bram.page.getByLabel('Het onderwerp').inputValue()).toBe('Zonder verbinding')
  }, 60_000)

  test('who is signed out while typing is told, keeps the text, and it is saved after signing in again', async () => {
    const { page, context } = bram
    const { db } = site.app.house
    const before = await context.cookies()
    await db.deleteFrom('sessions').execute()
    await page.getByLabel('Het onderwerp').fill('Na het uitloggen')
    await page.getByText('Je bent niet meer ingelogd').waitFor()
    expect(before.length).toBeGreaterThan(0)
    await takeCookies(bram, await administrator(site.app, 'bram2@instituut.voorbeeld'))
    page.on('dialog', (dialog) => dialog.accept())
    await bram.go(part)
    await saved(page).waitFor()
    expect(await page.getByLabel('Het onderwerp').inputValue()).toBe('Na het uitloggen')
  }, 60_000)
})

test('nothing was asked of another host', () => {
  expect(site.strangers).toEqual([])
})

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;')
}
