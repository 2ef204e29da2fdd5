import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { wordsFor } from '#words/statement-words.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const forEachInstrument = (run: (instrument: Instrument) => Promise<void>) => async () => {
  for (const instrument of site.app.instruments) await run(instrument)
}

describe('a participant does the whole scan', () => {
  test(
    'with the keyboard alone',
    forEachInstrument(async (instrument) => {
      const person = await site.newPerson()
      const { page } = person
      await person.go('/')
      await tabTo(person, 'link', /^Start/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/instrumenten/)
      await person.go(`/instrumenten/${instrument.id}`)
      await tabTo(person, 'button', /start$/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/scans\//)
      await tabTo(person, 'button', /^Sla over/)
      await page.keyboard.press('Enter')
      for (const cluster of instrument.clusters) {
        await page.getByRole('heading', { level: 1, name: cluster.title }).waitFor()
        for (const statement of cluster.statements) {
          await tabTo(person, 'radio', /./, statement.id)
          await page.keyboard.press('Space')
          await page.keyboard.press('ArrowDown')
        }
        await tabTo(person, 'button', /^Bewaar en/)
        await page.keyboard.press('Enter')
      }
      await page.getByRole('heading', { level: 1, name: 'Controleer je antwoorden' }).waitFor()
      await tabTo(person, 'button', /^Rond af/)
      await page.keyboard.press('Enter')
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasText: /Jullie|organisatie|punten/ })
        .waitFor()
      const second = instrument.answers[1]
      expect(await page.getByText(`Jouw antwoord: ${second?.label.toLowerCase()}.`).count()).toBe(
        statementsOf(instrument).length,
      )
      expect(await person.context.cookies()).toHaveLength(1)
      await person.context.close()
    }),
  )

  test(
    'without JavaScript, at 320 pixels, without anything that scrolls sideways',
    forEachInstrument(async (instrument) => {
      const person = await site.newPerson({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
      const { page } = person
      const scan = await startScanInBrowser(person, instrument.id)
      await expectNoSidewaysScrolling(person)
      await page.getByRole('button', { name: 'Sla over' }).click()
      for (const cluster of instrument.clusters) {
        await page.getByRole('heading', { level: 1, name: cluster.title }).waitFor()
        await expectNoSidewaysScrolling(person)
        for (const statement of cluster.statements) {
          await page.locator(`input[name="${statement.id}"]`).last().check()
        }
        await page.getByRole('button', { name: /^Bewaar en (ga naar|controleer)/ }).click()
      }
      await expectNoSidewaysScrolling(person)
      await page.getByRole('button', { name: /^Rond af/ }).click()
      await page.waitForURL(`**${scan}/resultaat`)
      await expectNoSidewaysScrolling(person)
      expect(await page.getByText('Zo kom je het te weten').count()).toBe(statementsOf(instrument).length)
      await person.context.close()
    }),
  )

  test(
    'one statement at a time, there and back',
    forEachInstrument(async (instrument) => {
      const person = await site.newPerson({ viewport: { width: 390, height: 844 } })
      const { page } = person
      const scan = await startScanInBrowser(person, instrument.id)
      const [cluster] = instrument.clusters
      const [first, second] = cluster?.statements ?? []
      if (!cluster || !first || !second) throw new Error('two statements are needed')
      await person.go(`${scan}/${cluster.id}`)
      await page.getByRole('link', { name: `Liever ${wordsFor(instrument).single} tegelijk?` }).click()
      await page.getByRole('group', { name: first.statement }).getByRole('radio').first().check()
      await page.getByRole('button', { name: `Bewaar en ga naar ${wordsFor(instrument).next}` }).click()
      await page.getByRole('group', { name: second.statement }).waitFor()
      await page.getByRole('button', { name: 'Bewaar en ga terug' }).click()
      expect(
        await page.getByRole('group', { name: first.statement }).getByRole('radio').first().isChecked(),
      ).toBe(true)
      await person.context.close()
    }),
  )

  test(
    'with a screen reader: every statement and answer has its name, and its explanation belongs to it',
    forEachInstrument(async (instrument) => {
      const person = await site.newPerson()
      const scan = await startScanInBrowser(person, instrument.id)
      for (const cluster of instrument.clusters) {
        await person.go(`${scan}/${cluster.id}`)
        for (const statement of cluster.statements) {
          const group = person.page.getByRole('group', { name: statement.statement })
          for (const answer of instrument.answers) {
            const name = new RegExp(`^${answer.label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
            expect(await group.getByRole('radio', { name }).count()).toBe(1)
          }
          const described = await group.first().getAttribute('aria-describedby')
          expect(await person.page.locator(`#${described?.split(' ')[0]}`).textContent()).toContain(
            statement.explanation.slice(0, 40),
          )
        }
      }
      await person.context.close()
    }),
  )
})

test('nothing was asked of another host in all of this', () => {
  expect(site.strangers).toEqual([])
})

/** Presses Tab until the focus is on the wanted thing, as somebody without a mouse does. */
async function tabTo({ page }: Person, role: string, name: RegExp, fieldName?: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element) return null
      const input = element instanceof HTMLInputElement ? element : null
      const role =
        input?.type === 'radio'
          ? 'radio'
          : element instanceof HTMLButtonElement
            ? 'button'
            : element instanceof HTMLAnchorElement
              ? 'link'
              : ''
      return { role, name: element.textContent?.trim() || input?.value || '', field: input?.name ?? '' }
    })
    if (focused?.role === role && name.test(focused.name) && (!fieldName || focused.field === fieldName))
      return
  }
  throw new Error(`Tab never reached the ${role} ${name}`)
}

async function expectNoSidewaysScrolling({ page }: Person): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content).toBeLessThanOrEqual(window ?? 0)
}
