import { randomBytes } from 'node:crypto'
import { constants, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, describe } from 'vitest'
import { type DatabasePlace, type OpenDatabase, openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { embeddedTemplate, migrationsFolder } from './embedded-template.ts'
import { startPostgresql } from './postgresql-server.ts'

export type StoreKind = OpenDatabase['kind']

/** A migrated, empty database; `place` is for opening it a second time. Closing it removes it. */
export type TestDatabase = OpenDatabase & { place: DatabasePlace }

let privateUrl: Promise<string | undefined> | undefined

/**
 * Where PostgreSQL answers: the server that the runner started (`TEST_POSTGRESQL_URL`), else a private one
 * that ends after the tests of this file; undefined when it is not installed.
 */
export function postgresqlUrl(): Promise<string | undefined> {
  const given = process.env.TEST_POSTGRESQL_URL
  if (given) return Promise.resolve(given)
  privateUrl ??= startPostgresql().then((server) => {
    if (server) afterAll(() => server.stop())
    return server?.url
  })
  return privateUrl
}

/**
 * Both stores, for `describe.each(stores)('…, on $name', ({ kind, isAvailable }) => …)` with
 * `describe.skipIf(!isAvailable)` or `test.skipIf(!isAvailable)` inside: what has no server is reported as
 * skipped, by name.
 */
export const stores: { name: string; kind: StoreKind; isAvailable: boolean }[] = [
  { name: 'the embedded store', kind: 'embedded', isAvailable: true },
  { name: 'PostgreSQL', kind: 'postgresql', isAvailable: Boolean(await postgresqlUrl()) },
]

/** The tests of the body, once for each store. */
export function onEachStore(title: string, body: (kind: StoreKind) => void): void {
  for (const { name, kind, isAvailable } of stores) {
    describe.skipIf(!isAvailable)(`${title}, on ${name}`, () => body(kind))
  }
}

/** A database of its own for a test file, or for a test that changes what others would see. */
export async function openTestDatabase(kind: StoreKind, connections?: number): Promise<TestDatabase> {
  const made = kind === 'embedded' ? await makeEmbedded() : await makePostgresql()
  const place = { ...made.place, ...(connections !== undefined && { connections }) }
  const opened = await openDatabase(place)
  if (kind === 'postgresql') await migrate(opened.db, migrationsFolder)
  const close = async () => {
    await opened.close()
    await made.remove()
  }
  return { ...opened, place, close }
}

type Made = { place: DatabasePlace; remove(): Promise<void> }

/** A copy of migrated files: making them takes seconds, copying them a fraction of one. */
export async function makeEmbedded(): Promise<Made> {
  const template = await embeddedTemplate()
  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-data-'))
  mkdirSync(join(dataDir, 'database'), { mode: 0o700 })
  cpSync(template, join(dataDir, 'database', 'files'), { recursive: true, mode: constants.COPYFILE_FICLONE })
  return {
    place: { dataDir },
    remove: async () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }),
  }
}

async function makePostgresql(): Promise<Made> {
  const server = await postgresqlUrl()
  if (!server) throw new Error('PostgreSQL is not installed here')
  return makeDatabase(server)
}

/** A new, empty database on a server. */
export async function makeDatabase(server: string): Promise<Made> {
  const name = `quickscan_${randomBytes(6).toString('hex')}`
  await command(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    place: { databaseUrl: url.href, dataDir: '/nonexistent' },
    remove: () => command(server, `drop database if exists ${name} with (force)`),
  }
}

async function command(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
