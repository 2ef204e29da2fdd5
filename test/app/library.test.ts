import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementsOf } from '#domain/instrument.ts'
import type { LibraryKind } from '#domain/library-schema.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import { openTestDatabase } from '../stores/stores.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import { startScan, type Visitor } from '../visitor.ts'

let app: TestApp
let visitor: Visitor
const gone = new Set<string>()

beforeAll(async () => {
  const linkCheck = (link: string): LinkCheck | undefined =>
    gone.has(link)
      ? {
          link,
          checkedAt: new Date('2026-11-20T10:00:00Z'),
          outcome: 'gone',
          detail: '404',
          failures: 3,
          firstFailedAt: new Date('2026-11-10T10:00:00Z'),
        }
      : undefined
  app = await startTestApp(await openTestDatabase('embedded'), { linkCheck })
  visitor = app.newVisitor()
})
afterAll(() => app?.close())

const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const found = (html: string) => Number(/<h2>(\d+) gevonden/.exec(html)?.[1] ?? Number.NaN)

describe('looking around', () => {
  test('the library shows its guides, its kinds with their numbers, and its themes', async () => {
    const { text, status } = await visitor.get('/bibliotheek')
    expect(status).toBe(200)
    const { library } = app.house
    for (const entry of library.entries.filter(({ kind }) => kind === 'guide')) {
      expect(text).toContain(`/bibliotheek/${entry.id}"`)
    }
    for (const { label } of library.themes) expect(textOf(text)).toContain(label)
    const practices = library.entries.filter(({ kind }) => kind === 'practice').length
    expect(text).toContain(`Praktijkvoorbeelden (${practices})`)
  })

  test('every entry and every chapter has a page, and every link on them leads somewhere', async () => {
    const addresses = app.house.library.entries.flatMap((entry) => [
      `/bibliotheek/${entry.id}`,
      ...(entry.kind === 'guide'
        ? (entry.chapters ?? []).map(({ id }) => `/bibliotheek/${entry.id}/${id}`)
        : []),
    ])
    const links = new Map<string, string>()
    const ids = new Map<string, Set<string>>()
    const read = async (address: string) => {
      const { status, text } = await visitor.get(address)
      expect(status, address).toBe(200)
      ids.set(address, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)))
      for (const [, href = ''] of main(text).matchAll(/href="(\/[^"]*|#[^"]+)"/g)) {
        links.set(href.startsWith('#') ? address + href : href.replaceAll('&amp;', '&'), address)
      }
    }
    for (const address of addresses) await read(address)
    for (const [link, from] of [...links]) {
      const [address = '', anchor] = link.split('#')
      if (!ids.has(address)) await read(address)
      if (anchor) expect(ids.get(address)?.has(anchor), `${link} on ${from}`).toBe(true)
    }
    expect(addresses.length).toBeGreaterThan(100)
  })

  test.each([
    ['unknown', 'bestaat-niet'],
    ['a way up', '..%2F..%2Fetc'],
    ['NUL', '%00'],
    ['very long', 'a'.repeat(5000)],
    ['a chapter of what is no guide', 'pharos/hoofdstuk'],
  ])('an entry that does not exist is 404 with a page: %s', async (_, id) => {
    const { status, text } = await visitor.get(`/bibliotheek/${id}`)
    expect(status).toBe(404)
    expect(text).toContain('<main')
  })
})

describe('filters', () => {
  test.each<[string, LibraryKind]>([
    ['gids', 'guide'],
    ['praktijkvoorbeeld', 'practice'],
    ['onderzoek', 'finding'],
    ['bron', 'source'],
    ['begrip', 'term'],
  ])('soort=%s shows all of them and nothing else', async (word, kind) => {
    const { text } = await visitor.get(`/bibliotheek?soort=${word}`)
    expect(found(text)).toBe(app.house.library.entries.filter((entry) => entry.kind === kind).length)
  })

  test('theme, role and instrument narrow it down, and together more so', async () => {
    const { text: themed } = await visitor.get('/bibliotheek?thema=taal')
    const { text: narrower } = await visitor.get('/bibliotheek?thema=taal&rol=management')
    const { text: narrowest } = await visitor.get(
      `/bibliotheek?thema=taal&rol=management&instrument=${app.instruments[0]?.id}`,
    )
    expect(found(themed)).toBeGreaterThan(0)
    expect(found(narrower)).toBeLessThanOrEqual(found(themed))
    expect(found(narrowest)).toBeLessThanOrEqual(found(narrower))
    expect(narrowest).toMatch(/<option value="management" selected/)
  })

  test('what means nothing is left out, and the page says what was asked', async () => {
    const { status, text } = await visitor.get(
      '/bibliotheek?soort=appel&thema=1&rol=koning&instrument=x&pagina=-3',
    )
    expect(status).toBe(200)
    expect(text).toContain('<h1>Bibliotheek</h1>')
  })

  test('pages of twenty, with a way back and on; too far is the last', async () => {
    const { text: second } = await visitor.get('/bibliotheek?soort=bron&pagina=2')
    expect(second).toMatch(/rel="prev"[\s\S]*rel="next"/)
    expect(second).toContain('<ol class="results" start="21">')
    const { text: last } = await visitor.get('/bibliotheek?soort=bron&pagina=999')
    expect(last).toMatch(/rel="prev"/)
    expect(last).not.toMatch(/rel="next"/)
  })
})

describe('searching', () => {
  test('shows what was typed, how many there are, and the words where they were found', async () => {
    const { text } = await visitor.get('/bibliotheek?q=tolken')
    expect(text).toContain('value="tolken"')
    expect(found(text)).toBeGreaterThan(0)
    expect(text).toMatch(/<mark>tolk(en)?<\/mark>/)
    expect(textOf(text)).toMatch(/Gevonden in de (uitleg|tips|tekst)/)
  })

  test('finds statements too, and leads to the right one', async () => {
    const [instrument] = app.instruments
    const [statement] = instrument ? statementsOf(instrument) : []
    const { text } = await visitor.get(
      `/bibliotheek?${new URLSearchParams({ q: statement?.topic ?? '', soort: 'stelling' })}`,
    )
    expect(text).toContain(`/instrumenten/${instrument?.id}/stellingen#${statement?.id}"`)
  })

  test('that finds nothing says what can be done', async () => {
    const { text, status } = await visitor.get('/bibliotheek?q=qqqxxxzzz')
    expect(status).toBe(200)
    expect(textOf(text)).toContain('Niets gevonden voor “qqqxxxzzz”')
    expect(textOf(text)).toContain('Gebruik minder woorden')
  })

  test('with nonsense never fails, and gives nothing back as markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (query) => {
        const { status, text } = await visitor.get(
          `/bibliotheek?q=${encodeURIComponent(query.toWellFormed?.() ?? query)}`,
        )
        expect(status).toBe(200)
        expect(text).not.toMatch(/<script(?! src="\/assets)/)
      }),
      { numRuns: 60 },
    )
    const { text } = await visitor.get(`/bibliotheek?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(text).not.toContain('<script>alert')
  })

  test('is not written into the log', async () => {
    await visitor.get('/bibliotheek?q=geheimezoekvraag')
    expect(app.logged()).not.toContain('geheimezoekvraag')
  })
})

describe('links', () => {
  test('to a page that is gone become a hint how to find it, in the library and beside the tip', async () => {
    const source = app.house.library.entries.find(
      (entry) =>
        entry.kind === 'source' &&
        entry.link &&
        app.instruments.some(({ clusters }) =>
          clusters.some(({ statements }) =>
            statements.some(({ tips }) =>
              tips.some(({ sources }) => sources.some(({ id }) => id === entry.id)),
            ),
          ),
        ),
    )
    if (source?.kind !== 'source' || !source.link) throw new Error('a source with a link is needed')
    const entryPage = async () => (await visitor.get(`/bibliotheek/${source.id}`)).text
    expect(await entryPage()).toContain(`href="${source.link.replaceAll('&', '&amp;')}"`)
    gone.add(source.link)
    const after = await entryPage()
    expect(after).not.toContain(`href="${source.link.replaceAll('&', '&amp;')}"`)
    expect(textOf(after)).toContain('er niet meer. Dat zagen we voor het eerst op 10 november 2026')
    expect(textOf(after)).toContain('Zo vind je hem misschien toch: zoek op “')
    for (const { id } of app.instruments) {
      const { text } = await visitor.get(`/instrumenten/${id}/stellingen`)
      expect(text).not.toContain(`href="${source.link.replaceAll('&', '&amp;')}"`)
    }
    gone.clear()
  })
})

describe('beside statements', () => {
  test('the result and the statements lead to what others did, for every instrument', async () => {
    for (const instrument of app.instruments) {
      const { text: statements } = await visitor.get(`/instrumenten/${instrument.id}/stellingen`)
      expect(statements).toMatch(/href="\/bibliotheek\//)
      const scan = await startScan(visitor, instrument.id)
      for (const cluster of instrument.clusters) {
        const answers = cluster.statements.map(({ id }, place) => [
          id,
          instrument.answers[place % instrument.answers.length]?.id ?? '',
        ])
        await visitor.post(`${scan}/${cluster.id}`, Object.fromEntries(answers))
      }
      const { text: result } = await visitor.get(`${scan}/resultaat`)
      expect(result).toMatch(/href="\/bibliotheek\//)
    }
  })
})
