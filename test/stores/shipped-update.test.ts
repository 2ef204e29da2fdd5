import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listVersionFacts, listWaitingVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const NOW = new Date('2026-11-23T13:05:00Z')

onEachStore('a newer program', (kind) => {
  let store: TestDatabase
  let folder: string
  let name: string
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    folder = mkdtempSync(join(tmpdir(), 'quickscan-shipped-'))
    cpSync(join(projectFolder, 'instruments'), folder, { recursive: true })
    name = (await loadInstruments(store.db, folder, NOW)).current[0]?.id ?? ''
  }, 60_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await store.close()
  })

  function ship(version: string): void {
    const place = join(folder, name, version)
    cpSync(join(folder, name, '1.0.0'), place, { recursive: true })
    const path = join(place, 'structure.yaml')
    const text = readFileSync(path, 'utf8').replace('version: 1.0.0', `version: ${version}`)
    writeFileSync(
      path,
      `${text}\n  - version: ${version}\n    date: "2027-01-01"\n    summary: A newer one.\n`,
    )
  }
  const versions = async () => (await listVersionFacts(store.db, name)).map(({ version }) => version).sort()

  test('publishes its version by itself as long as nobody changed the instrument here', async () => {
    ship('1.1.0')
    expect((await loadInstruments(store.db, folder, NOW)).find(name)?.version).toBe('1.1.0')
    expect(await listWaitingVersions(store.db)).toEqual([])
  })

  test('waits with its version when somebody did, and what people see stays as they made it', async () => {
    const { content } = await store.db
      .selectFrom('instrumentVersions')
      .select('content')
      .where('version', '=', '1.1.0')
      .executeTakeFirstOrThrow()
    const local = JSON.parse(JSON.stringify(content).replaceAll('"1.1.0"', '"1.2.0"'))
    await publishInstrumentVersion(store.db, {
      instrument: name,
      version: '1.2.0',
      contentHash: 'local',
      content: local,
      publishedAt: NOW,
      origin: 'local',
      shippedVersion: '1.1.0',
    })
    // With the same number as one made here, and with a higher one: neither takes its place.
    for (const version of ['1.2.0', '1.3.0']) ship(version)
    const catalogue = await loadInstruments(store.db, folder, NOW)
    expect(catalogue.find(name)?.version).toBe('1.2.0')
    expect(await versions()).toEqual(['1.0.0', '1.1.0', '1.2.0'])
    expect((await listWaitingVersions(store.db)).map(({ version }) => version).sort()).toEqual([
      '1.2.0',
      '1.3.0',
    ])
    // Starting again changes nothing.
    await loadInstruments(store.db, folder, NOW)
    expect(await versions()).toEqual(['1.0.0', '1.1.0', '1.2.0'])
  })

  test('a version that another program published is read while this one runs', async () => {
    const catalogue = await loadInstruments(store.db, folder, NOW)
    const { content } = await store.db
      .selectFrom('instrumentVersions')
      .select('content')
      .where('version', '=', '1.2.0')
      .executeTakeFirstOrThrow()
    await publishInstrumentVersion(store.db, {
      instrument: name,
      version: '1.4.0',
      contentHash: 'other',
      content: JSON.parse(JSON.stringify(content).replaceAll('"1.2.0"', '"1.4.0"')),
      publishedAt: NOW,
      origin: 'local',
      shippedVersion: '1.1.0',
    })
    expect(catalogue.find(name)?.version).toBe('1.2.0')
    expect(await catalogue.refresh()).toBe(true)
    expect(catalogue.find(name)?.version).toBe('1.4.0')
    expect(await catalogue.refresh()).toBe(false)
  })
})
