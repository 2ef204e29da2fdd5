import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { BODY_LIMIT } from '#web/body.ts'
import { urls } from '#web/urls.ts'

let app: TestApp
let noor: Visitor
let scan: string
let cluster: string
let statement: string

beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'))
  noor = app.newVisitor()
  const instrument = app.instruments[0]
  if (!instrument) throw new Error('no instrument')
  scan = await startScan(noor, instrument.id)
  cluster = instrument.clusters[0]?.id ?? ''
  statement = instrument.clusters[0]?.statements[0]?.id ?? ''
})
afterAll(() => app?.close())

describe('bad input gets the right status and a Dutch page', () => {
  test.each<[string, () => Promise<{ status: number; text: string }>, number, string]>([
    ['an address that does not exist', () => noor.get('/bestaat-niet'), 404, 'Deze pagina is er niet'],
    [
      'a method that an address does not have',
      () => noor.request('/', { method: 'DELETE' }),
      405,
      'Dit kan niet',
    ],
    ['a scan that does not exist', () => noor.get('/scans/abcdefgh'), 404, 'Deze pagina is er niet'],
    ['a cluster that does not exist', () => noor.get(`${scan}/bestaat-niet`), 404, 'Deze pagina is er niet'],
    [
      'an instrument that does not exist',
      () => noor.get('/instrumenten/geen'),
      404,
      'Deze pagina is er niet',
    ],
    [
      'starting something that does not exist',
      () => noor.post('/scans', { instrument: 'geen' }),
      400,
      'klopt niet',
    ],
    [
      'a body that is too large',
      () => noor.post(`${scan}/${cluster}`, { x: 'x'.repeat(BODY_LIMIT) }),
      413,
      'te veel tekst',
    ],
    [
      'a body that is not a form',
      () =>
        noor.request(`${scan}/${cluster}`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json', accept: 'text/html' },
        }),
      400,
      'status',
    ],
    [
      'a form from another site',
      () => noor.request('/scans', { method: 'POST', headers: { origin: 'https://elders.nl' } }),
      403,
      'eigen pagina',
    ],
    [
      'a form from nowhere',
      () => noor.request('/scans', { method: 'POST', headers: { origin: 'null' } }),
      403,
      'eigen pagina',
    ],
  ])('%s', async (_, send, status, text) => {
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
  })

  test.each([
    ['an unknown key', { answer: '1', completedAt: '2020-01-01' }, 400],
    ['a number for an answer', { answer: 3 }, 400],
    ['an answer that does not exist', { answer: '9' }, 400],
    ['a list', [], 400],
    ['nothing', null, 400],
    ['a note that is too long', { note: 'x'.repeat(6000) }, 400],
  ])('a background save with %s is a problem in JSON', async (_, body, status) => {
    const answer = await noor.put(`${scan}/antwoorden/${statement}`, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(answer.text)).toMatchObject({ status })
  })

  test('an unknown statement in a background save is not found', async () => {
    expect((await noor.put(`${scan}/antwoorden/__proto__`, { answer: '1' })).status).toBe(404)
  })

  test('a scan of somebody else and one that does not exist look the same, to the byte', async () => {
    const sanne = app.newVisitor()
    await startScan(sanne, app.instruments[0]?.id ?? '')
    for (const rest of ['', '/resultaat', '/controle', `/${cluster}`]) {
      const foreign = await sanne.get(`${scan}${rest}`)
      const missing = await sanne.get(`/scans/bestaatniet12345${rest}`)
      expect(foreign.status).toBe(404)
      expect(foreign.text).toBe(missing.text)
    }
    const put = (id: string) => sanne.put(`${id}/antwoorden/${statement}`, { answer: '1' })
    expect((await put(scan)).text).toBe((await put('/scans/bestaatniet12345')).text)
  })

  test('a body that lies about its length is measured by what arrives', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent <= BODY_LIMIT; sent += 100_000)
          controller.enqueue(new Uint8Array(100_000).fill(120))
        controller.close()
      },
    })
    const answer = await noor.request(`${scan}/${cluster}`, {
      method: 'POST',
      body: stream,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
  })
})

const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS')
const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '..',
    '%2e%2e',
    '__proto__',
    'constructor',
    "' or 1=1 --",
    '\u0000',
    '\ud800',
    '🙂',
    '../../etc/passwd',
    '<script>alert(1)</script>',
  ),
)
const pattern = fc.constantFrom(...Object.values(urls).map((url) => url.pattern as string))

describe('never', () => {
  test('does any address answer 500, whatever is sent to it', async () => {
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(
        pattern,
        methods,
        fc.array(nasty, { maxLength: 3 }),
        fc.dictionary(nasty, nasty),
        fc.boolean(),
        fc.boolean(),
        async (address, method, values, fields, isOwn, isJson) => {
          let at = 0
          const path = address.replace(/:(\w+)/g, (_, name: string) => {
            if (isOwn && name === 'scan') return scan.split('/').at(-1) ?? ''
            if (isOwn && name === 'cluster') return cluster
            if (isOwn && name === 'statement') return statement
            return encodeURIComponent((values[at++] ?? 'x').toWellFormed()) || 'x'
          })
          // Finishing or erasing is allowed to whoever owns the scan; the other rounds still need it.
          if (isOwn && /wissen|afronden|heropenen/.test(path)) return
          const hasBody = !['GET', 'HEAD'].includes(method)
          const body = isJson
            ? JSON.stringify(fields)
            : new URLSearchParams(
                Object.entries(fields).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]),
              ).toString()
          const answer = await noor.request(path, {
            method,
            ...(hasBody && {
              body,
              headers: { 'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' },
            }),
          })
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
          expect(answer.status, `${method} ${path}`).toBeLessThan(500)
        },
      ),
      { numRuns: 600 },
    )
    // Not vacuous: the good, the missing and the wrong were all met.
    for (const status of [200, 404, 405]) expect(seen.get(status) ?? 0).toBeGreaterThan(0)
  })

  test('is anything stored that the instrument does not allow', async () => {
    const instrument = app.instruments[0]
    const statements = new Set(instrument?.clusters.flatMap((one) => one.statements.map(({ id }) => id)))
    const answers = new Set(instrument?.answers.map(({ id }) => id))
    const ids = fc.oneof(fc.constantFrom(...statements), nasty)
    await fc.assert(
      fc.asyncProperty(ids, fc.oneof(fc.constantFrom(...answers), nasty), nasty, async (id, answer, note) => {
        await noor.put(`${scan}/antwoorden/${encodeURIComponent(id.toWellFormed())}`, { answer, note })
        await noor.post(`${scan}/${cluster}`, { [id.toWellFormed()]: answer.toWellFormed() })
      }),
      { numRuns: 300 },
    )
    const stored = await app.house.db.selectFrom('scanAnswers').selectAll().execute()
    expect(stored.length).toBeGreaterThan(0)
    for (const row of stored) {
      expect(statements.has(row.statement)).toBe(true)
      if (row.answer !== null) expect(answers.has(row.answer)).toBe(true)
    }
  })

  test('do answers, notes or codes reach the log', async () => {
    const marker = 'kanarie-7f3a9'
    await noor.put(`${scan}/antwoorden/${statement}`, { answer: 'onbekend', note: marker })
    await noor.post(`${scan}/${cluster}`, { [`${statement}-notitie`]: `${marker}!`, [marker]: 'x' })
    await noor.post('/scans/hervatten', { code: marker })
    expect(app.logged()).toContain('request')
    expect(app.logged()).not.toContain(marker)
  })
})
