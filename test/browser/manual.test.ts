import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '#src/project-folder.ts'
import { administrator } from '#test/administrator.ts'
import { openSite, type Person, type Site } from './site.ts'

/**
 * Walks what the manual says, by the words that it prints in bold, and makes its pictures. `PICTURES=write` writes them;
 * without it, a page whose words are other than in its picture fails.
 */

const MANUAL = join(projectFolder, 'docs/beheer.md')
const PICTURES = join(projectFolder, 'docs/pictures/beheer')
const WORDS = join(PICTURES, 'words.json')

let site: Site
let willemijn: Person
let instrument: string
const met = new Set<string>()
const seen: Record<string, string> = {}
beforeAll(async () => {
  site = await openSite()
  instrument = site.app.instruments[0]?.texts.title ?? ''
  const who = await administrator(site.app, 'willemijn@ministerie.voorbeeld')
  // A picture of a page that is still coming in shows two pages.
  willemijn = await site.newPerson({
    viewport: { width: 1000, height: 720 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  })
  await willemijn.context.addCookies(
    [...who.cookies]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value, url: site.origin })),
  )
}, 120_000)
afterAll(() => site?.close())

const manual = () => readFileSync(MANUAL, 'utf8')

/** The words that the manual has in bold, which somebody looks for on the screen. */
const bold = () => new Set([...manual().matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words))

/** Presses or fills what the manual names; that it names it, is checked at the end. */
async function press(page: Page, words: string): Promise<void> {
  met.add(words)
  const exact = page
    .getByRole('link', { name: words, exact: true })
    .or(page.getByRole('button', { name: words, exact: true }))
  // A row of a list has its title first, and a line about it behind that.
  const first = (await exact.count()) > 0 ? exact : page.getByRole('link', { name: new RegExp(`^${words}`) })
  await first.first().click()
}

async function fill(page: Page, words: string, text: string): Promise<void> {
  met.add(words)
  await page.getByLabel(words, { exact: true }).fill(text)
}

async function picture(page: Page, name: string): Promise<void> {
  seen[name] = (await page.locator('main').innerText())
    .replace(/\s+/g, ' ')
    .replace(/\d{1,2}\.\d{2}/g, 'tijd')
  if (process.env.PICTURES !== 'write') return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

test('somebody with only the manual adds a tip with a source, and publishes it', async () => {
  const { page, go } = willemijn
  await go('/')
  await press(page, 'Account')
  await press(page, 'Inhoud')
  await picture(page, 'inhoud')
  await page.getByRole('link', { name: instrument }).click()
  await fill(page, 'Waar gaat de wijziging over?', 'Een tip over tolken')
  await press(page, 'Begin')
  await press(page, 'Bronnen')
  await fill(page, 'Titel', 'Werken met een tolk in de spreekkamer')
  await fill(page, 'Link', 'https://www.example.org/tolken')
  await press(page, 'Bewaar')
  await page.getByText('De bron staat erbij').waitFor()
  await page.getByRole('link', { name: 'Een tip over tolken' }).click()
  await page.getByRole('link', { name: /^Stelling 2\b/ }).click()
  const before = await page.getByLabel(/^Tip \d+$/).count()
  await press(page, 'Voeg een tip toe')
  await page.getByText('Onderaan staat een lege tip').waitFor()
  const tip = page.getByLabel(`Tip ${before + 1}`, { exact: true })
  await tip.fill('Lees samen hoe je een gesprek met een tolk begint en afsluit.')
  await page
    .locator('[data-save-status]')
    .filter({ hasText: /^Bewaard om/ })
    .waitFor()
  await page.locator('[data-preview]').getByText('Lees samen hoe je een gesprek').waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'stelling')
  met.add('Verander voor wie, de bronnen of haal weg')
  await page.getByRole('link', { name: new RegExp(`haal weg\\s*: tip ${before + 1}$`) }).click()
  await page.getByLabel('Startend').press('Space')
  met.add('Bron 1')
  await page.getByLabel('Bron 1').selectOption({ label: 'Werken met een tolk in de spreekkamer' })
  await press(page, 'Bewaar')
  await press(page, 'Naar de wijziging')
  await press(page, 'Vergelijk en publiceer')
  await picture(page, 'publiceren')
  await fill(page, 'Wat is er veranderd, in een of twee zinnen?', 'Een tip over tolken erbij, met een bron.')
  met.add('Op een moment dat ik kies')
  await page.getByLabel('Op een moment dat ik kies').waitFor()
  await press(page, 'Publiceer')
  await page.getByText('Versie 1.1.0 is gepubliceerd').waitFor()
  await go(`/instrumenten/${site.app.instruments[0]?.id}/stellingen`)
  const shown = await page.content()
  expect(shown).toContain('Lees samen hoe je een gesprek met een tolk begint en afsluit.')
  expect(shown).toContain('https://www.example.org/tolken')
}, 60_000)

test('what else the manual names in bold is there', async () => {
  const { page, go } = willemijn
  await go(`/beheer/inhoud/instrumenten/${site.app.instruments[0]?.id}`)
  for (const words of ['Zet versie 1.0.0 terug', 'Download als bestand', 'Of lees een bestand in']) {
    met.add(words)
    await page.getByText(words).first().waitFor()
  }
  await go('/account')
  await press(page, 'Logboek')
  await page.getByText('Publiceerde versie 1.1.0').waitFor()
  expect([...bold()].filter((words) => !met.has(words))).toEqual([])
  expect([...met].filter((words) => !bold().has(words))).toEqual([])
}, 30_000)

test('the pictures of the manual are of these pages, with these words', () => {
  if (process.env.PICTURES === 'write') writeFileSync(WORDS, `${JSON.stringify(seen, null, 2)}\n`)
  const named = [...manual().matchAll(/\]\(pictures\/beheer\/([^.]+)\.png\)/g)].map(([, name]) => name)
  expect(named.sort()).toEqual(Object.keys(seen).sort())
  const kept = JSON.parse(readFileSync(WORDS, 'utf8'))
  // Other words on the page than in the picture: run this test with PICTURES=write, and look at the pictures.
  expect(seen).toEqual(kept)
})
