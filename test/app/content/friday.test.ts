import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from '#test/administrator.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

const NEW_TIP = 'Vraag een collega met tolken of je een keer mee mag kijken.'

onEachStore('a tip on Friday afternoon', (kind) => {
  let app: TestApp
  let willemijn: Visitor
  let instrument: string
  let draft: string
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    willemijn = await administrator(app, 'willemijn@ministerie.voorbeeld')
    instrument = app.instruments[0]?.id ?? ''
  }, 60_000)
  afterAll(() => app.close())

  const statement = () => {
    const found = app.house.catalogue.find(instrument)?.clusters[0]?.statements[0]
    const tip = found?.tips[0]
    if (!found || !tip) throw new Error('the first statement has a tip')
    return { ...found, tip }
  }
  const page = () => `${draft}/teksten/stelling-${statement().id}`
  const field = () => `texts.nl.statements.${statement().id}.tips.${statement().tip.id}`

  test('yesterday somebody finished a scan, and somebody else is half way', async () => {
    const done = app.newVisitor()
    const scan = await startScan(done, instrument)
    const before = statement()
    const cluster = app.house.catalogue.find(instrument)?.clusters[0]?.id ?? ''
    const fits = before.tip.fits[0] ?? ''
    await done.post(`${scan}/${cluster}`, { [before.id]: fits, [`${before.id}-was`]: '' })
    await done.post(`${scan}/afronden`)
    const result = await done.get(`${scan}/resultaat`)
    expect(result.status).toBe(200)
    yesterday = { who: done, path: `${scan}/resultaat`, old: before.tip.text }
    const half = app.newVisitor()
    halfWay = { who: half, path: await startScan(half, instrument) }
    expect(result.text).toContain(escaped(before.tip.text))
  })
  let yesterday: { who: Visitor; path: string; old: string }
  let halfWay: { who: Visitor; path: string }

  test('she begins a change, and writes another tip', async () => {
    const begun = await willemijn.post(`/beheer/inhoud/instrumenten/${instrument}`, {
      titel: 'Tip over tolken',
      doe: 'begin',
    })
    expect(begun.status).toBe(303)
    draft = begun.location ?? ''
    expect((await willemijn.get(draft)).text).toContain('Er is nog niets veranderd')
    const form = await willemijn.get(page())
    expect(form.status).toBe(200)
    const saved = await willemijn.post(page(), {
      [field()]: NEW_TIP,
      [`was:${field()}`]: statement().tip.text,
    })
    expect(saved.status).toBe(303)
    const seen = await willemijn.get(page())
    expect(seen.text).toContain(NEW_TIP)
    // Nobody else sees it.
    expect((await app.newVisitor().get(`/instrumenten/${instrument}/stellingen`)).text).not.toContain(NEW_TIP)
  })

  test('she compares word by word, and publishes', async () => {
    const compare = await willemijn.get(`${draft}/publiceren`)
    expect(compare.text).toContain('<ins>')
    expect(compare.text).toContain('<del>')
    const refused = await willemijn.post(`${draft}/publiceren`, {
      stand: '1',
      wanneer: 'nu',
      doe: 'publiceer',
    })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Schrijf in 5 tot 500 tekens')
    const published = await willemijn.post(`${draft}/publiceren`, {
      stand: '1',
      samenvatting: 'De tip over tolken is concreter.',
      verhuizen: 'ja',
      wanneer: 'nu',
      doe: 'publiceer',
    })
    expect(published.status).toBe(303)
    expect((await willemijn.get(published.location ?? '')).text).toContain('Versie 1.1.0 is gepubliceerd')
  })

  test('whoever comes now reads the new tip; yesterday’s result still has yesterday’s', async () => {
    const statements = await app.newVisitor().get(`/instrumenten/${instrument}/stellingen`)
    expect(statements.text).toContain(NEW_TIP)
    const old = await yesterday.who.get(yesterday.path)
    expect(old.text).toContain(escaped(yesterday.old))
    expect(old.text).not.toContain(NEW_TIP)
  })

  test('the scan that was half way goes on in the new version', async () => {
    const scans = await app.house.db.selectFrom('scans').select(['id', 'instrumentVersion']).execute()
    const version = (path: string) => scans.find(({ id }) => path.includes(id))?.instrumentVersion
    expect(version(halfWay.path)).toBe('1.1.0')
    expect(version(yesterday.path)).toBe('1.0.0')
    expect((await halfWay.who.get(halfWay.path)).status).toBe(200)
  })

  test('she puts it back', async () => {
    const begun = await willemijn.post(`/beheer/inhoud/instrumenten/${instrument}`, {
      versie: '1.0.0',
      doe: 'terug',
    })
    const compare = await willemijn.get(`${begun.location}/publiceren`)
    expect(compare.text).toContain('1 tekst is anders')
    const published = await willemijn.post(`${begun.location}/publiceren`, {
      stand: '0',
      samenvatting: 'De oude tip staat er weer.',
      wanneer: 'nu',
      doe: 'publiceer',
    })
    expect(published.status).toBe(303)
    const statements = await app.newVisitor().get(`/instrumenten/${instrument}/stellingen`)
    expect(statements.text).not.toContain(NEW_TIP)
    expect(app.house.catalogue.find(instrument)?.version).toBe('1.2.0')
  })

  test('the log says who did what, and nobody can change it', async () => {
    const log = await willemijn.get('/beheer/logboek')
    expect(log.text).toContain('Maakte willemijn@ministerie.voorbeeld beheerder van de inhoud')
    expect(log.text).toContain('Publiceerde versie 1.1.0')
    expect(log.text).toContain('Publiceerde versie 1.2.0')
    expect(log.text).toContain('willemijn@ministerie.voorbeeld')
    expect(log.text).not.toContain(NEW_TIP)
    const { db } = app.house
    await expect(db.updateTable('auditEntries').set({ address: 'x@y.nl' }).execute()).rejects.toThrow(
      /never changed/,
    )
    await expect(db.deleteFrom('auditEntries').execute()).rejects.toThrow(/never changed/)
  })
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
