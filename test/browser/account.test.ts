import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instrument, levelsOf, statementsOf } from '#domain/instrument.ts'
import { PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import type { Visitor } from '#test/visitor.ts'
import { enter, tabTo } from './keyboard.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

let site: Site
let instrument: Instrument
beforeAll(async () => {
  site = await openSite()
  const [first] = site.app.instruments
  if (!first) throw new Error('there is no instrument')
  instrument = first
}, 60_000)
afterAll(() => site?.close())

/** The path in the letter that came for this address. */
async function linkFor(address: string): Promise<string> {
  const letter = (await readMail(site.app)).find(({ to }) => to === address)
  if (!letter) throw new Error(`no letter came for ${address}`)
  return linkIn(letter)
}

describe('from a scan without an account to a scan in an account', () => {
  test('with the keyboard alone', async () => {
    const { page, go } = await site.newPerson()
    const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const heading = (name: string) => page.getByRole('heading', { level: 1, name })
    await go('/')
    await enter(page, link(/^Start/))
    await page.waitForURL(/\/instrumenten\//)
    await enter(page, button(/start$/))
    await page.waitForURL(/\/scans\//)

    await enter(page, page.getByRole('link', { name: 'Account', exact: true }))
    await enter(page, link('Maak een account'))
    await heading('Maak een account').waitFor()
    await tabTo(page, page.getByLabel('E-mailadres'))
    await page.keyboard.type('toets@')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('heading', { name: 'Dit lukte nog niet' }).evaluate(isFocused)).toBe(true)
    await enter(page, link(/^Vul je e-mailadres in/))
    expect(await page.getByLabel('E-mailadres').evaluate(isFocused)).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.type('voorbeeld.nl')
    await page.keyboard.press('Enter')
    await heading('Kijk in je mail').waitFor()

    await go(await linkFor('toets@voorbeeld.nl'))
    await tabTo(page, page.getByLabel('Kies een wachtwoord'))
    await page.keyboard.type(PASSWORD)
    await tabTo(page, page.getByRole('checkbox', { name: /eigen apparaat/ }))
    await page.keyboard.press('Space')
    await enter(page, button('Maak mijn account'))
    await heading('Is deze scan van jou?').waitFor()
    await enter(page, button('Ja, zet in mijn account'))
    await page.waitForURL(/\/scans\?overgenomen=ja/)
    expect(await page.getByText('Wat je koos, staat nu in je account.').isVisible()).toBe(true)
    expect(await page.locator('.rows .row').filter({ hasText: 'gedaan' }).count()).toBe(1)
    await page.context().close()
  })

  test('without JavaScript, on a phone', async () => {
    const person = await site.newPerson({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const { page, go } = person
    await startScanInBrowser(person, instrument.id)
    await page.getByRole('link', { name: 'Account', exact: true }).click()
    await page.getByRole('link', { name: 'Maak een account' }).click()
    await page.getByLabel('E-mailadres').fill('telefoon@voorbeeld.nl')
    await page.getByRole('button', { name: 'Stuur mij een mail' }).click()
    await page.getByRole('heading', { name: 'Kijk in je mail' }).waitFor()
    await page.getByText('Ik zie geen mail').click()
    await page.getByText('Kijk ook in de map met ongewenste mail').waitFor()

    await go(await linkFor('telefoon@voorbeeld.nl'))
    await page.getByLabel('Kies een wachtwoord').fill('welkom')
    await page.getByRole('button', { name: 'Maak mijn account' }).click()
    expect(await page.getByRole('heading', { name: 'Dit lukte nog niet' }).textContent()).toBeTruthy()
    await page.getByLabel('Kies een wachtwoord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Maak mijn account' }).click()
    await page.getByRole('button', { name: 'Ja, zet in mijn account' }).click()
    await page.waitForURL(/\/scans\?overgenomen=ja/)

    await go('/account')
    await page.getByRole('button', { name: 'Log uit' }).click()
    await page.getByLabel('E-mailadres').fill('telefoon@voorbeeld.nl')
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await page.waitForURL(/\/scans$/)
    expect(await page.locator('.rows .row').filter({ hasText: 'gedaan' }).count()).toBe(1)
    await page.context().close()
  })
})

describe('after signing out', () => {
  const address = 'weg@voorbeeld.nl'
  const note = 'Dit is alleen van mij.'
  const PRIVATE = new RegExp(`${address}|${note}|Je profiel`)
  beforeAll(async () => void (await signUp(site.app, address)))

  async function signIn({ page, go }: Person): Promise<void> {
    await go('/account/inloggen')
    await page.getByLabel('E-mailadres').fill(address)
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await page.waitForURL(/\/scans$/)
  }

  /** Somebody with a scan in the account and words that the server does not have yet, who then signs out. */
  async function leaveAfterLooking(): Promise<Person> {
    const person = await site.newPerson()
    const { page, go } = person
    await signIn(person)
    const scan = await startScanInBrowser(person, instrument.id)
    await go(`${scan}/${instrument.clusters[0]?.id}`)
    await page.getByText('Notitie voor jezelf').first().click()
    await page.route('**/antwoorden/**', (route) => route.abort())
    await page.getByRole('textbox').first().fill(note)
    await page.waitForFunction(() => sessionStorage.length === 1)
    page.on('dialog', (dialog) => dialog.accept())
    // What an earlier or a later version of ours might keep.
    await page.evaluate(async () => {
      localStorage.setItem('van-vroeger', 'privé')
      await caches.open('van-vroeger')
    })
    // A page whose requests are watched has no cache.
    await page.unroute('**/antwoorden/**')
    await go('/account/profiel')
    await go('/account')
    await page.getByRole('button', { name: 'Log uit' }).click()
    await page.getByText('Je bent uitgelogd.').waitFor()
    return person
  }

  /** Until the page that it leads to is there: an address that asks to sign in leads on. */
  async function goBack({ page }: Person): Promise<void> {
    await page.goBack({ waitUntil: 'load' }).catch(() => null)
    await page.waitForLoadState('load')
  }

  const whatIsShown = ({ page }: Person) =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
      return `${document.documentElement.textContent} ${fields.map(({ value }) => value).join(' ')}`
    })

  test('going back shows nothing that was private', async () => {
    const person = await leaveAfterLooking()
    const { page, context } = person
    let steps = 0
    for (; page.url() !== 'about:blank' && steps < 10; steps++) {
      await goBack(person)
      expect(await whatIsShown(person)).not.toMatch(PRIVATE)
    }
    expect(steps, 'it went all the way back').toBeGreaterThan(3)
    console.log(`after signing out: ${steps} steps back, nothing private`)
    await context.close()
  })

  test('control: before signing out, going back does show it', async () => {
    const person = await site.newPerson()
    await signIn(person)
    await person.go('/account')
    await person.go('/contact')
    await goBack(person)
    expect(await whatIsShown(person)).toMatch(PRIVATE)
    await person.context.close()
  })

  test('nothing of it is kept in the browser: no words, no files, no pages', async () => {
    const { page, context } = await leaveAfterLooking()
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      databases: (await indexedDB.databases()).length,
    }))
    expect(kept).toEqual({ local: [], session: [], caches: [], databases: 0 })
    expect((await context.cookies()).filter(({ name }) => name === 'quickscan-account')).toEqual([])

    const style = (await page.locator('link[rel=stylesheet]').first().getAttribute('href')) ?? ''
    const isCached = (path: string) =>
      page.evaluate(async (asked) => {
        const answer = await fetch(asked, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null)
        return answer?.ok ?? false
      }, path)
    await page.evaluate(async (asked) => void (await (await fetch(asked)).text()), style)
    expect(await isCached(style), 'control: what may be kept is found').toBe(true)
    for (const path of ['/account', '/account/profiel', '/scans']) expect(await isCached(path)).toBe(false)
    await context.close()
  })
})

describe('once more', () => {
  test('from the earlier answers to the trend', async () => {
    const visitor = await signUp(site.app, 'opnieuw@voorbeeld.nl')
    const person = await site.newPerson()
    const { page, context, go } = person
    await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: site.origin })))
    await finishedScan(visitor)
    site.app.setClock('2026-11-23T15:05:00Z')
    const [cluster] = instrument.clusters
    const [first, second] = cluster?.statements ?? []
    if (!cluster || !first || !second) throw new Error('two statements are needed')
    const [, low, middle] = levelsOf(instrument)

    await go('/scans')
    await page.getByRole('link', { name: /^Doe opnieuw/ }).click()
    await page.getByRole('button', { name: 'Neem mijn antwoorden mee' }).click()
    await page.waitForURL(/\/scans\/\w{16}/)
    const scan = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
    await go(`${scan}/${cluster.id}`)
    const answer = (statement: string, label = '') =>
      page
        .getByRole('group', { name: statement })
        .getByRole('radio', { name: new RegExp(`^${label}`) })
        .first()
    expect(await answer(first.statement, low?.label).isChecked()).toBe(true)
    await answer(first.statement, middle?.label).check()
    await page
      .getByText(/^Bewaard om/)
      .first()
      .waitFor()
    await go(`${scan}/controle`)
    await page.getByRole('button', { name: /^Rond af/ }).click()
    await page.waitForURL(/\/resultaat$/)

    await go('/scans')
    await page.getByRole('link', { name: 'Bekijk het verloop' }).click()
    await page.getByRole('heading', { level: 1, name: 'Wat veranderde er?' }).waitFor()
    const up = page.locator('section[aria-labelledby="per-stelling"] > div').filter({
      has: page.getByRole('heading', { name: /^Vooruit/ }),
    })
    expect(await up.getByRole('listitem').count()).toBe(1)
    expect(await up.textContent()).toContain(first.topic)
    const same = page.getByText('Laat zien')
    await same.click()
    expect(await page.getByRole('link', { name: new RegExp(second.topic) }).isVisible()).toBe(true)
    await context.close()
  })

  /** Every statement at the second level. */
  async function finishedScan(who: Visitor): Promise<void> {
    const { location } = await who.post('/scans', { instrument: instrument.id })
    const [, low] = levelsOf(instrument)
    for (const { id, statements } of instrument.clusters) {
      await who.post(
        `${location}/${id}`,
        Object.fromEntries(statements.map((one) => [one.id, low?.id ?? ''])),
      )
    }
    await who.post(`${location}/afronden`)
    expect(statementsOf(instrument).length).toBeGreaterThan(2)
  }
})

test('nothing was asked of another host in all of this', () => {
  expect(site.strangers).toEqual([])
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}
