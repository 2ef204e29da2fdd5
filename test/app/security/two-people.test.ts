import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { signUp } from '#test/account-holder.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { type Answer, startScan, type Visitor } from '#test/visitor.ts'

const RENDERINGS = 200

/** `secrets` are what belongs to this person and nobody else: words, and ids that we made. */
type Somebody = { mark: string; secrets: string[]; pages: (() => Promise<Answer>)[] }

onEachStore('two people at the same time', (kind) => {
  let app: TestApp
  let people: Somebody[]
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    people = [await somebody('merkeen', 0), await somebody('merktwee', -1)]
  }, 60_000)
  afterAll(() => app.close())

  /** Somebody whose mark is in the address, the profile, the names of scans and every note. */
  async function somebody(mark: string, answer: number): Promise<Somebody> {
    const who = await signUp(app, `${mark}@voorbeeld.nl`)
    await who.post('/account/profiel', { organisatie: `Gemeente ${mark}` })
    const [instrument] = app.instruments
    if (!instrument) throw new Error('there is no instrument')
    const scans: string[] = []
    for (const turn of ['lente', 'herfst', 'nog bezig']) {
      const scan = await startScan(who, instrument.id)
      scans.push(scan)
      await who.post(`${scan}/naam`, { naam: `Scan ${turn} van ${mark}` })
      await fillIn(who, scan, mark, instrument.answers.at(answer)?.id ?? null)
      if (turn !== 'nog bezig') expect((await who.post(`${scan}/afronden`)).status).toBe(303)
    }
    const [spring = '', , busy = ''] = scans
    const paths = [
      '/account',
      '/account/gegevens',
      '/account/gegevens.json',
      '/account/profiel',
      '/account/e-mailadres',
      '/account/beveiliging/app',
      '/account/wissen',
      '/scans',
      `/scans/verloop/${instrument.id}`,
      spring,
      `${spring}/resultaat`,
      busy,
      `${busy}/controle`,
      `${busy}/resultaat`,
      ...instrument.clusters.map(({ id }) => `${busy}/${id}`),
    ]
    const pages = paths.map((path) => () => who.get(path))
    // What somebody typed wrong stands in the page that says so.
    pages.push(() => app.newVisitor().post('/account/aanmelden', { adres: `${mark}@nergens` }))
    await who.post('/account/beveiliging/app', { stap: 'begin' })
    const ids = scans.map((scan) => scan.split('/').at(-1) ?? '')
    return { mark, secrets: [mark, ...ids, ...who.cookies.values()], pages }
  }

  async function fillIn(who: Visitor, scan: string, mark: string, answer: string | null): Promise<void> {
    for (const [index, { id }] of app.instruments.slice(0, 1).flatMap(statementsOf).entries()) {
      const note = `notitie ${index} van ${mark}`
      const saved = await who.put(`${scan}/antwoorden/${id}`, {
        answer,
        note,
        was: { answer: null, note: '' },
      })
      expect(saved.status).toBe(200)
    }
  }

  test('never see a byte of each other', async () => {
    const asked = Array.from({ length: RENDERINGS }, (_, number) => {
      const person = people[number % 2]
      const other = people[(number + 1) % 2]
      const page = person?.pages[Math.floor(number / 2) % person.pages.length]
      if (!person || !other || !page) throw new Error('there is nobody')
      return { person, other, page }
    })
    const answers = await Promise.all(asked.map(async (one) => ({ ...one, text: (await one.page()).text })))
    const own = answers.filter(({ person, text }) => text.includes(person.mark))
    const foreign = answers.filter(({ other, text }) => other.secrets.some((secret) => text.includes(secret)))
    console.log(
      `${answers.length} pages of two people at once, on ${kind}: ${own.length} with their own words, ${foreign.length} with the other’s`,
    )
    expect(foreign.map(({ text }) => text)).toEqual([])
    expect(own.length).toBeGreaterThan(0.8 * RENDERINGS)
  })
})

describe('the same questions', () => {
  test('control: of a page that keeps who asked outside the request, find the other’s words', async () => {
    let lastAsker = ''
    const leaky = new Hono()
    leaky.get('/:who', async (c) => {
      lastAsker = c.req.param('who')
      await new Promise((resolve) => setTimeout(resolve, 1))
      return c.text(`Hallo ${lastAsker}`)
    })
    const marks = ['merkeen', 'merktwee']
    const texts = await Promise.all(
      Array.from({ length: RENDERINGS }, async (_, number) => {
        const other = marks[(number + 1) % 2] ?? ''
        return { other, text: await (await leaky.request(`/${marks[number % 2]}`)).text() }
      }),
    )
    const foreign = texts.filter(({ other, text }) => text.includes(other))
    console.log(`control, a page that leaks: ${foreign.length} of ${texts.length} with the other’s words`)
    expect(foreign.length).toBeGreaterThan(0)
  })
})
