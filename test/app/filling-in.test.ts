import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '#domain/instrument.ts'
import { statementsOf } from '#domain/instrument.ts'
import { openTestDatabase, stores } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan } from '#test/visitor.ts'
import { capitalised } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'

describe.each(stores)('filling in, on $name', ({ kind, isAvailable }) => {
  describe.skipIf(!isAvailable)(`with the ${kind} database`, () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp(await openTestDatabase(kind))
    })
    afterAll(() => app?.close())

    const eachInstrument = (run: (instrument: Instrument) => Promise<void>) => async () => {
      expect(app.instruments.length).toBeGreaterThan(0)
      for (const instrument of app.instruments) await run(instrument)
    }

    test(
      'a participant starts without an account, answers everything and sees the result',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        const scan = await startScan(noor, instrument.id)
        expect(noor.cookies.size).toBe(1)
        const answers = instrument.answers.map(({ id }) => id)
        for (const [index, cluster] of instrument.clusters.entries()) {
          const fields = Object.fromEntries(
            cluster.statements.map(({ id, number }) => [id, answers[number % answers.length] ?? '']),
          )
          const saved = await noor.post(`${scan}/${cluster.id}`, { ...fields, daarna: 'volgende' })
          const next = instrument.clusters[index + 1]
          expect(saved).toMatchObject({
            status: 303,
            location: next ? `${scan}/${next.id}` : `${scan}/controle`,
          })
        }
        const check = await noor.get(`${scan}/controle`)
        expect(check.text).toContain(
          `Je hebt alle ${statementsOf(instrument).length} ${wordsFor(instrument).more} beantwoord`,
        )
        expect(await noor.post(`${scan}/afronden`)).toMatchObject({
          status: 303,
          location: `${scan}/resultaat`,
        })
        const result = await noor.get(`${scan}/resultaat`)
        expect(result.status).toBe(200)
        for (const { statement } of statementsOf(instrument))
          expect(result.text).toContain(escaped(statement))
      }),
    )

    test(
      'every answer of every statement brings its meaning and at least one tip',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        const scan = await startScan(noor, instrument.id)
        for (const answer of instrument.answers) {
          for (const cluster of instrument.clusters) {
            await noor.post(
              `${scan}/${cluster.id}`,
              Object.fromEntries(cluster.statements.map(({ id }) => [id, answer.id])),
            )
          }
          const { text } = await noor.get(`${scan}/resultaat`)
          for (const statement of statementsOf(instrument)) {
            expect(text).toContain(escaped(statement.answers[answer.id] ?? ''))
            const fitting = statement.tips.filter((tip) => tip.fits.includes(answer.id))
            expect(fitting.length).toBeGreaterThan(0)
            for (const tip of fitting) expect(text).toContain(escaped(tip.text))
          }
        }
      }),
    )

    test(
      'a background save is there after a reload, with its time',
      eachInstrument(async (instrument) => {
        const { scan, noor, cluster, statement } = await begun(app, instrument)
        const saved = await noor.put(`${scan}/antwoorden/${statement.id}`, {
          answer: 'onbekend',
          note: 'Vraag Sanne.',
        })
        expect(saved.status).toBe(200)
        expect(JSON.parse(saved.text)).toMatchObject({
          answer: 'onbekend',
          note: 'Vraag Sanne.',
          status: 'Bewaard om 14.05',
        })
        const { text } = await noor.get(`${scan}/${cluster.id}`)
        expect(text).toContain('Vraag Sanne.')
        expect(text).toMatch(new RegExp(`name="${statement.id}"[^>]*value="onbekend"[^>]*checked`))
        expect((await noor.get(scan)).text).toContain('Bewaard om 14.05')
      }),
    )

    test(
      'one valid answer among invalid ones is kept, and the page says which were not',
      eachInstrument(async (instrument) => {
        const { scan, noor, cluster } = await begun(app, instrument)
        const [one, two] = cluster.statements
        if (!one || !two) return
        const answer = await noor.post(`${scan}/${cluster.id}`, {
          [one.id]: 'heel goed',
          [two.id]: 'onbekend',
          rolId: '7',
        })
        expect(answer.status).toBe(400)
        expect(answer.text).toContain(
          `${capitalised(wordsFor(instrument).one)} ${one.number}: Dit antwoord bestaat niet`,
        )
        expect(answer.text).toContain('velden die we niet kennen')
        expect((await noor.get(scan)).text).toContain(`1 van ${statementsOf(instrument).length}`)
      }),
    )

    test(
      'two tabs: the one that is behind is told, and loses nothing',
      eachInstrument(async (instrument) => {
        const { scan, noor, cluster, statement } = await begun(app, instrument)
        const [first, second] = instrument.answers
        const tab = { [`${statement.id}-was`]: '', [`${statement.id}-notitie-was`]: '' }
        await noor.post(`${scan}/${cluster.id}`, { ...tab, [statement.id]: first?.id ?? '' })
        const behind = await noor.post(`${scan}/${cluster.id}`, {
          ...tab,
          [statement.id]: second?.id ?? '',
          [`${statement.id}-notitie`]: 'Uit de tweede tab.',
        })
        expect(behind.status).toBe(409)
        expect(behind.text).toContain('In een ander venster is dit ook veranderd')
        expect(behind.text).toContain('Uit de tweede tab.')
        const again = await noor.post(`${scan}/${cluster.id}`, {
          [`${statement.id}-was`]: first?.id ?? '',
          [`${statement.id}-notitie-was`]: '',
          [statement.id]: second?.id ?? '',
          [`${statement.id}-notitie`]: 'Uit de tweede tab.',
        })
        expect(again.status).toBe(303)
      }),
    )

    test(
      'a tab that was only open changes nothing that another one saved',
      eachInstrument(async (instrument) => {
        const { scan, noor, cluster, statement } = await begun(app, instrument)
        await noor.put(`${scan}/antwoorden/${statement.id}`, { answer: 'onbekend', note: 'Blijft staan.' })
        const idle = {
          [`${statement.id}-was`]: '',
          [`${statement.id}-notitie-was`]: '',
          [`${statement.id}-notitie`]: '',
        }
        expect((await noor.post(`${scan}/${cluster.id}`, idle)).status).toBe(303)
        expect((await noor.get(`${scan}/${cluster.id}`)).text).toContain('Blijft staan.')
      }),
    )

    test(
      'a resume code continues the scan in another browser, once typed right',
      eachInstrument(async (instrument) => {
        const { scan, noor } = await begun(app, instrument)
        const page = await noor.post(`${scan}/hervatcode`)
        const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/.exec(page.text)?.[0] ?? ''
        expect(code).toHaveLength(29)
        const phone = app.newVisitor()
        expect((await phone.get(scan)).status).toBe(404)
        expect((await phone.post('/scans/hervatten', { code: 'AAAA-BBBB' })).status).toBe(400)
        const typed = code.toLowerCase().replaceAll('-', ' ')
        expect(await phone.post('/scans/hervatten', { code: typed })).toMatchObject({
          status: 303,
          location: scan,
        })
        expect((await phone.get(scan)).status).toBe(200)
        expect(app.logged()).not.toContain(code)
      }),
    )

    test(
      '"Wis alles" erases at once, everywhere, and its code too',
      eachInstrument(async (instrument) => {
        const { scan, noor } = await begun(app, instrument)
        const code =
          /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/.exec((await noor.post(`${scan}/hervatcode`)).text)?.[0] ?? ''
        expect((await noor.get(`${scan}/wissen`)).text).toContain('Terughalen kan niet')
        expect((await noor.post(`${scan}/wissen`)).status).toBe(303)
        expect((await noor.get(scan)).status).toBe(404)
        expect((await app.newVisitor().post('/scans/hervatten', { code })).status).toBe(400)
      }),
    )

    test(
      'a finished scan is closed for answers until it is opened again',
      eachInstrument(async (instrument) => {
        const { scan, noor, cluster, statement } = await begun(app, instrument)
        await noor.put(`${scan}/antwoorden/${statement.id}`, { answer: 'onbekend' })
        await noor.post(`${scan}/afronden`)
        expect((await noor.put(`${scan}/antwoorden/${statement.id}`, { answer: null })).status).toBe(409)
        expect((await noor.post(`${scan}/${cluster.id}`, { [statement.id]: 'onbekend' })).status).toBe(409)
        expect((await noor.post(`${scan}/heropenen`)).status).toBe(303)
        expect((await noor.put(`${scan}/antwoorden/${statement.id}`, { answer: null })).status).toBe(200)
      }),
    )

    test(
      'role and organisation are asked once, and may be skipped',
      eachInstrument(async (instrument) => {
        const { scan, noor } = await begun(app, instrument)
        expect((await noor.get(scan)).text).toContain('Twee vragen vooraf')
        const [role] = instrument.roles
        expect((await noor.post(`${scan}/achtergrond`, { rol: 'koning' })).status).toBe(400)
        expect((await noor.post(`${scan}/achtergrond`, { rol: role?.id ?? '' })).status).toBe(303)
        expect((await noor.get(scan)).text).not.toContain('Twee vragen vooraf')
      }),
    )
  })
})

async function begun(app: TestApp, instrument: Instrument) {
  const noor = app.newVisitor()
  const scan = await startScan(noor, instrument.id)
  const cluster = instrument.clusters[0]
  const statement = cluster?.statements[0]
  if (!cluster || !statement) throw new Error('an instrument has a statement')
  return { noor, scan, cluster, statement }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
