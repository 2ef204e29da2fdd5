import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import type { Letter } from '#domain/letter.ts'
import { PASSWORD } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { instrumentOf } from '#test/team.ts'
import { enter, tabTo } from './keyboard.ts'
import { openSite, type Person, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site?.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()

/** Several people wait at the same time: what one of them finds in the post is kept for the others. */
const proofs: Letter[] = []

function letterTo(address: string): Promise<Letter> {
  return vi.waitFor(async () => {
    proofs.push(...(await readMail(site.app)))
    const letter = proofs.find(({ to }) => to === address)
    if (!letter) throw new Error(`no letter came for ${address}`)
    return letter
  }, 5_000)
}

/** Makes an account by the link in the mail, as anybody does, without leaving this browser. */
async function signUpInBrowser({ page, go }: Person, address: string): Promise<void> {
  await go('/account/aanmelden')
  await page.getByLabel('E-mailadres').fill(address)
  await button(page, 'Stuur mij een mail').click()
  await page.waitForURL('**/kijk-in-je-mail*')
  await go(linkIn(await letterTo(address)))
  await page.getByLabel('Kies een wachtwoord').fill(PASSWORD)
  await button(page, 'Maak mijn account').click()
  await page.waitForURL('**/account*')
}

type Hands = {
  press: (name: RegExp) => Promise<void>
  /** Gives a statement the answer of this number. */
  choose: (statement: string, answer: number) => Promise<void>
}

function withMouse(page: Page): Hands {
  return {
    press: (name) => page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click(),
    choose: (statement, answer) => page.locator(`input[name="${statement}"]`).nth(answer).check(),
  }
}

function withKeyboard(page: Page): Hands {
  return {
    press: (name) =>
      enter(page, page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()),
    choose: async (statement, answer) => {
      await tabTo(page, page.locator(`input[name="${statement}"]`).first())
      await page.keyboard.press('Space')
      for (let number = 0; number < answer; number += 1) await page.keyboard.press('ArrowDown')
    },
  }
}

/** Every statement gets the answer of this number, and the scan is finished. Begins at the page of the group. */
async function fillIn(page: Page, answer: number, { press, choose }: Hands): Promise<void> {
  await press(/^(Begin met invullen|Ga verder)$/)
  await page.waitForURL(/\/scans\/[^/]+$/)
  // Whoever named no role on joining is asked for it, for the tips.
  await press(/^(Sla over|Begin met)/)
  for (const cluster of instrumentOf(site.app).clusters) {
    await page.getByRole('heading', { level: 1, name: cluster.title }).waitFor()
    for (const { id } of cluster.statements) {
      await choose(id, answer)
    }
    await press(/^Bewaar en (ga naar|controleer)/)
  }
  await page.getByRole('heading', { level: 1, name: 'Controleer je antwoorden' }).waitFor()
  await press(/^Rond af/)
  await page.waitForURL('**/resultaat')
}

test('two people and a beamer: an organiser with the keyboard alone, nine members, and the team’s report', async () => {
  const organiser = await site.newPerson({ acceptDownloads: true })
  await signUpInBrowser(organiser, 'noor@voorbeeld.nl')
  const { page } = organiser
  await organiser.go('/groepen')
  await enter(page, link(page, 'Maak een groep'))
  await tabTo(page, page.getByLabel('Hoe heet de groep?'))
  await page.keyboard.type('Team Werk')
  await tabTo(page, page.getByLabel('Jouw naam'))
  await page.keyboard.type('Noor de Vries')
  await enter(page, button(page, 'Maak de groep'))
  await page.waitForURL('**/uitnodigen*')
  const addresses = Array.from({ length: 9 }, (_, index) => `lid${index}@voorbeeld.nl`)
  await tabTo(page, page.getByLabel('E-mailadressen'))
  await page.keyboard.insertText(`${addresses.join('; ')}; LID0@voorbeeld.nl; zomaar iets`)
  await enter(page, button(page, 'Bekijk wie er mail krijgt'))
  await page.getByRole('heading', { level: 1, name: '9 mensen krijgen een uitnodiging' }).waitFor()
  await page.getByText('Dubbel, en één keer gerekend').waitFor()
  await enter(page, button(page, 'Verstuur 9 uitnodigingen'))
  await page.getByText('De uitnodigingen zijn onderweg.').waitFor()
  const group = new URL(page.url()).pathname
  const letters = await readMail(site.app)
  expect(letters.map(({ to }) => to).sort()).toEqual(addresses)

  const members = addresses.map((address, index) => {
    const letter = letters.find(({ to }) => to === address)
    if (!letter) throw new Error(`no letter came for ${address}`)
    return () => takePart(linkIn(letter), address, index)
  })
  // The first alone; then four at the same time, as in a team.
  let ready = 0
  for (const together of [1, 4, 4]) {
    await Promise.all(members.slice(ready, ready + together).map((member) => member()))
    ready += together
    await seesOnlyHowMany(organiser, group, addresses, ready)
  }

  await organiser.go(group)
  await enter(page, button(page, 'Stuur een herinnering'))
  await page.getByText('Wie nog niet klaar is, krijgt een herinnering').waitFor()
  expect(await readMail(site.app)).toEqual([])
  await enter(page, link(page, 'Sluit de ronde'))
  await enter(page, button(page, 'Sluit de ronde'))
  await page.getByText('De ronde is gesloten.').waitFor()
  expect((await readMail(site.app)).length).toBe(10)
  await enter(page, link(page, /^Ronde 1/))
  await page.getByRole('heading', { level: 1, name: 'Team Werk' }).waitFor()
  await page.getByText('5 tot en met 9 mensen').first().waitFor()
  const download = page.waitForEvent('download', { timeout: 30_000 })
  await enter(page, link(page, /PDF/))
  const file = await (await download).path()
  if (pdfToolsAreHere()) {
    const { readFile } = await import('node:fs/promises')
    const text = await readPdfText(await readFile(file))
    expect(text).toContain('Team Werk')
    expect(text).toContain('5 tot en met 9')
    expect(addresses.filter((one) => text.includes(one))).toEqual([])
  }
  await organiser.context.close()
}, 240_000)

/** Before closing an organiser sees a number, and by nothing who accepted, who is ready or what comes out of it. */
async function seesOnlyHowMany(
  { page, go }: Person,
  group: string,
  invited: string[],
  accepted: number,
): Promise<void> {
  await go(group)
  const seen = await page.locator('main').innerText()
  expect(seen).toMatch(new RegExp(`Doen mee\\s+${accepted} mens(en)?\\b`))
  expect(seen).toContain('Minder dan 5 mensen, of nog niet geteld')
  expect(invited.filter((one) => seen.includes(one))).toEqual([])
  expect((await page.request.get(`${site.origin}${group}/rondes/1`)).status()).toBe(404)
  expect((await page.request.get(`${site.origin}${group}/rondes/1/verslag.pdf`)).status()).toBe(404)
  // Everybody stands in this list, and with everybody the same.
  await go(`${group}/uitnodigingen`)
  const rows = await page.locator('main .rows li').allInnerTexts()
  const alike = rows.map((row) => invited.reduce((text, one) => text.replaceAll(one, 'iemand'), row))
  expect(rows).toHaveLength(invited.length)
  expect(new Set(alike).size).toBe(1)
}

/** A member: the first two with the keyboard alone, the others without JavaScript. */
async function takePart(invitation: string, address: string, index: number): Promise<void> {
  const byKeyboard = index < 2
  const person = await site.newPerson(byKeyboard ? {} : { javaScriptEnabled: false })
  const { page } = person
  const hands = byKeyboard ? withKeyboard(page) : withMouse(page)
  const { press } = hands
  await person.go(invitation)
  await page.getByRole('heading', { name: 'Je bent uitgenodigd voor een groep' }).waitFor()
  await signUpInBrowser(person, address)
  await person.go(invitation)
  await page.getByText('Niemand ziet jouw antwoorden').waitFor()
  await page.getByText(index === 0 ? 'Nog niemand heeft' : /al mee\.$/).waitFor()
  const [role] = instrumentOf(site.app).roles
  await page.getByLabel('Je functie').selectOption(role?.id ?? '')
  await press(/^Doe mee$/)
  await page.getByText('Je doet mee.').waitFor()
  const group = new URL(page.url()).pathname
  await fillIn(page, index % 5, hands)
  await page.getByText('Er is nog niets ingestuurd').waitFor()
  await press(/^Bekijk wat je instuurt$/)
  await page.getByRole('heading', { level: 1, name: 'Dit stuur je in' }).waitFor()
  await page.getByText('verzonnen mensen').first().waitFor()
  await press(/^Stuur mijn antwoorden in$/)
  await page.getByText('Je antwoorden zijn ingestuurd.').waitFor()
  expect(new URL(page.url()).pathname).toBe(group)
  await person.context.close()
}

test('an open group of three: two share by name, one looks on, and one takes back before the end', async () => {
  const people = new Map<string, Person>()
  for (const name of ['Mara', 'Sem', 'Jan']) {
    const person = await site.newPerson({ javaScriptEnabled: false })
    await signUpInBrowser(person, `${name.toLowerCase()}@voorbeeld.nl`)
    people.set(name, person)
  }
  const of = (name: string) => {
    const person = people.get(name)
    if (!person) throw new Error(`there is no ${name}`)
    return person
  }
  const mara = of('Mara')
  await mara.go('/groepen/nieuw')
  await mara.page.getByLabel('Hoe heet de groep?').fill('Wij drieën')
  await mara.page.getByLabel(/^Open: naast elkaar/).check()
  await mara.page.getByLabel('Jouw naam').fill('Mara')
  await button(mara.page, 'Maak de groep').click()
  await mara.page.getByLabel('E-mailadressen').fill('sem@voorbeeld.nl, jan@voorbeeld.nl')
  await button(mara.page, 'Bekijk wie er mail krijgt').click()
  await button(mara.page, 'Verstuur 2 uitnodigingen').click()
  await button(mara.page, 'Doe zelf ook mee').click()
  const group = new URL(mara.page.url()).pathname
  for (const letter of await readMail(site.app)) {
    const person = of(letter.to.startsWith('sem') ? 'Sem' : 'Jan')
    await person.go(linkIn(letter))
    await person.page.getByText('Dit is een open groep').waitFor()
    await button(person.page, 'Doe mee').click()
  }
  for (const [index, name] of ['Mara', 'Sem', 'Jan'].entries()) {
    const { page } = of(name)
    const hands = withMouse(page)
    const { press } = hands
    await fillIn(page, index * 2, hands)
    // The own result comes first; only then is there a choice.
    await page.getByText('Er is nog niets gedeeld').waitFor()
    if (name === 'Jan') continue
    await press(/^Bekijk wat je instuurt$/)
    await page.getByLabel('Onder welke naam?').fill(name)
    await press(/^Deel mijn antwoorden met de groep$/)
    await page.getByText('Je antwoorden zijn ingestuurd.').waitFor()
  }
  const jan = of('Jan')
  await jan.go(`${group}/rondes/1`)
  await jan.page.getByRole('heading', { level: 1, name: 'Jullie antwoorden naast elkaar' }).waitFor()
  const statements = statementsOf(instrumentOf(site.app)).length
  const beside = await jan.page.locator('main').innerText()
  expect(beside.match(/Mara:/g)?.length).toBeGreaterThanOrEqual(statements)
  expect(beside.match(/Sem:/g)?.length).toBeGreaterThanOrEqual(statements)
  expect(beside).not.toContain('Jan')
  for (const [who, other] of [
    ['Mara', 'Sem'],
    ['Sem', 'Mara'],
  ] as const) {
    await of(who).go(`${group}/rondes/1`)
    const seen = await of(who).page.locator('main').innerText()
    expect(seen).toContain(`${other}:`)
    expect(seen).not.toContain('Jan')
  }
  await of('Sem').go(group)
  await button(of('Sem').page, 'Haal mijn antwoorden terug').click()
  await jan.go(`${group}/rondes/1`)
  expect(await jan.page.locator('main').innerText()).not.toContain('Sem')
  const stranger = await site.newPerson()
  await signUpInBrowser(stranger, 'vreemde@voorbeeld.nl')
  expect((await stranger.page.request.get(`${site.origin}${group}/rondes/1`)).status()).toBe(404)
}, 120_000)
