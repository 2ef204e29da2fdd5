import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { migrationsFolder } from './embedded-template.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('migrations', (kind) => {
  let store: TestDatabase
  let folder: string
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    folder = mkdtempSync(join(tmpdir(), 'quickscan-migrations-'))
    cpSync(migrationsFolder, folder, { recursive: true })
  }, 60_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await store.close()
  })

  const names = async () =>
    (await store.db.selectFrom('migrations').select('name').orderBy('name').execute()).map(({ name }) => name)
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

  test('what was applied is not applied again', async () => {
    expect(await migrate(store.db, folder)).toEqual([])
  })

  test('new files are applied in order of name, several statements in each', async () => {
    write('9002-second.sql', 'insert into sample values (2); insert into sample values (3);')
    write('9001-first.sql', "-- een opmerking; met 'teken\ncreate table sample (number int8);")
    expect(await migrate(store.db, folder)).toEqual(['9001-first.sql', '9002-second.sql'])
    const { rows } = await sql`select number from sample order by number`.execute(store.db)
    expect(rows).toEqual([{ number: 2 }, { number: 3 }])
  })

  test('a migration that fails leaves nothing behind and is tried again', async () => {
    write('9003-third.sql', 'create table half (number int); insert into nothing_there values (1);')
    await expect(migrate(store.db, folder)).rejects.toMatchObject({ code: '42P01' })
    expect(await names()).not.toContain('9003-third.sql')
    await expect(sql`select * from half`.execute(store.db)).rejects.toMatchObject({ code: '42P01' })
    write('9003-third.sql', 'create table half (number int);')
    expect(await migrate(store.db, folder)).toEqual(['9003-third.sql'])
  })

  test('a file that changed after it was applied is refused, by name', async () => {
    write('9003-third.sql', 'create table half (number int, more int);')
    await expect(migrate(store.db, folder)).rejects.toThrow(/9003-third\.sql has changed after/)
    write('9003-third.sql', 'create table half (number int);')
  })

  test('other ends of lines are not a change', async () => {
    const path = join(folder, '0001-scans.sql')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
    expect(await migrate(store.db, folder)).toEqual([])
  })

  test('a file that turns up before what was applied is refused', async () => {
    write('9000-late.sql', 'select 1;')
    await expect(migrate(store.db, folder)).rejects.toThrow(/9000-late\.sql comes before 9003-third\.sql/)
    rmSync(join(folder, '9000-late.sql'))
  })

  test('a database that is ahead of the program is left alone', async () => {
    expect(await migrate(store.db, migrationsFolder)).toEqual([])
    expect(await names()).toContain('9003-third.sql')
  })

  test('a folder without migrations is refused', async () => {
    await expect(migrate(store.db, tmpdir())).rejects.toThrow(/no migrations/)
  })

  test.runIf(kind === 'postgresql')('nodes that start together apply each migration once', async () => {
    write('9004-slow.sql', 'select pg_sleep(0.3); create table slow (number int);')
    const nodes: OpenDatabase[] = await Promise.all([1, 2, 3].map(() => openDatabase(store.place)))
    const applied = await Promise.all(nodes.map(({ db }) => migrate(db, folder)))
    expect(applied.flat()).toEqual(['9004-slow.sql'])
    await Promise.all(nodes.map((node) => node.close()))
  })

  test.runIf(kind === 'postgresql')(
    'a migration may take longer than a query may',
    { timeout: 20_000 },
    async () => {
      write('9005-slower.sql', 'select pg_sleep(8);')
      expect(await migrate(store.db, folder)).toContain('9005-slower.sql')
    },
  )
})
