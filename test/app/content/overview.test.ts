import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUse } from '#database/use-releases.ts'
import { releaseDueUse } from '#src/release-due-use.ts'
import { administrator } from '#test/administrator.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const COUNTED = '2027-02-01T06:00:00Z'

onEachStore('the overview', (kind) => {
  let app: TestApp
  let bram: Visitor
  let looks = 0
  let instrument: string
  const people: { who: Visitor; scan: string }[] = []
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    instrument = app.instruments[0]?.id ?? ''
  }, 60_000)
  afterAll(() => app.close())

  /** The administrator signs in when they look: sessions do not last for months. */
  async function read(): Promise<string> {
    looks += 1
    bram = await administrator(app, `bram${looks}@instituut.voorbeeld`)
    const { status, text } = await bram.get('/beheer/overzicht')
    expect(status).toBe(200)
    return text
  }

  async function come(count: number, finishes: boolean): Promise<void> {
    for (let person = 0; person < count; person++) {
      const who = app.newVisitor()
      const scan = await startScan(who, instrument)
      const [first] = app.instruments[0]?.clusters ?? []
      const statement = first?.statements[0]?.id ?? ''
      await who.put(`${scan}/antwoorden/${statement}`, {
        answer: '2',
        note: 'merk-notitie',
        was: { answer: null, note: '' },
      })
      if (finishes) {
        app.setClock('2026-11-23T13:30:00Z')
        await who.post(`${scan}/afronden`)
        app.setClock('2026-11-23T13:05:00Z')
      }
      people.push({ who, scan })
    }
  }

  test('says when figures come, as long as there are none', async () => {
    const text = await read()
    expect(text).toContain('Er is nog niets te vertellen. De volgende telling is op 1 februari 2027.')
    expect(text).toContain('Er is geen link bekend die weg is.')
  })

  test('tells nothing of nine, in a quarter that is counted once', async () => {
    await come(9, true)
    app.setClock('2026-08-15T06:00:00Z')
    expect(await releaseDueUse(app.house)).toBe(0)
    expect(await releaseDueUse(app.house)).toBeNull()
    app.setClock('2026-11-23T13:05:00Z')
  })

  test('tells of a quarter a month after it, in bands, once, also when two programs count', async () => {
    await come(5, true)
    await come(12, false)
    app.setClock('2027-01-31T23:00:00Z')
    expect(await releaseDueUse(app.house)).toBe(0)
    app.setClock(COUNTED)
    const outcomes = await Promise.all([releaseDueUse(app.house), releaseDueUse(app.house)])
    expect(outcomes.sort()).toEqual([1, null])
    const text = await read()
    expect(text).toContain('oktober tot en met december 2026')
    expect(text).toContain('20 tot en met 49')
    expect(text).toContain('Ongeveer 25 minuten')
    expect(text).toMatch(/Competenties: 10 tot en met 19/)
  })

  test('is the same to the letter whoever goes or comes after that, and cannot be changed', async () => {
    const figures = (text: string) =>
      /<section class="stack" aria-labelledby="gebruik">[\s\S]*?<\/section>/.exec(text)?.[0]
    const before = figures(await read())
    for (const { who, scan } of people.slice(0, 8)) await who.post(`${scan}/wissen`)
    await come(3, true)
    app.setClock(COUNTED)
    expect(await releaseDueUse(app.house)).toBeNull()
    expect(figures(await read())).toBe(before)
    const { db } = app.house
    await expect(db.updateTable('useReleases').set({ quarter: '2026-07-01' }).execute()).rejects.toThrow(
      /never changed/,
    )
    await expect(db.deleteFrom('useReleases').execute()).rejects.toThrow(/never changed/)
  })

  test('every number on it is one that was released', async () => {
    const text = await read()
    const section =
      /<section class="stack" aria-labelledby="gebruik">[\s\S]*?<\/section>/.exec(text)?.[0] ?? ''
    const [use] = await listUse(app.house.db)
    const released = JSON.stringify(use)
    const numbers = [
      ...section
        .replace(/<p>[\s\S]*?<\/p>/, '')
        .replace(/<[^>]+>/g, ' ')
        .matchAll(/\d+/g),
    ].map(([number]) => number)
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers.filter((number) => !released.includes(number) && !'1.0.0 2026'.includes(number))).toEqual(
      [],
    )
    expect(text).not.toContain('merk-notitie')
  })
})
