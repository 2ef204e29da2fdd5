import { createServer, type Server } from 'node:http'
import { type AddressInfo, BlockList } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLinkChecks } from '#database/link-checks.ts'
import { isDead } from '#domain/link-check.ts'
import { fetchLink } from '#platform/link-fetcher.ts'
import { checkLinks } from '#src/check-links.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const DAY = 24 * 60 * 60 * 1000

onEachStore('checking links', (kind) => {
  let store: TestDatabase
  let server: Server
  let origin: string
  let now = new Date('2026-11-23T10:00:00Z')
  const asked: string[] = []
  const away = new Set(['/gone'])

  beforeAll(async () => {
    store = await openTestDatabase(kind)
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(away.has(request.url ?? '') ? 404 : 200).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(async () => {
    server.close()
    await store.close()
  })

  const check = (more: { isStopping?: () => boolean; rest?: number } = {}) => {
    const allowed = new BlockList()
    allowed.addAddress('127.0.0.1')
    const ports = [Number(new URL(origin).port)]
    const ask = (link: string) => fetchLink(link, { allowed, ports, patience: 2000 })
    const links = [`${origin}/here`, `${origin}/gone`]
    return checkLinks(store.db, links, { ask, clock: () => now, rest: 0, ...more })
  }
  const stateOf = async (path: string) => {
    const found = (await listLinkChecks(store.db)).get(origin + path)
    return found && { outcome: found.outcome, isDead: isDead(found) }
  }

  test('asks every link once, keeps what came back, and does not ask again the same day', async () => {
    expect(await check()).toHaveLength(2)
    expect(asked).toEqual(['HEAD /here', 'HEAD /gone', 'GET /gone'])
    expect(await stateOf('/here')).toEqual({ outcome: 'alive', isDead: false })
    expect(await stateOf('/gone')).toEqual({ outcome: 'gone', isDead: false })
    expect(await check()).toEqual([])
    expect(asked).toHaveLength(3)
  })

  test('calls a link dead that is gone a day later too, and lets the living rest', async () => {
    now = new Date(now.getTime() + DAY)
    expect((await check()).map(({ link }) => link)).toEqual([`${origin}/gone`])
    expect(await stateOf('/gone')).toEqual({ outcome: 'gone', isDead: true })
  })

  test('takes it back when the page returns', async () => {
    away.clear()
    now = new Date(now.getTime() + DAY)
    await check()
    expect(await stateOf('/gone')).toEqual({ outcome: 'alive', isDead: false })
  })

  test('rests between two links, and stops when the program stops', async () => {
    now = new Date(now.getTime() + 20 * DAY)
    const started = performance.now()
    expect(await check({ rest: 150 })).toHaveLength(2)
    expect(performance.now() - started).toBeGreaterThan(140)
    now = new Date(now.getTime() + 20 * DAY)
    expect(await check({ isStopping: () => true })).toEqual([])
  })
})
