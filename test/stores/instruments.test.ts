import { afterAll, beforeAll, expect, test } from 'vitest'
import { listInstrumentVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { INSTRUMENT, LATER } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

/** With what is known of a version that came with the program. */
const STORED = { ...INSTRUMENT, origin: 'shipped', shippedVersion: INSTRUMENT.version }

onEachStore('instruments', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  test('a version is published once, and its content comes back as it was', async () => {
    expect(await publishInstrumentVersion(store.db, INSTRUMENT)).toBe('published')
    expect(await publishInstrumentVersion(store.db, { ...INSTRUMENT, publishedAt: LATER })).toBe(
      'already-published',
    )
    expect(await listInstrumentVersions(store.db)).toEqual([STORED])
  })

  test('other content under a published number is refused and changes nothing', async () => {
    const changed = { ...INSTRUMENT, contentHash: 'hash-two', content: { title: 'Anders' } }
    expect(await publishInstrumentVersion(store.db, changed)).toBe('changed-after-publication')
    expect(await listInstrumentVersions(store.db)).toEqual([STORED])
  })

  test('versions are listed in the order in which they were published', async () => {
    const next = { ...INSTRUMENT, version: '0.9.0', publishedAt: LATER }
    await publishInstrumentVersion(store.db, next)
    expect((await listInstrumentVersions(store.db)).map(({ version }) => version)).toEqual(['1.0.0', '0.9.0'])
  })

  test('of nodes that publish at the same time one is the first', async () => {
    const version = { ...INSTRUMENT, version: '2.0.0' }
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => publishInstrumentVersion(store.db, version)),
    )
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'already-published')).toHaveLength(5)
  })
})
