import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { administrator } from '#test/administrator.ts'
import { beginChange, publish, write } from '#test/editing.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { beginNextRound, fillInAndSend, invite, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const MEMBERS = [1, 2, 3, 4, 5].map((number) => `lid${number}@gemeente.voorbeeld`)

/** Answers that differ from person to person. */
const levelFrom = (person: number) => (_: string, index: number) => String(1 + ((index + person) % 5))

/** A group and a person who looked at themselves before and after a statement became another question. */
describe('when a statement becomes another question', () => {
  let app: TestApp
  let instrument: string
  let statement: { id: string; topic: string; statement: string; number: number }
  let noor: Visitor
  let group: TestGroup
  let sem: Visitor
  let result: string
  const members: Visitor[] = []
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    instrument = app.instruments[0]?.id ?? ''
    const found = app.instruments[0] && statementsOf(app.instruments[0])[0]
    if (!found) throw new Error('there is no statement')
    statement = found
    noor = await signUp(app, 'noor@gemeente.voorbeeld')
    group = await makeGroup(app, { organiser: noor, address: 'noor@gemeente.voorbeeld' })
    for (const address of MEMBERS) members.push(await joinGroup(app, group, address))
    for (const [index, who] of members.entries()) await fillInAndSend(app, group, who, levelFrom(index))
    await closeRound(app.house, group.round)
    sem = await signUp(app, 'sem@gemeente.voorbeeld')
    await fillInAll(sem, '2')

    const willemijn = await administrator(app, 'willemijn@ministerie.voorbeeld')
    const draft = await beginChange(willemijn, instrument)
    const place = `texts.nl.statements.${statement.id}.statement`
    await write(willemijn, draft, statement.id, [
      { place, was: statement.statement, text: 'Wij werken elke week met een tolk.' },
    ])
    const refused = await willemijn.post(`${draft}/publiceren`, {
      stand: '1',
      samenvatting: 'Anders.',
      wanneer: 'nu',
      doe: 'publiceer',
    })
    expect(refused.text).toContain('Zeg wat de verandering betekent bij stelling 1')
    await publish(willemijn, draft, { [`betekenis-${statement.id}`]: 'meaning', verhuizen: 'ja' })
    expect(app.house.catalogue.find(instrument)?.version).toBe('2.0.0')

    app.setClock('2026-11-23T18:05:00Z')
    result = await fillInAll(sem, '3')
    const next = await beginNextRound(app, group)
    for (const [index, who] of members.entries()) {
      await who.post(await invite(app, next, MEMBERS[index] ?? ''), { functie: '' })
      await fillInAndSend(app, next, who, levelFrom(index + 1))
    }
    await closeRound(app.house, next.round)
  }, 90_000)
  afterAll(() => app.close())

  async function fillInAll(who: Visitor, level: string): Promise<string> {
    const scan = await startScan(who, instrument)
    for (const cluster of app.house.catalogue.find(instrument)?.clusters ?? []) {
      const fields = cluster.statements.flatMap(({ id }) => [
        [id, level],
        [`${id}-was`, ''],
      ])
      await who.post(`${scan}/${cluster.id}`, Object.fromEntries(fields))
    }
    await who.post(`${scan}/afronden`)
    return `${scan}/resultaat`
  }

  test('the trend of one person breaks, and says at which statement', async () => {
    const { text } = await sem.get(`/scans/verloop/${instrument}`)
    expect(text).toContain('De scan veranderde tussen')
    expect(text).toContain(`Andere betekenis: stelling 1 (${statement.topic})`)
  })

  test.skipIf(!pdfToolsAreHere())(
    'and in the PDF of the result, and of the group',
    async () => {
      const pdf = await sem.download(`${result}.pdf`)
      const text = (await readPdfText(pdf.bytes)).replace(/\s+/g, ' ')
      expect(text).toContain('De scan veranderde tussen')
      const report = await noor.download(`${group.path}/rondes/2/verslag.pdf`)
      const said = (await readPdfText(report.bytes)).replace(/\s+/g, ' ')
      expect(said).toContain('De scan zelf veranderde tussen deze rondes')
    },
    60_000,
  )

  test('the group sees what can be compared, and not what cannot', async () => {
    const { text } = await noor.get(`${group.path}/rondes/2`)
    expect(text).toContain('De scan zelf veranderde tussen deze rondes')
    expect(text).toContain(`Andere betekenis: stelling 1 (${statement.topic})`)
    expect(text).toContain('Niet te vergelijken')
    // Control: the clusters in which nothing changed stand beside each other.
    expect(text).toMatch(/<td[^>]*>(Hoger|Lager|Ongeveer gelijk)<\/td>/)
  })
})
