import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listInstrumentVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { type Catalogue, createCatalogue } from '#domain/catalogue.ts'
import { type Instrument, levelsOf, statementsOf } from '#domain/instrument.ts'
import {
  contentHash,
  inLanguage,
  type PublishedInstrument,
  parsePublishedInstrument,
} from '#domain/published-instrument.ts'
import { openTestDatabase, stores, type TestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const NOVEMBER = '2026-11-23T13:05:00Z'
const MAY = '2027-05-11T09:30:00Z'
const LATER_THAT_DAY = '2027-05-11T14:00:00Z'
const AUTUMN = '2027-10-04T08:00:00Z'

/** Answers by the number of the statement: the level, or null for "unknown". */
type Given = (number: number) => number | null

describe.each(stores)('the trend, on $name', ({ kind, isAvailable }) => {
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
      'two scans by one person: what went up, down, stayed, became known',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        await finished(app, noor, instrument, NOVEMBER, (number) => (number === 3 ? null : 2))
        const moved: Record<number, number | null> = { 1: 3, 2: 1, 4: null }
        const scan = await finished(
          app,
          noor,
          instrument,
          MAY,
          (number) => moved[number] ?? (number in moved ? null : 2),
        )
        const { status, text } = await noor.get(trendOf(instrument))
        expect(status).toBe(200)
        const [one, two, three, four, five] = statementsOf(instrument)
        expect(underHeading(text, 'Vooruit')).toEqual([one?.id])
        expect(underHeading(text, 'Achteruit')).toEqual([two?.id])
        expect(underHeading(text, 'Nu wel beantwoord')).toEqual([three?.id])
        expect(underHeading(text, 'Nu niet meer bekend')).toEqual([four?.id])
        expect(underHeading(text, 'Gelijk')).toHaveLength(statementsOf(instrument).length - 4)
        expect(underHeading(text, 'Niet te vergelijken')).toEqual([])
        expect(text).toContain(`href="${scan}/resultaat#stelling-${five?.id}"`)
        const [low, middle, high] = levelsOf(instrument).map(({ label }) => wordFor(label))
        expect(text).toContain(`van ${middle} naar ${high}`)
        expect(text).toContain(`van ${middle} naar ${low}`)
        expect(text).toContain('Van 23 november 2026 tot 11 mei 2027')
        expect(text).not.toContain('veranderde tussen')
      }),
    )

    test(
      'the same answers twice have moved nowhere',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        await finished(app, noor, instrument, NOVEMBER, () => 2)
        await finished(app, noor, instrument, MAY, () => 2)
        const { text } = await noor.get(trendOf(instrument))
        expect(text).toContain('Je antwoorden bleven gelijk.')
        expect(underHeading(text, 'Vooruit')).toEqual([])
        expect(underHeading(text, 'Achteruit')).toEqual([])
      }),
    )

    test(
      'with three scans the last two are compared, and others can be chosen',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        const first = await finished(app, noor, instrument, NOVEMBER, () => 1)
        const second = await finished(app, noor, instrument, MAY, () => 2)
        const third = await finished(app, noor, instrument, LATER_THAT_DAY, () => 2)
        await noor.post(`${first}/naam`, { naam: 'Voor de "training"' })
        const path = trendOf(instrument)
        const { text } = await noor.get(path)
        expect(text).toContain('Je antwoorden bleven gelijk.')
        expect(text).toContain('11 mei 2027 om 11.30 uur')
        expect(text).toContain('11 mei 2027 om 16.00 uur')
        expect(text).toContain('“Voor de &quot;training&quot;”, 23 november 2026')
        const all = statementsOf(instrument).length
        const chosen = await noor.get(`${path}?van=${idOf(first)}&tot=${idOf(second)}`)
        expect(underHeading(chosen.text, 'Vooruit')).toHaveLength(all)
        const turned = await noor.get(`${path}?van=${idOf(third)}&tot=${idOf(first)}`)
        expect(underHeading(turned.text, 'Vooruit')).toHaveLength(all)
        for (const wrong of [`van=${idOf(first)}&tot=${idOf(first)}`, 'van=bestaat-niet']) {
          expect((await noor.get(`${path}?${wrong}`)).text).toContain('Kies twee verschillende scans')
        }
      }),
    )

    test(
      'it is yours alone: somebody else has a page of their own, whatever scan they ask for',
      eachInstrument(async (instrument) => {
        const [noor, sem] = [app.newVisitor(), app.newVisitor()]
        const first = await finished(app, noor, instrument, NOVEMBER, () => 1)
        const second = await finished(app, noor, instrument, MAY, () => 2)
        const path = `${trendOf(instrument)}?van=${idOf(first)}&tot=${idOf(second)}`
        for (const answer of [await sem.get(path), await app.newVisitor().get(path)]) {
          expect(answer.status).toBe(200)
          expect(answer.text).toContain('Een verloop zie je vanaf je tweede scan')
          expect(answer.text).not.toContain(idOf(first))
        }
        await finished(app, sem, instrument, NOVEMBER, () => 3)
        await finished(app, sem, instrument, MAY, () => 3)
        const { text } = await sem.get(path)
        expect(text).toContain('Kies twee verschillende scans')
        expect(text).not.toContain(idOf(first))
        expect((await noor.get(path)).text).toContain(idOf(second))
      }),
    )

    test(
      'before the second scan it says what there is to do',
      eachInstrument(async (instrument) => {
        const noor = app.newVisitor()
        expect((await noor.get(trendOf(instrument))).text).toContain('nog niet afgerond')
        const scan = await finished(app, noor, instrument, NOVEMBER, () => 2)
        await startScan(noor, instrument.id)
        const { text } = await noor.get(trendOf(instrument))
        expect(text).toContain('Je rondde er één af, op 23 november 2026')
        expect(text).toContain(`href="${scan}/opnieuw"`)
      }),
    )

    test('an instrument that does not exist has no trend', async () => {
      expect((await app.newVisitor().get('/scans/verloop/bestaat-niet')).status).toBe(404)
    })
  })
})

describe('when a next version of an instrument asks something else', () => {
  let database: TestDatabase
  let app: TestApp
  const catalogue: Catalogue = createCatalogue([])
  let published: PublishedInstrument[] = []
  beforeAll(async () => {
    database = await openTestDatabase('embedded')
    app = await startTestApp(database, { catalogue })
    published = (await listInstrumentVersions(database.db)).map(({ content }) =>
      parsePublishedInstrument(content),
    )
  })
  afterAll(() => app?.close())

  /** From now on these versions are known. */
  const know = (versions: PublishedInstrument[]) =>
    Object.assign(catalogue, createCatalogue(versions.map((one) => inLanguage(one, 'nl'))))

  test('the line breaks where the meaning changed, not where only words did, and the page says why', async () => {
    expect(published.length).toBeGreaterThan(0)
    for (const first of published) {
      know([first])
      const instrument = catalogue.find(first.structure.id)
      const [one] = instrument ? statementsOf(instrument) : []
      if (!instrument || !one) throw new Error('an instrument has statements')
      const noor = app.newVisitor()
      const all = statementsOf(instrument).length
      const lines = 1 + instrument.clusters.length
      await finished(app, noor, instrument, NOVEMBER, () => 1)

      const reworded = await publishNext(database, first, '1.1.0', { id: one.id, change: 'wording' })
      know([first, reworded])
      await finished(app, noor, instrument, MAY, () => 2)
      const { text: joined } = await noor.get(trendOf(instrument))
      expect(underHeading(joined, 'Vooruit')).toHaveLength(all)
      expect(joined).not.toContain('De scan veranderde tussen')
      expect(shapes(joined, 'break')).toBe(0)
      expect(shapes(joined, 'trend')).toBe(2 * lines)

      const other = await publishNext(database, reworded, '1.2.0', { id: one.id, change: 'meaning' })
      know([first, reworded, other])
      await finished(app, noor, instrument, AUTUMN, () => 3)
      const { text } = await noor.get(trendOf(instrument))
      expect(text).toContain('De scan veranderde tussen 11 mei 2027 en 4 oktober 2027.')
      expect(text).toContain(`1 (${one.topic})`)
      expect(underHeading(text, 'Niet te vergelijken')).toEqual([one.id])
      expect(text).toContain('betekent nu iets anders dan toen')
      expect(underHeading(text, 'Vooruit')).toHaveLength(all - 1)
      // In both forms the whole and one part stop; the others run on.
      expect(shapes(text, 'break')).toBe(2 * 2)
      expect(shapes(text, 'trend')).toBe(2 * (2 * lines - 2))
    }
  })
})

/** A made-up next version, whose passport tells of one statement. */
async function publishNext(
  { db }: TestDatabase,
  before: PublishedInstrument,
  version: string,
  change: PublishedInstrument['structure']['history'][number]['statements'][number],
): Promise<PublishedInstrument> {
  const next = structuredClone(before)
  next.structure.version = version
  next.structure.history.push({
    version,
    date: '2027-02-01',
    summary: 'One statement changed.',
    statements: [change],
  })
  await publishInstrumentVersion(db, {
    instrument: next.structure.id,
    version,
    contentHash: contentHash(next),
    content: next,
    publishedAt: new Date(NOVEMBER),
  })
  return next
}

/** Fills in a scan as a whole and finishes it at that moment. Gives its address. */
async function finished(
  app: TestApp,
  visitor: Visitor,
  instrument: Instrument,
  moment: string,
  given: Given,
): Promise<string> {
  app.setClock(moment)
  const scan = await startScan(visitor, instrument.id)
  const unknown = instrument.answers.find(({ level }) => level === null)?.id ?? ''
  const answerFor = (level: number | null) =>
    instrument.answers.find((answer) => level !== null && answer.level === level)?.id ?? unknown
  for (const { id, statements } of instrument.clusters) {
    const fields = statements.map((one) => [one.id, answerFor(given(one.number))])
    expect((await visitor.post(`${scan}/${id}`, Object.fromEntries(fields))).status).toBe(303)
  }
  expect((await visitor.post(`${scan}/afronden`)).status).toBe(303)
  return scan
}

function trendOf({ id }: Instrument): string {
  return `/scans/verloop/${id}`
}

function idOf(scan: string): string {
  return scan.split('/').at(-1) ?? ''
}

function wordFor(label: string): string {
  return (label.split(',')[0] ?? '').toLowerCase()
}

/** How many shapes of a class the picture has, in both its forms. */
function shapes(html: string, className: string): number {
  return html.split(`class="${className}"`).length - 1
}

/** The ids of the statements that are linked to under a heading. */
function underHeading(html: string, title: string): (string | undefined)[] {
  const [, after = ''] = html.split(`<h3>${title} `)
  const [group = ''] = after.split('<h3>')
  return [...group.matchAll(/#stelling-([^"]+)"/g)].map(([, id]) => id)
}
