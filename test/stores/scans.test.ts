import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '#database/accounts.ts'
import { eraseOldScans, eraseScan } from '#database/erasure.ts'
import { joinBrowserByResumeCode, setResumeCode } from '#database/resume-codes.ts'
import {
  claimScans,
  createScan,
  findScanOf,
  finishScan,
  listFinishedScans,
  listScans,
  lockScan,
  reopenScan,
  saveAnswers,
  saveBackground,
} from '#database/scans.ts'
import type { Viewer } from '#domain/viewer.ts'
import { inBrowser, LATER, NOON, NOOR, SEM, startScan } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('scans', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  const save = (id: string, ...changes: Parameters<typeof saveAnswers>[2]) =>
    store.db.transaction().execute((trx) => saveAnswers(trx, id, changes, LATER))

  test('a new scan is empty and knows when it was started', async () => {
    const id = await startScan(store.db)
    expect(await findScanOf(store.db, id, inBrowser(NOOR))).toEqual({
      id,
      accountId: null,
      name: '',
      startedFrom: null,
      instrument: 'competenties',
      instrumentVersion: '1.0.0',
      role: null,
      organisationKind: null,
      askedBackground: false,
      startedAt: NOON,
      changedAt: NOON,
      finishedAt: null,
      answers: {},
    })
  })

  test('a scan of a version that was never published is refused', async () => {
    const scan = { id: 'x', instrument: 'competenties', instrumentVersion: '9.9.9', startedAt: NOON }
    await expect(createScan(store.db, scan, NOOR)).rejects.toMatchObject({ code: '23503' })
    expect(await findScanOf(store.db, 'x', inBrowser(NOOR))).toBeUndefined()
  })

  test('another browser does not find the scan, and neither locks it', async () => {
    const id = await startScan(store.db)
    expect(await findScanOf(store.db, id, inBrowser(SEM))).toBeUndefined()
    expect(await store.db.transaction().execute((trx) => lockScan(trx, id, inBrowser(SEM)))).toBeUndefined()
  })

  test('answers and notes come back as they were saved, whatever characters they hold', async () => {
    const id = await startScan(store.db)
    const note = `"Regel 1"\n\\ 'é' 👩🏽‍💻 ${'n'.repeat(9_000)}`
    await save(
      id,
      { statement: 'c1.s1', answer: 'a3', note },
      { statement: 'snake_case', answer: null, note: 'alleen een notitie' },
      { statement: '__proto__', answer: 'a1', note: '' },
    )
    const scan = await findScanOf(store.db, id, inBrowser(NOOR))
    expect(Object.entries(scan?.answers ?? {}).sort()).toEqual([
      ['__proto__', { answer: 'a1', note: '' }],
      ['c1.s1', { answer: 'a3', note }],
      ['snake_case', { answer: null, note: 'alleen een notitie' }],
    ])
    expect(scan?.changedAt).toEqual(LATER)
  })

  test('saving again replaces an answer, and the last word on a statement counts', async () => {
    const id = await startScan(store.db)
    await save(
      id,
      { statement: 's1', answer: 'a1', note: 'eerst' },
      { statement: 's2', answer: 'a2', note: '' },
    )
    await save(id, { statement: 's1', answer: 'a2', note: '' }, { statement: 's1', answer: 'a4', note: 'nu' })
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.answers).toEqual({
      s1: { answer: 'a4', note: 'nu' },
      s2: { answer: 'a2', note: '' },
    })
  })

  test('saving nothing changes nothing, not even the moment', async () => {
    const id = await startScan(store.db)
    await save(id)
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.changedAt).toEqual(NOON)
  })

  test('a note that is far too long is refused and keeps the others out too', async () => {
    const id = await startScan(store.db)
    const changes = [
      { statement: 's1', answer: 'a1', note: '' },
      { statement: 's2', answer: 'a1', note: 'n'.repeat(10_001) },
    ]
    await expect(save(id, ...changes)).rejects.toMatchObject({ code: '23514' })
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.answers).toEqual({})
  })

  test('an answer to a scan that was erased meanwhile is refused', async () => {
    const change = { statement: 's1', answer: 'a1', note: '' }
    await expect(save('erased-scan', change)).rejects.toMatchObject({ code: '23503' })
  })

  test('who locks a scan sees what was saved before', async () => {
    const id = await startScan(store.db)
    await save(id, { statement: 's1', answer: 'a1', note: '' })
    const seen = await store.db.transaction().execute((trx) => lockScan(trx, id, inBrowser(NOOR)))
    expect(seen).toEqual(await findScanOf(store.db, id, inBrowser(NOOR)))
    expect(seen?.answers).toEqual({ s1: { answer: 'a1', note: '' } })
  })

  test('the list of a browser has its own scans, last changed first, with the number of answers', async () => {
    const browser = randomBytes(8).toString('hex')
    const first = await startScan(store.db, browser)
    const second = await startScan(store.db, browser, new Date('2026-11-23T12:01:00Z'))
    expect((await listScans(store.db, inBrowser(browser))).map(({ id }) => id)).toEqual([second, first])
    await save(
      first,
      { statement: 's1', answer: 'a1', note: '' },
      { statement: 's2', answer: null, note: 'alleen een notitie' },
    )
    const list = await listScans(store.db, inBrowser(browser))
    expect(list.map(({ id, answered }) => [id, answered])).toEqual([
      [first, 1],
      [second, 0],
    ])
    expect(list[0]).not.toHaveProperty('answers')
  })

  test('the background is kept, and so is that somebody would not say', async () => {
    const id = await startScan(store.db)
    await saveBackground(store.db, id, { role: 'adviseur', organisationKind: 'gemeente' }, LATER)
    const told = { role: 'adviseur', organisationKind: 'gemeente', askedBackground: true, changedAt: LATER }
    expect(await findScanOf(store.db, id, inBrowser(NOOR))).toMatchObject(told)
    await saveBackground(store.db, id, { role: null, organisationKind: null }, LATER)
    const silent = { role: null, organisationKind: null, askedBackground: true }
    expect(await findScanOf(store.db, id, inBrowser(NOOR))).toMatchObject(silent)
  })

  test('finishing twice is finishing once, and reopening undoes it', async () => {
    const id = await startScan(store.db)
    await finishScan(store.db, id, NOON)
    await finishScan(store.db, id, LATER)
    expect((await findScanOf(store.db, id, inBrowser(NOOR)))?.finishedAt).toEqual(NOON)
    await reopenScan(store.db, id, LATER)
    expect(await findScanOf(store.db, id, inBrowser(NOOR))).toMatchObject({
      finishedAt: null,
      changedAt: LATER,
    })
  })

  test('a resume code lets another browser in, again and again, until there is a newer code', async () => {
    const id = await startScan(store.db)
    const [oldCode, newCode] = [`old-${id}`, `new-${id}`]
    await setResumeCode(store.db, id, oldCode)
    expect(await joinBrowserByResumeCode(store.db, oldCode, SEM)).toBe(id)
    expect(await joinBrowserByResumeCode(store.db, oldCode, SEM)).toBe(id)
    expect(await findScanOf(store.db, id, inBrowser(SEM))).toMatchObject({ id })
    await setResumeCode(store.db, id, newCode)
    expect(await joinBrowserByResumeCode(store.db, oldCode, 'a third browser')).toBeUndefined()
    expect(await findScanOf(store.db, id, inBrowser(NOOR))).toMatchObject({ id })
  })

  test('erasing takes the answers, the notes and the browsers along', async () => {
    const id = await startScan(store.db)
    const other = await startScan(store.db)
    await save(id, { statement: 's1', answer: 'a1', note: 'weg' })
    await eraseScan(store.db, id)
    for (const table of ['scanAnswers', 'scanBrowsers'] as const) {
      expect(await store.db.selectFrom(table).selectAll().where('scanId', '=', id).execute()).toEqual([])
    }
    expect(await findScanOf(store.db, other, inBrowser(NOOR))).toMatchObject({ id: other })
  })

  test('old scans are erased by when they were changed or finished, exactly at the limit', async () => {
    const browser = randomBytes(8).toString('hex')
    const day = (date: string) => new Date(`${date}T00:00:00Z`)
    const unfinished = await startScan(store.db, browser, day('2020-01-01'))
    const atLimit = await startScan(store.db, browser, day('2020-06-01'))
    const finished = await startScan(store.db, browser, day('2020-01-01'))
    const finishedLong = await startScan(store.db, browser, day('2019-01-01'))
    await finishScan(store.db, finished, day('2020-02-01'))
    await finishScan(store.db, finishedLong, day('2019-12-31'))

    const limits = { unfinishedBefore: day('2020-06-01'), finishedBefore: day('2020-01-01') }
    expect(await eraseOldScans(store.db, limits)).toBe(2)
    const kept = (await listScans(store.db, inBrowser(browser))).map(({ id }) => id)
    expect(kept.sort()).toEqual([atLimit, finished].sort())
    expect(kept).not.toContain(unfinished)
    expect(await eraseOldScans(store.db, limits)).toBe(0)
  })

  test('many old scans are erased in several bites', async () => {
    const { db } = store
    await startScan(db)
    const old = new Date('2001-01-01T00:00:00Z')
    const row = { instrument: 'competenties', instrumentVersion: '1.0.0', startedAt: old, changedAt: old }
    const rows = Array.from({ length: 1_001 }, (_, number) => ({ ...row, id: `bite-${number}` }))
    await db.insertInto('scans').values(rows).execute()
    const limit = new Date('2001-01-02T00:00:00Z')
    expect(await eraseOldScans(db, { unfinishedBefore: limit, finishedBefore: limit })).toBe(1_001)
  })

  test('the finished scans of an instrument are those of the viewer, oldest first, with their answers', async () => {
    const { db } = store
    const browser = randomBytes(8).toString('hex')
    const account = `account-${browser}`
    const address = `${browser}@voorbeeld.nl`
    await createAccount(db, { id: account, address, key: address, passwordHash: null, createdAt: NOON })
    const viewer = { browser, account }
    const list = async (who: Viewer) => (await listFinishedScans(db, who, 'competenties')).map(({ id }) => id)

    const second = await startScan(db, browser)
    const first = await startScan(db, browser)
    const unfinished = await startScan(db, browser)
    const claimed = await startScan(db, browser)
    const ofSem = await startScan(db, SEM)
    await claimScans(db, [claimed], browser, account)
    await save(first, { statement: 's1', answer: 'a1', note: 'toen' })
    await finishScan(db, second, LATER)
    await finishScan(db, first, NOON)
    await finishScan(db, claimed, new Date('2026-11-24T12:00:00Z'))
    await finishScan(db, ofSem, NOON)

    expect(await list(viewer)).toEqual([first, second, claimed])
    expect(await list(inBrowser(browser))).toEqual([first, second])
    expect(await list({ browser: null, account })).toEqual([claimed])
    expect(await list({ browser: null, account: null })).toEqual([])
    expect(await listFinishedScans(db, viewer, 'iets-anders')).toEqual([])
    const [oldest] = await listFinishedScans(db, viewer, 'competenties')
    expect(oldest).toEqual(await findScanOf(db, first, viewer))
    expect(oldest?.answers).toEqual({ s1: { answer: 'a1', note: 'toen' } })
    expect(await list(viewer)).not.toContain(unfinished)
  })
})
