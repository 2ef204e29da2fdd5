import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDraft } from '#database/drafts.ts'
import { findInstrumentVersion, keepWaitingVersion } from '#database/instruments.ts'
import { type Data, withValueAt } from '#domain/content-tree.ts'
import { readBundle } from '#domain/instrument-bundle.ts'
import {
  contentHash,
  type PublishedInstrument,
  parsePublishedInstrument,
} from '#domain/published-instrument.ts'
import { parseDataFile } from '#platform/instrument-files.ts'
import { writeYaml } from '#platform/write-yaml.ts'
import { administrator } from '#test/administrator.ts'
import { beginChange, publish, write } from '#test/editing.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

let app: TestApp
let willemijn: Visitor
let instrument: string
beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'))
  willemijn = await administrator(app, 'willemijn@ministerie.voorbeeld')
  instrument = app.instruments[0]?.id ?? ''
}, 60_000)
afterAll(() => app.close())

async function published(
  version = app.house.catalogue.find(instrument)?.version ?? '',
): Promise<PublishedInstrument> {
  const found = await findInstrumentVersion(app.house.db, instrument, version)
  return parsePublishedInstrument(found?.content)
}

const upload = (bestand: string) =>
  willemijn.post(`/beheer/inhoud/instrumenten/${instrument}/inlezen`, { bestand })

describe('a version as a file', () => {
  test('comes back as it went, whatever is written in it', async () => {
    const content = await published()
    const places = [
      ['texts', 'nl', 'title'],
      ['texts', 'nl', 'statements', content.structure.clusters[0]?.statements[0]?.id ?? '', 'topic'],
      ['structure', 'sources', content.structure.sources[0]?.id ?? '', 'title'],
    ]
    const line = fc
      .string({ minLength: 2, maxLength: 80, unit: 'grapheme' })
      .filter((text) => text.trim() === text && text.trim().length > 1)
    let runs = 0
    fc.assert(
      fc.property(line, line, line, (...texts) => {
        const changed = places.reduce<Data>(
          (data, place, index) => withValueAt(data, place, texts[index] ?? ''),
          content,
        ) as PublishedInstrument
        const file = parseDataFile('bestand', writeYaml(changed, 'Een proef'))
        expect(file.errors).toEqual([])
        const reading = readBundle(file)
        if ('findings' in reading) {
          // What may not be published is refused for that alone: every remark is about a text, none about the file.
          expect(reading.findings.every(({ known }) => known !== null)).toBe(true)
          return
        }
        runs += 1
        expect(contentHash(reading.content)).toBe(contentHash(changed))
      }),
      { numRuns: 60 },
    )
    console.log(`round trip: ${runs} of 60 with texts that may be published, each back to the letter`)
    expect(runs).toBeGreaterThan(20)
  }, 60_000)

  test('every shipped instrument comes back to the letter through the download and the page', async () => {
    for (const { id, version } of app.instruments) {
      const file = await willemijn.get(`/instrumenten/${id}/instrument.yaml`)
      const begun = await willemijn.post(`/beheer/inhoud/instrumenten/${id}/inlezen`, { bestand: file.text })
      expect(begun.status).toBe(303)
      const draft = await findDraft(app.house.db, begun.location?.split('/').at(-1) ?? '')
      const found = await findInstrumentVersion(app.house.db, id, version)
      expect(draft && contentHash(draft.content)).toBe(contentHash(parsePublishedInstrument(found?.content)))
      expect((await willemijn.get(begun.location ?? '')).text).toContain('Er is nog niets veranderd')
    }
  })

  test('becomes a draft that shows what is different', async () => {
    const file = await willemijn.get(`/instrumenten/${instrument}/instrument.yaml`)
    const [first] = Object.values((await published()).texts.nl?.statements ?? {})
    const begun = await upload(file.text.replace(`topic: ${first?.topic}`, 'topic: Een ander onderwerp'))
    const { text } = await willemijn.get(`${begun.location}/publiceren`)
    expect(text).toContain('1 tekst is anders')
    expect(text).toContain('het onderwerp')
  })

  test.each([
    ['nothing', '', /Regel/],
    ['no YAML', '{{{', /Regel/],
    ['another kind of file', 'naam: Jan', /Regel/],
    ['a bomb of aliases', 'a: &a [x, x]\nb: *a\n', /anchor or alias/],
    ['HTML', '<script>alert(1)</script>', /Regel/],
  ])('is refused with the line when it is %s, and nothing is made', async (_, text, why) => {
    const before = await app.house.db.selectFrom('drafts').select('id').execute()
    const refused = await upload(text)
    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(why)
    expect(refused.text).not.toContain('<script>alert')
    expect(await app.house.db.selectFrom('drafts').select('id').execute()).toEqual(before)
  })

  test('of another instrument is refused by its name', async () => {
    const other = app.instruments[1]?.id ?? ''
    const file = await willemijn.get(`/instrumenten/${other}/instrument.yaml`)
    const refused = await upload(file.text)
    expect([refused.status, refused.text.includes('van een ander instrument')]).toEqual([400, true])
  })

  test('of two megabytes is too much, and says so', async () => {
    const refused = await upload('x'.repeat(2_000_000))
    expect(refused.status).toBe(413)
  })
})

describe('a newer version that comes with the program', () => {
  test('waits when the instrument was changed here, and is merged without losing what was', async () => {
    const first = await published('1.0.0')
    const statement = first.structure.clusters[0]?.statements[0]?.id ?? ''
    const own = first.texts.nl?.statements[statement]
    const draft = await beginChange(willemijn, instrument)
    const at = (name: string) => `texts.nl.statements.${statement}.${name}`
    await write(willemijn, draft, statement, [
      { place: at('topic'), was: own?.topic ?? '', text: 'Zoals wij het noemen' },
      { place: at('answers.1'), was: own?.answers['1'] ?? '', text: 'Dit doet hier nog niemand.' },
    ])
    await publish(willemijn, draft, { [`betekenis-${statement}`]: 'wording' })

    const shipped = [
      [at('topic'), 'Zoals de makers het noemen'],
      [at('answers.2'), 'Een enkeling probeert dit al.'],
    ].reduce<Data>((data, [place = '', text = '']) => withValueAt(data, place.split('.'), text), first)
    const theirs = parsePublishedInstrument({
      ...(shipped as PublishedInstrument),
      structure: {
        ...first.structure,
        version: '1.1.0',
        history: [
          ...first.structure.history,
          { version: '1.1.0', date: '2027-01-01', summary: 'Van de makers.', statements: [] },
        ],
      },
    })
    await keepWaitingVersion(app.house.db, {
      instrument,
      version: '1.1.0',
      contentHash: contentHash(theirs),
      content: theirs,
      arrivedAt: app.house.clock(),
    })

    const page = await willemijn.get(`/beheer/inhoud/instrumenten/${instrument}`)
    expect(page.text).toContain('Neem versie 1.1.0 over in een wijziging')
    const begun = await willemijn.post(`/beheer/inhoud/instrumenten/${instrument}`, {
      versie: '1.1.0',
      doe: 'overnemen',
    })
    const merge = begun.location ?? ''
    expect((await willemijn.get(merge)).text).toContain('Kies wat er blijft staan')
    await willemijn.post(`${merge}/bijwerken`, { doe: 'houd', plaats: at('topic') })
    await publish(willemijn, merge, { [`betekenis-${statement}`]: 'wording' })
    const after = (await published()).texts.nl?.statements[statement]
    expect([after?.topic, after?.answers['1'], after?.answers['2']]).toEqual([
      'Zoals wij het noemen',
      'Dit doet hier nog niemand.',
      'Een enkeling probeert dit al.',
    ])
    expect((await willemijn.get(`/beheer/inhoud/instrumenten/${instrument}`)).text).not.toContain(
      'over in een wijziging',
    )
  })
})
