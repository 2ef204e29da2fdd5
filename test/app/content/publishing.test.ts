import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDraft } from '#database/drafts.ts'
import { publishDueDrafts } from '#src/publish-due-drafts.ts'
import { administrator } from '#test/administrator.ts'
import { beginChange, publish, write } from '#test/editing.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

onEachStore('publishing', (kind) => {
  let app: TestApp
  let willemijn: Visitor
  let bram: Visitor
  let instrument: string
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    willemijn = await administrator(app, 'willemijn@ministerie.voorbeeld')
    bram = await administrator(app, 'bram@instituut.voorbeeld')
    instrument = app.instruments[0]?.id ?? ''
  }, 60_000)
  afterAll(() => app.close())

  const current = () => {
    const found = app.house.catalogue.find(instrument)
    const statement = found?.clusters[0]?.statements[0]
    if (!found || !statement) throw new Error('there is no statement')
    return { version: found.version, statement }
  }
  const topicPlace = () => `texts.nl.statements.${current().statement.id}.topic`
  const tipPlace = () =>
    `texts.nl.statements.${current().statement.id}.tips.${current().statement.tips[0]?.id}`
  const writeTopic = (who: Visitor, draft: string, text: string, was = current().statement.topic) =>
    write(who, draft, current().statement.id, [{ place: topicPlace(), was, text }])
  const idOf = (draft: string) => draft.split('/').at(-1) ?? ''

  describe('with four eyes', () => {
    test('who wrote it does not publish it, now or later; somebody else does', async () => {
      app.house.needsFourEyes = true
      const draft = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, draft, 'Twee paar ogen')
      await expect(publish(willemijn, draft)).rejects.toThrow(/schreef hier zelf aan mee/)
      await expect(
        publish(willemijn, draft, { wanneer: 'later', dag: '2026-12-01', tijd: '09:00' }),
      ).rejects.toThrow(/schreef hier zelf aan mee/)
      expect(current().statement.topic).not.toBe('Twee paar ogen')
      await publish(bram, draft)
      expect(current().statement.topic).toBe('Twee paar ogen')
      app.house.needsFourEyes = false
    })
  })

  describe('at a moment', () => {
    test('happens by itself at that moment, once, also when two programs look', async () => {
      const draft = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, draft, 'Maandag om negen')
      const before = current().version
      await publish(willemijn, draft, { wanneer: 'later', dag: '2026-11-30', tijd: '09:00' })
      expect((await willemijn.get(draft)).text).toContain('30 november 2026 om 09.00 uur')
      app.setClock('2026-11-30T07:59:59Z')
      expect(await publishDueDrafts(app.house)).toBe(0)
      app.setClock('2026-11-30T08:00:00Z')
      const counts = await Promise.all([publishDueDrafts(app.house), publishDueDrafts(app.house)])
      expect(counts.reduce((sum, count) => sum + count)).toBe(1)
      expect(current().statement.topic).toBe('Maandag om negen')
      expect(current().version).not.toBe(before)
      app.setClock('2026-11-23T13:05:00Z')
    })

    test('does not happen when the draft was changed since, or somebody else published', async () => {
      const changed = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, changed, 'Gepland')
      await publish(willemijn, changed, { wanneer: 'later', dag: '2026-11-30', tijd: '09:00' })
      await writeTopic(bram, changed, 'Toch anders', 'Gepland')
      expect((await findDraft(app.house.db, idOf(changed)))?.publishAt).toBeNull()

      const late = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, late, 'Te laat')
      await publish(willemijn, late, { wanneer: 'later', dag: '2026-11-30', tijd: '09:00' })
      const other = await beginChange(bram, instrument)
      await writeTopic(bram, other, 'Eerder')
      await publish(bram, other)
      app.setClock('2026-11-30T08:00:00Z')
      expect(await publishDueDrafts(app.house)).toBe(0)
      expect(current().statement.topic).toBe('Eerder')
      app.setClock('2026-11-23T13:05:00Z')
      expect((await willemijn.get('/beheer/logboek')).text).toContain('ging niet door')
      await bram.post(`${late}/weggooien`)
      await bram.post(`${changed}/weggooien`)
    })

    test.each([
      ['a day that does not exist', { dag: '2026-02-30', tijd: '09:00' }, 'Vul een dag in'],
      ['an hour that was skipped', { dag: '2027-03-28', tijd: '02:30' }, 'Vul een dag in'],
      ['a moment that has passed', { dag: '2026-11-22', tijd: '09:00' }, 'al voorbij'],
      ['far away', { dag: '2029-11-22', tijd: '09:00' }, 'te ver weg'],
      ['nothing', { dag: '', tijd: '' }, 'Vul een dag in'],
    ])('is not taken: %s', async (_, when, why) => {
      const draft = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, draft, 'Ooit')
      await expect(publish(willemijn, draft, { wanneer: 'later', ...when })).rejects.toThrow(why)
      await willemijn.post(`${draft}/weggooien`)
    })
  })

  describe('while somebody else does', () => {
    test('a draft that is behind is not published, takes the other over, and shows where they clash', async () => {
      const [mine, theirs] = [await beginChange(willemijn, instrument), await beginChange(bram, instrument)]
      const tip = current().statement.tips[0]?.text ?? ''
      await writeTopic(willemijn, mine, 'Zoals Willemijn het noemt')
      await write(willemijn, mine, current().statement.id, [
        { place: tipPlace(), was: tip, text: 'Een tip van Willemijn.' },
      ])
      await writeTopic(bram, theirs, 'Zoals Bram het noemt')
      await publish(bram, theirs)
      const before = current().version
      await expect(publish(willemijn, mine)).rejects.toThrow()
      expect(current().version).toBe(before)
      expect((await willemijn.get(mine)).text).toContain(`Neem versie ${before} over`)
      await willemijn.post(`${mine}/bijwerken`, { doe: 'overnemen' })
      const shown = await willemijn.get(mine)
      expect(shown.text).toContain('Kies wat er blijft staan')
      await expect(publish(willemijn, mine)).rejects.toThrow()
      await willemijn.post(`${mine}/bijwerken`, { doe: 'houd', plaats: topicPlace() })
      await publish(willemijn, mine)
      expect(current().statement.topic).toBe('Zoals Willemijn het noemt')
      expect(current().statement.tips[0]?.text).toBe('Een tip van Willemijn.')
    })

    test('two who each add a tip both have theirs afterwards', async () => {
      const { id } = current().statement
      const [mine, theirs] = [await beginChange(willemijn, instrument), await beginChange(bram, instrument)]
      const add = async (who: Visitor, draft: string, text: string) => {
        const added = await who.post(`${draft}/teksten/stelling-${id}/tip`)
        const place = added.location?.split('#').at(-1) ?? ''
        await write(who, draft, id, [{ place, was: '', text }])
      }
      await add(willemijn, mine, 'Een nieuwe tip van Willemijn.')
      await add(bram, theirs, 'Een nieuwe tip van Bram.')
      await publish(bram, theirs)
      await willemijn.post(`${mine}/bijwerken`, { doe: 'overnemen' })
      await publish(willemijn, mine)
      const tips = current().statement.tips.map(({ text }) => text)
      expect(tips).toContain('Een nieuwe tip van Willemijn.')
      expect(tips).toContain('Een nieuwe tip van Bram.')
    })

    test('of ten who publish one draft at the same time one does', async () => {
      const draft = await beginChange(willemijn, instrument)
      await writeTopic(willemijn, draft, 'Tien tegelijk')
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => publish(willemijn, draft)))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })
  })

  test('in the middle of 50 running scans moves them all, and loses no answer that was acknowledged', async () => {
    const cluster = app.house.catalogue.find(instrument)?.clusters[0]
    const statements = cluster?.statements.map(({ id }) => id) ?? []
    const people = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const who = app.newVisitor()
        return { who, scan: await startScan(who, instrument) }
      }),
    )
    const draft = await beginChange(willemijn, instrument)
    await writeTopic(willemijn, draft, 'Midden op de dag')
    const acknowledged: { scan: string; statement: string }[] = []
    const fillIn = async ({ who, scan }: (typeof people)[number]) => {
      for (const statement of statements) {
        const saved = await who.put(`${scan}/antwoorden/${statement}`, {
          answer: '3',
          note: '',
          was: { answer: null, note: '' },
        })
        if (saved.status === 200) acknowledged.push({ scan: scan.split('/').at(-1) ?? '', statement })
        else throw new Error(`${saved.status} ${saved.text}`)
      }
    }
    await Promise.all([...people.map(fillIn), publish(willemijn, draft, { verhuizen: 'ja' })])
    const rows = await app.house.db
      .selectFrom('scanAnswers')
      .select(['scanId', 'statement'])
      .where('answer', '=', '3')
      .execute()
    const kept = new Set(rows.map((row) => `${row.scanId}/${row.statement}`))
    const lost = acknowledged.filter((one) => !kept.has(`${one.scan}/${one.statement}`))
    const versions = await app.house.db
      .selectFrom('scans')
      .select('instrumentVersion')
      .where(
        'id',
        'in',
        people.map(({ scan }) => scan.split('/').at(-1) ?? ''),
      )
      .execute()
    const moved = versions.filter((one) => one.instrumentVersion === current().version)
    console.log(
      `published in the middle of 50 scans, on ${kind}: ${acknowledged.length} answers acknowledged, ${lost.length} lost, ${moved.length} moved`,
    )
    expect(acknowledged).toHaveLength(50 * statements.length)
    expect(lost).toEqual([])
    expect(moved).toHaveLength(50)
  }, 60_000)
})
