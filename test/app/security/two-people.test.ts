import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { signUp } from '#test/account-holder.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const RENDERINGS = 200

type Somebody = { who: Visitor; mark: string; pages: string[] }

describe('two people at the same time', () => {
  let app: TestApp
  let people: Somebody[]
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    people = [await somebody('merkeen'), await somebody('merktwee')]
  })
  afterAll(() => app.close())

  /** Somebody whose mark is in the address, the profile, the names of scans and every note. */
  async function somebody(mark: string): Promise<Somebody> {
    const who = await signUp(app, `${mark}@voorbeeld.nl`)
    await who.post('/account/profiel', { organisatie: `Gemeente ${mark}` })
    const pages = [
      '/account',
      '/account/gegevens',
      '/account/profiel',
      '/account/e-mailadres',
      '/account/wissen',
      '/scans',
    ]
    const [instrument] = app.instruments
    if (!instrument) throw new Error('there is no instrument')
    for (let turn = 0; turn < 2; turn += 1) {
      const scan = await startScan(who, instrument.id)
      await who.post(`${scan}/naam`, { naam: `Scan ${turn} van ${mark}` })
      for (const [index, statement] of statementsOf(instrument).entries()) {
        await who.put(`${scan}/antwoorden/${statement.id}`, {
          answer: null,
          note: `notitie ${index} van ${mark}`,
          was: { answer: null, note: '' },
        })
      }
      pages.push(scan, ...instrument.clusters.map(({ id }) => `${scan}/${id}`), `${scan}/controle`)
    }
    return { who, mark, pages }
  }

  test('never see a byte of each other', async () => {
    const asked = Array.from({ length: RENDERINGS }, (_, number) => {
      const person = people[number % 2]
      if (!person) throw new Error('there is nobody')
      const path = person.pages[Math.floor(number / 2) % person.pages.length] ?? ''
      return { person, path }
    })
    const answers = await Promise.all(
      asked.map(async ({ person, path }) => ({ person, path, text: (await person.who.get(path)).text })),
    )
    const foreign = answers.filter(({ person, text }) => text.includes(otherMark(person.mark)))
    const own = answers.filter(({ person, text }) => text.includes(person.mark))
    console.log(
      `${answers.length} pages of two people at once: ${own.length} with their own words, ${foreign.length} with the other’s`,
    )
    expect(foreign.map(({ path }) => path)).toEqual([])
    expect(own.length).toBeGreaterThan(RENDERINGS / 2)
  })

  test('control: a page that keeps who asked outside the request is caught', async () => {
    let lastAsker = ''
    const leaky = new Hono()
    leaky.get('/:who', async (c) => {
      lastAsker = c.req.param('who')
      await new Promise((resolve) => setTimeout(resolve, 1))
      return c.text(`Hallo ${lastAsker}`)
    })
    const marks = people.map(({ mark }) => mark)
    const texts = await Promise.all(
      Array.from({ length: RENDERINGS }, async (_, number) => {
        const mark = marks[number % 2] ?? ''
        return { mark, text: await (await leaky.request(`/${mark}`)).text() }
      }),
    )
    expect(texts.filter(({ mark, text }) => text.includes(otherMark(mark))).length).toBeGreaterThan(0)
  })
})

function otherMark(mark: string): string {
  return mark === 'merkeen' ? 'merktwee' : 'merkeen'
}
