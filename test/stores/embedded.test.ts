import fs, { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, toOpenDatabase } from '#database/connect.ts'
import { openEmbedded } from '#database/embedded.ts'
import { openEmbeddedFiles } from '#database/embedded-files.ts'
import { databaseIsAway } from '#database/failures.ts'
import { findScanOf } from '#database/scans.ts'
import { startChild } from './children/start-child.ts'
import { embeddedTemplate } from './embedded-template.ts'
import { inBrowser, NOOR, startScan } from './sample-scan.ts'
import { makeEmbedded } from './stores.ts'

describe('the embedded store', { timeout: 60_000 }, () => {
  let dataDir: string
  let remove: () => Promise<void>
  beforeEach(async () => {
    const made = await makeEmbedded()
    dataDir = made.place.dataDir
    remove = made.remove
  }, 60_000)
  afterEach(() => remove())

  test('keeps its files in a folder for this user alone', async () => {
    const store = await openDatabase({ dataDir })
    expect(statSync(join(dataDir, 'database')).mode & 0o777).toBe(0o700)
    await store.close()
  })

  test('makes everything at the first start, and syncs it', async () => {
    const fresh = join(dataDir, 'not', 'there', 'yet')
    const store = await openDatabase({ dataDir: fresh })
    await store.ping()
    await store.close()
    expect(existsSync(join(fresh, 'database', 'files.new'))).toBe(false)
  })

  test('starts again where a first start was cut off half-way', async () => {
    const fresh = join(dataDir, 'fresh')
    mkdirSync(join(fresh, 'database', 'files.new', 'base'), { recursive: true })
    cpSync(join(await embeddedTemplate(), 'PG_VERSION'), join(fresh, 'database', 'files.new', 'PG_VERSION'))
    const store = await openDatabase({ dataDir: fresh })
    await store.ping()
    await store.close()
  })

  test('still has what was saved after it was closed and opened again', async () => {
    const before = await openDatabase({ dataDir })
    const id = await startScan(before.db)
    await before.close()
    const after = await openDatabase({ dataDir })
    expect(await findScanOf(after.db, id, inBrowser(NOOR))).toMatchObject({ id })
    await after.close()
  })

  test('refuses a second process on the same folder, also by another name of it', async () => {
    const first = await openDatabase({ dataDir })
    for (const name of [dataDir, join(dataDir, '.', 'database', '..')]) {
      const second = startChild('hold-folder.ts', [name])
      expect(await second.ended).not.toBe(0)
      expect(second.errors()).toMatch(/in use by another process. Stop that one, or give this one another/)
    }
    await first.ping()
    await first.close()
  })

  test('refuses itself too, and the refused one does not break the lock', async () => {
    const first = await openDatabase({ dataDir })
    await expect(openDatabase({ dataDir })).rejects.toThrow(/in use by another process/)
    await expect(openDatabase({ dataDir })).rejects.toThrow(/in use by another process/)
    await first.close()
  })

  test('is free again as soon as the process that had it was killed', async () => {
    const holder = startChild('hold-folder.ts', [dataDir])
    await holder.says('open')
    await expect(openDatabase({ dataDir })).rejects.toThrow(/in use/)
    holder.kill()
    await holder.ended
    expect(existsSync(join(dataDir, 'database', 'lock'))).toBe(true)
    const next = await openDatabase({ dataDir })
    await next.ping()
    await next.close()
  })

  test('a process that is stopped, not dead, keeps its lock', async () => {
    const holder = startChild('hold-folder.ts', [dataDir])
    await holder.says('open')
    holder.kill('SIGSTOP')
    await expect(openDatabase({ dataDir })).rejects.toThrow(/in use/)
    holder.kill()
    await holder.ended
  })

  test('lets one of many in when they find the lock of a dead process together', async () => {
    const holder = startChild('hold-folder.ts', [dataDir])
    await holder.says('open')
    holder.kill()
    await holder.ended
    const openings = await Promise.allSettled(Array.from({ length: 8 }, () => openDatabase({ dataDir })))
    const opened = openings.filter((opening) => opening.status === 'fulfilled')
    expect(opened).toHaveLength(1)
    await opened[0]?.value.close()
  })

  test('works in a folder whose name is longer than the name of a socket may be', async () => {
    const deep = join(dataDir, 'd'.repeat(100), 'e'.repeat(100))
    mkdirSync(join(deep, 'database'), { recursive: true })
    cpSync(await embeddedTemplate(), join(deep, 'database', 'files'), { recursive: true })
    const store = await openDatabase({ dataDir: deep })
    await expect(openDatabase({ dataDir: deep })).rejects.toThrow(/in use/)
    await store.close()
  })

  test('refuses to run when a commit is not synced to the disk', async () => {
    const unsynced: typeof openEmbeddedFiles = async (folder) => {
      const { store, ...rest } = await openEmbeddedFiles(folder)
      const module = store.Module.NODEFS as unknown as { stream_ops: { fsync?: unknown } }
      module.stream_ops.fsync = () => 0
      return { store, ...rest }
    }
    await expect(openEmbedded(dataDir, { openFiles: unsynced })).rejects.toThrow(/0 fsyncs/)
    const next = await openDatabase({ dataDir })
    await next.close()
  })

  test('says what is wrong when the database is asked inside a transaction', async () => {
    const store = toOpenDatabase('embedded', (await openEmbedded(dataDir, { patience: 300 })).pool)
    const failure = await store.db
      .transaction()
      .execute(() => store.ping())
      .catch((error: unknown) => error)
    expect(String(failure)).toMatch(/not free within 0\.3 s.*transaction that the callback was given/)
    expect(databaseIsAway(failure)).toBe(true)
    await store.ping()
    await store.close()
  })

  test('answers in turn, and closes after whoever asked before', async () => {
    const { pool } = await openEmbedded(dataDir)
    const order: string[] = []
    const asked = ['first', 'second', 'third'].map(async (name) => {
      const connection = await pool.connect()
      await connection.query('select 1', [])
      order.push(name)
      connection.release()
    })
    await pool.end()
    await Promise.all(asked)
    expect(order).toEqual(['first', 'second', 'third'])
    await expect(pool.connect()).rejects.toThrow(/closed/)
  })

  test('believes nothing any more once the disk refused a sync, and has the rest after a restart', async () => {
    const store = await openDatabase({ dataDir })
    const kept = await startScan(store.db)
    const fsyncSync = fs.fsyncSync
    fs.fsyncSync = () => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
    }
    syncBuiltinESMExports()
    const failure = await startScan(store.db).catch((error: unknown) => error)
    fs.fsyncSync = fsyncSync
    syncBuiltinESMExports()
    expect(String(failure)).toMatch(/The disk did not accept/)
    expect(databaseIsAway(failure)).toBe(true)
    await expect(store.ping()).rejects.toThrow(/The disk did not accept/)
    await store.close()

    const after = await openDatabase({ dataDir })
    expect(await findScanOf(after.db, kept, inBrowser(NOOR))).toMatchObject({ id: kept })
    await after.close()
  })

  test('leaves no transaction open for the next one', async () => {
    const { pool } = await openEmbedded(dataDir)
    const careless = await pool.connect()
    await careless.query('begin', [])
    await careless.query('create table left_behind (number int)', [])
    careless.release()
    const next = await pool.connect()
    await expect(next.query('select * from left_behind', [])).rejects.toMatchObject({ code: '42P01' })
    next.release()
    await pool.end()
  })

  test('cleans up its short name in the temporary folder', async () => {
    const own = mkdtempSync(join(tmpdir(), 'quickscan-tmp-'))
    const before = process.env.TMPDIR
    process.env.TMPDIR = own
    const store = await openDatabase({ dataDir })
    expect(statSync(own).nlink).toBe(2)
    await store.close()
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(own, { recursive: true })
  })
})
