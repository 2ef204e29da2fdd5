import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { accountStates } from './account-states.ts'
import { tabTo } from './keyboard.ts'
import { openSite, type Person, type Site } from './site.ts'
import type { State } from './states.ts'

let site: Site
let states: State[]
beforeAll(async () => {
  site = await openSite()
  states = (await accountStates(site.app)).filter(({ html }) => html === undefined)
}, 120_000)
afterAll(() => site?.close())

async function open({ context, go }: Person, { who, path }: State): Promise<void> {
  await context.clearCookies()
  const kept = [...who.cookies].filter(([, value]) => value !== '')
  await context.addCookies(kept.map(([name, value]) => ({ name, value, url: site.origin })))
  await go(path)
}

async function confirmationFor(address: string): Promise<string> {
  await site.app.newVisitor().post('/account/aanmelden', { adres: address })
  const letter = (await readMail(site.app)).find(({ to }) => to === address)
  if (!letter) throw new Error(`no letter came for ${address}`)
  return linkIn(letter)
}

describe('a password', () => {
  test('can be pasted, shown and hidden with the keyboard, and is hidden again when it is sent', async () => {
    const { page, context, go } = await site.newPerson()
    await go(await confirmationFor('plakken@voorbeeld.nl'))
    const password = page.getByLabel('Kies een wachtwoord')
    const address = page.getByLabel('E-mailadres')
    await address.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+C')
    await tabTo(page, password)
    await page.keyboard.press('Control+V')
    expect(await password.inputValue()).toBe('plakken@voorbeeld.nl')

    const reveal = page.getByRole('button', { name: 'Laat zien wat ik typ' })
    await tabTo(page, reveal)
    for (const [type, isPressed] of [
      ['text', 'true'],
      ['password', 'false'],
      ['text', 'true'],
    ]) {
      await page.keyboard.press('Space')
      expect([await password.getAttribute('type'), await reveal.getAttribute('aria-pressed')]).toEqual([
        type,
        isPressed,
      ])
    }
    await page.evaluate(() => {
      document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault())
    })
    await page.getByRole('button', { name: 'Maak mijn account' }).press('Enter')
    expect(await password.getAttribute('type')).toBe('password')
    await context.close()
  })

  test('that is new is judged while it is typed, in a place that a screen reader reads out', async () => {
    const { page, context, go } = await site.newPerson()
    await go(await confirmationFor('sterkte@voorbeeld.nl'))
    const told = page.locator('.password-strength')
    expect(await told.getAttribute('aria-live')).toBe('polite')
    expect(await told.textContent()).toBe('')
    const heard: string[] = []
    for (const typed of ['welkom', 'welkom01welkom', PASSWORD]) {
      await page.getByLabel('Kies een wachtwoord').fill(typed)
      await page.waitForFunction(
        (before) => !['', before].includes(document.querySelector('.password-strength')?.textContent ?? ''),
        heard.at(-1) ?? '',
      )
      heard.push((await told.textContent()) ?? '')
    }
    console.log(`of three passwords: ${heard.join(' | ')}`)
    await page.getByLabel('Kies een wachtwoord').fill('')
    await page.waitForFunction(() => document.querySelector('.password-strength')?.textContent === '')
    await context.close()
  })
})

test('every field says to browsers and password managers what belongs in it', async () => {
  const visitor = await signUp(site.app, 'velden@voorbeeld.nl')
  const { page, context, go } = await site.newPerson()
  const found: Record<string, string[]> = {}
  const look = async (path: string) => {
    await go(path)
    const fields = page.locator('main input:not([type=hidden], [type=checkbox]), main input[autocomplete]')
    found[path.split('?')[0] ?? ''] = await fields.evaluateAll((all) =>
      all.map((field) => `${field.getAttribute('name')}: ${field.getAttribute('autocomplete')}`),
    )
  }
  await look('/account/inloggen')
  await look('/account/aanmelden')
  await look('/account/wachtwoord-vergeten')
  await look(await confirmationFor('veld@voorbeeld.nl'))
  await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: site.origin })))
  for (const path of ['wachtwoord', 'ben-jij-het', 'e-mailadres', 'profiel']) await look(`/account/${path}`)
  expect(found).toEqual({
    '/account/inloggen': ['adres: username', 'wachtwoord: current-password'],
    '/account/aanmelden': ['adres: email'],
    '/account/wachtwoord-vergeten': ['adres: username'],
    '/account/bevestigen': ['adres: username', 'wachtwoord: new-password'],
    '/account/wachtwoord': ['adres: username', 'wachtwoord: new-password'],
    '/account/ben-jij-het': ['adres: username', 'wachtwoord: current-password'],
    '/account/e-mailadres': ['adres: email'],
    '/account/profiel': ['organisatie: organization'],
  })
  await context.close()
})

describe('on every page of an account', () => {
  test('whatever can be pressed is at least 24 pixels, unless it stands in a sentence', async () => {
    const person = await site.newPerson({ viewport: { width: 320, height: 800 } })
    const found: string[] = []
    let looked = 0
    for (const state of states) {
      await open(person, state)
      const { small, count } = await measureTargets(person.page)
      looked += count
      found.push(...small.map((target) => `${state.name}: ${target}`))
    }
    console.log(`${looked} targets on ${states.length} pages at 320 pixels`)
    expect(looked).toBeGreaterThan(10 * states.length)
    expect(found).toEqual([])
    await person.page.setContent('<main><button style="width:20px;height:20px">x</button></main>')
    expect((await measureTargets(person.page)).small, 'control').toHaveLength(1)
    await person.context.close()
  })

  test('the focus is seen wherever Tab leads, and nothing lies over it', async () => {
    const person = await site.newPerson({ viewport: { width: 390, height: 700 } })
    const { page } = person
    const found: string[] = []
    let stops = 0
    for (const state of states.filter(({ name }) => WALKED.includes(name))) {
      await open(person, state)
      for (;;) {
        await page.keyboard.press('Tab')
        const stop = await describeFocus(page)
        if (!stop) break
        stops += 1
        if (stop.trouble) found.push(`${state.name}: ${stop.name} ${stop.trouble}`)
        if (stops > 400) throw new Error('Tab goes round')
      }
    }
    console.log(`${stops} stops of Tab on ${WALKED.length} pages`)
    expect(stops).toBeGreaterThan(10 * WALKED.length)
    expect(found).toEqual([])
    await page.setContent('<style>a { outline: none }</style><main><a href="#x">x</a></main>')
    await page.keyboard.press('Tab')
    expect((await describeFocus(page))?.trouble, 'control').toBe('has no outline')
    await person.context.close()
  })

  test('with forced colours every field, button and notice has an edge', async () => {
    const person = await site.newPerson({ forcedColors: 'active', viewport: { width: 390, height: 700 } })
    const { page } = person
    const found: string[] = []
    for (const state of states) {
      await open(person, state)
      const without = await page.evaluate(() => {
        const shown = [...document.querySelectorAll('main :is(.button, .input, .answer, .notice, .row)')]
        return shown.flatMap((element) => {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element)
          const ground = getComputedStyle(document.body).backgroundColor
          const isSeen = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1
          return isSeen && borderTopColor !== ground ? [] : [element.className]
        })
      })
      found.push(...without.map((one) => `${state.name}: ${one}`))
    }
    expect(found).toEqual([])
    await person.context.close()
  })
})

/** One of each kind: a form, a password, rows, a set-up, a choice, a comparison. */
const WALKED = [
  'sign-in',
  'choose-password',
  'account-new',
  'app-set-up',
  'profile',
  'claim-several',
  'scans',
  'trend',
]

/** WCAG 2.2, 2.5.8: links within a sentence are left out, and what is hidden. */
function measureTargets(page: Page): Promise<{ small: string[]; count: number }> {
  return page.evaluate(() => {
    const LEAST = 24
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ]
    const shown = all.filter((element) => {
      const isSkip = element.classList.contains('skip')
      return !isSkip && element.checkVisibility() && element.getAttribute('type') !== 'hidden'
    })
    const small = shown.filter((element) => {
      const target = element.closest('label') ?? element
      const { width, height } = target.getBoundingClientRect()
      const around = element.parentElement?.closest('p, li, dd, figcaption')?.textContent?.trim() ?? ''
      const isInSentence =
        getComputedStyle(element).display === 'inline' && around !== (element.textContent?.trim() ?? '')
      return !isInSentence && Math.min(width, height) < LEAST
    })
    const nameOf = (element: HTMLElement) => {
      const { width, height } = element.getBoundingClientRect()
      return `${element.tagName} ${element.textContent?.trim()} ${Math.round(width)}×${Math.round(height)}`
    }
    return { small: small.map(nameOf), count: shown.length }
  })
}

/** What has the focus and what is wrong with how it shows; null when the focus left the page. */
function describeFocus(page: Page): Promise<{ name: string; trouble: string } | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const ring = element.closest<HTMLElement>('.answer') ?? element
    const { outlineStyle, outlineWidth } = getComputedStyle(ring)
    const { left, top, width, height } = ring.getBoundingClientRect()
    // Of a link over two lines the first line counts, and of a wide row its beginning.
    const [line = ring.getBoundingClientRect()] = ring.getClientRects()
    const middle = document.elementFromPoint(
      line.left + Math.min(line.width / 2, 20),
      line.top + line.height / 2,
    )
    const isInView =
      left >= 0 && top >= 0 && top + Math.min(height, innerHeight) <= innerHeight + 1 && width > 0
    const trouble =
      outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
        ? 'has no outline'
        : !isInView
          ? 'is out of sight'
          : !middle || !(ring.contains(middle) || middle.contains(ring))
            ? `is covered by ${middle?.className}`
            : ''
    return { name: (element.textContent || element.getAttribute('name') || '').trim(), trouble }
  })
}
