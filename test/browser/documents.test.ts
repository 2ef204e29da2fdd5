import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { createLog } from '#platform/log.ts'
import { openDocuments } from '#src/open-documents.ts'
import { keepBusy } from '#test/app/documents/long-document.ts'
import { enter, tabTo } from './keyboard.ts'
import { axeFindings, htmlFindings, readingFindings, scrollsSideways } from './page-checks.ts'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

describe('somebody takes the result along', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-documents-'))
  const documents = openDocuments({ dataDir, log: createLog('silent'), mostWaiting: 1 })
  let site: Site
  beforeAll(async () => {
    site = await openSite({ documents })
    // The first document starts the process that typesets: that takes the second in which a report comes at once.
    await keepBusy(documents, 'om te beginnen', 1)
  })
  afterAll(async () => {
    await site?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('with the keyboard alone: the report comes as a file, and the page stays', async () => {
    const person = await site.newPerson({ viewport: { width: 390, height: 844 } })
    const scan = await answerOne(person, 2)
    await person.go(`${scan}/resultaat`)
    const { page } = person
    await enter(page, page.getByRole('link', { name: 'Neem het mee' }))
    await tabTo(page, page.getByRole('link', { name: 'Rapport (PDF)' }))
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/-resultaat-2026-11-23\.pdf$/)
    expect(new URL(page.url()).pathname).toBe(`${scan}/resultaat`)
    expect(await page.getByRole('heading', { name: 'Neem het mee' }).isVisible()).toBe(true)
    await person.context.close()
  })

  test('and waits: the page tells how long, and gets the report by itself', async () => {
    const person = await site.newPerson({ viewport: { width: 320, height: 700 } })
    const scan = await answerOne(person, 3)
    const busy = keepBusy(documents, 'met scripts')
    await person.go(`${scan}/resultaat.pdf`)
    const { page } = person
    expect(await page.getByRole('status').innerText()).toMatch(/^Het duurt nog ongeveer/)
    await sound(page)
    const download = await page.waitForEvent('download')
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    expect(await page.getByRole('status').innerText()).toMatch(/^Je document is klaar/)
    await busy
    await person.context.close()
  })

  test('and waits without JavaScript: the button gets it', async () => {
    const person = await site.newPerson({ javaScriptEnabled: false })
    const scan = await answerOne(person, 4)
    const busy = keepBusy(documents, 'zonder scripts')
    await person.go(`${scan}/resultaat.pdf`)
    await busy
    const download = person.page.waitForEvent('download')
    await person.page.getByRole('link', { name: 'Haal het document op' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
    await person.context.close()
  })

  test('when it is too busy: the page says so, and what can be had at once', async () => {
    const person = await site.newPerson({ viewport: { width: 320, height: 700 } })
    const scan = await answerOne(person, 5)
    const busy = Promise.all([keepBusy(documents, 'een'), keepBusy(documents, 'twee', 4_000)])
    await person.go(`${scan}/resultaat.pdf`)
    const { page } = person
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Het is nu druk')
    await sound(page)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tekst om te bewerken (ODT)' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.odt$/)
    await busy
    await person.context.close()
  })

  async function answerOne(person: Person, level: number): Promise<string> {
    const [instrument] = site.app.instruments
    const [statement] = instrument ? statementsOf(instrument) : []
    if (!instrument || !statement) throw new Error('no instrument')
    const scan = await startScanInBrowser(person, instrument.id)
    const answer = await person.context.request.put(`${site.origin}${scan}/antwoorden/${statement.id}`, {
      data: { answer: String(level) },
      headers: { origin: site.origin },
    })
    expect(answer.status()).toBe(200)
    return scan
  }
})

async function sound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await htmlFindings(await page.content())).toEqual([])
  expect(await readingFindings(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
