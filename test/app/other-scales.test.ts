import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishInstrumentVersion } from '#database/instruments.ts'
import { createCatalogue } from '#domain/catalogue.ts'
import { checkInstrument } from '#domain/check-instrument.ts'
import { draftTexts } from '#domain/draft-texts.ts'
import { type InstrumentStructure, instrumentStructureSchema } from '#domain/instrument-structure.ts'
import { contentHash, inLanguage } from '#domain/published-instrument.ts'
import { openTestDatabase } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import { startScan } from '../visitor.ts'

/** An instrument nobody has seen before: so many levels, two parts, four statements. */
function structureWith(levels: number, kind: InstrumentStructure['kind']): InstrumentStructure {
  const scale = Array.from({ length: levels }, (_, index) => index + 1)
  const answers = [
    ...scale.map((level) => ({ id: `n${level}`, kind: 'level', level })),
    { id: 'weet-niet', kind: 'unknown' },
  ]
  const statement = (id: string) => ({ id, tips: [{ id: `${id}-t1`, fits: answers.map((one) => one.id) }] })
  return instrumentStructureSchema.parse({
    id: `proef-${kind}-${levels}`,
    version: '1.0.0',
    kind,
    minutes: 3,
    answers,
    bands: [
      { id: 'laag', from: 1 },
      { id: 'hoog', from: levels - 0.5 },
    ],
    roles: [],
    organisationKinds: [],
    clusters: [
      {
        id: 'eerste',
        statements: [statement('q1'), statement('q2'), statement('q3')],
        groups: [
          { id: 'begin', statements: ['q1', 'q2'] },
          { id: 'slot', statements: ['q3'] },
        ],
        phased: true,
      },
      { id: 'tweede', statements: [statement('q4')] },
    ],
    sources: [],
    history: [{ version: '1.0.0', date: '2026-11-23', summary: 'First version.' }],
  })
}

const cases = [
  { levels: 3, kind: 'levels' },
  { levels: 7, kind: 'levels' },
  { levels: 3, kind: 'checklist' },
  { levels: 2, kind: 'checklist' },
] as const

describe.each(cases)('an instrument of $levels $kind that nobody has seen before', ({ levels, kind }) => {
  let app: TestApp
  const structure = structureWith(levels, kind)
  const content = { structure, texts: { nl: draftTexts(structure, 'nl') } }
  beforeAll(async () => {
    const database = await openTestDatabase('embedded')
    await publishInstrumentVersion(database.db, {
      instrument: structure.id,
      version: structure.version,
      contentHash: contentHash(content),
      content,
      publishedAt: new Date(),
    })
    app = await startTestApp(database, { catalogue: createCatalogue([inLanguage(content, 'nl')]) })
  })
  afterAll(() => app?.close())

  test('has nothing wrong but that its texts are still to be written', () => {
    const file = (path: string, data: unknown) => ({ path, data, errors: [], lineOf: () => 1 })
    const problems = checkInstrument(file('structure.yaml', structure), [file('nl.yaml', content.texts.nl)])
    expect(problems.filter(({ problem }) => !/written yet|0 words|same as/.test(problem))).toEqual([])
  })

  test('is read, filled in and shown with every level it has', async () => {
    const visitor = app.newVisitor()
    const { text: statements } = await visitor.get(`/instrumenten/${structure.id}/stellingen`)
    expect(statements.match(/<dt>/g)).toHaveLength(4 * (levels + 1))
    const scan = await startScan(visitor, structure.id)
    const { text: page } = await visitor.get(`${scan}/eerste`)
    expect(page.match(/name="q1" value="[^"]*"/g)).toHaveLength(levels + 1)
    await visitor.post(`${scan}/eerste`, { q1: `n${levels}`, q2: 'n1', q3: 'weet-niet' })
    await visitor.post(`${scan}/tweede`, { q4: 'n2' })
    const { text: result, status } = await visitor.get(`${scan}/resultaat`)
    expect(status).toBe(200)
    if (kind === 'checklist') {
      expect(result).toMatch(levels === 2 ? /2 van de 4 punten/ : /1 van de 4 punten/)
      expect(result).toContain('class="phases"')
      expect(result).not.toMatch(/[Gg]emiddeld/)
    } else {
      expect(result).toContain(`op een schaal van 1 tot ${levels}`)
    }
  })
})
