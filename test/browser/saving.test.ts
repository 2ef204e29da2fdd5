import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Person, type Site, startScanInBrowser } from './site.ts'

let site: Site
let noor: Person
let scan: string
let clusterPath: string

beforeAll(async () => {
  site = await openSite()
  noor = await site.newPerson()
  const instrument = site.app.instruments[0]
  if (!instrument) throw new Error('no instrument')
  scan = await startScanInBrowser(noor, instrument.id)
  clusterPath = `${scan}/${instrument.clusters[0]?.id}`
})
afterAll(() => site?.close())

const firstStatement = (person: Person) =>
  person.page
    .getByRole('group')
    .filter({ has: person.page.getByRole('radio') })
    .first()
const saidIn = (person: Person) => firstStatement(person).locator('[data-saved]')

describe('"Bewaard om …" is only said when the database has it', () => {
  test('not while the store is slow', async () => {
    await noor.go(clusterPath)
    const { db } = site.app.house
    let release = () => {}
    const held = db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction)
      await new Promise<void>((resolve) => {
        release = resolve
      })
    })
    await firstStatement(noor).getByRole('radio').first().check()
    await noor.page.waitForTimeout(700)
    expect(await saidIn(noor).textContent()).not.toContain('Bewaard om')
    release()
    await held
    await expectSaid(noor, /Bewaard om 14\.05/)
    await noor.page.reload()
    expect(await firstStatement(noor).getByRole('radio').first().isChecked()).toBe(true)
  })

  test('not while the store fails; it is sent again when the store is back', async () => {
    const { db } = site.app.house
    await noor.go(clusterPath)
    await sql`alter table scan_answers rename to scan_answers_away`.execute(db)
    try {
      await firstStatement(noor).getByRole('radio').nth(1).check()
      await expectSaid(noor, /Nog niet bewaard/)
      expect(await noor.page.getByText('Bewaard om').count()).toBe(0)
    } finally {
      await sql`alter table scan_answers_away rename to scan_answers`.execute(db)
    }
    await expectSaid(noor, /Bewaard om/)
  })

  test('not while offline; what was typed stays and is sent later', async () => {
    await noor.go(clusterPath)
    await noor.context.setOffline(true)
    await firstStatement(noor).getByText('Notitie voor jezelf').click()
    await firstStatement(noor).getByRole('textbox').fill('In de trein getypt.')
    await expectSaid(noor, /geen verbinding/)
    expect(await firstStatement(noor).getByRole('textbox').inputValue()).toBe('In de trein getypt.')
    await noor.context.setOffline(false)
    await expectSaid(noor, /Bewaard om/)
    await noor.page.reload()
    expect(await firstStatement(noor).getByRole('textbox').inputValue()).toBe('In de trein getypt.')
  })

  test('somebody faster than the network is not told that another window changed the answer', async () => {
    await noor.go(clusterPath)
    let isStored = () => {}
    const stored = new Promise<void>((resolve) => {
      isStored = resolve
    })
    await noor.page.route('**/antwoorden/**', async (route) => {
      await route.fetch()
      isStored()
    })
    await firstStatement(noor).getByRole('radio').nth(3).check()
    await stored
    await firstStatement(noor).getByRole('radio').nth(0).check()
    await noor.page.getByRole('button', { name: /^Bewaar en ga/ }).click()
    await noor.page.waitForURL((url) => url.pathname !== clusterPath)
    await noor.page.unroute('**/antwoorden/**')
    await noor.go(clusterPath)
    expect(await firstStatement(noor).getByRole('radio').nth(0).isChecked()).toBe(true)
  })

  test('a page that is closed too early keeps what was not confirmed for when it opens again', async () => {
    await noor.go(clusterPath)
    await noor.page.route('**/antwoorden/**', (route) => route.abort())
    await firstStatement(noor).getByRole('radio').nth(2).check()
    await expectSaid(noor, /geen verbinding/)
    noor.page.once('dialog', (dialog) => void dialog.accept())
    await noor.page.goto('about:blank')
    await noor.page.unroute('**/antwoorden/**')
    await noor.go(clusterPath)
    await expectSaid(noor, /Bewaard om/)
    expect(await firstStatement(noor).getByRole('radio').nth(2).isChecked()).toBe(true)
    expect(await noor.page.evaluate(() => sessionStorage.length)).toBe(0)
  })
})

test('two tabs on one scan: the second is told what the first saved, and nothing is lost', async () => {
  await noor.go(clusterPath)
  const tab = await noor.context.newPage()
  await tab.goto(site.origin + clusterPath)
  const other: Person = { ...noor, page: tab }
  await firstStatement(noor).getByRole('radio').nth(3).check()
  await expectSaid(noor, /Bewaard om/)
  await firstStatement(other).getByRole('radio').nth(4).check()
  await expectSaid(other, /In een ander venster is dit ook veranderd/)
  expect(await firstStatement(other).getByRole('radio').nth(4).isChecked()).toBe(true)
  tab.once('dialog', (dialog) => void dialog.accept())
  await tab.getByRole('button', { name: /^Bewaar en ga naar/ }).click()
  await tab.getByRole('alert').waitFor()
  expect(await tab.getByRole('alert').textContent()).toContain('Daar staat nu')
  await tab.getByRole('button', { name: /^Bewaar en ga naar/ }).click()
  await noor.page.reload()
  expect(await firstStatement(noor).getByRole('radio').nth(4).isChecked()).toBe(true)
})

async function expectSaid(person: Person, words: RegExp): Promise<void> {
  await saidIn(person).filter({ hasText: words }).waitFor({ timeout: 15_000 })
}
