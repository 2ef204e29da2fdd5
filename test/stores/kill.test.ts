import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DatabasePlace, openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { startChild } from './children/start-child.ts'
import { migrationsFolder } from './embedded-template.ts'
import { type PostgresqlServer, startPostgresql } from './postgresql-server.ts'
import { makeDatabase, makeEmbedded, onEachStore, postgresqlUrl, stores } from './stores.ts'

type Acknowledged = { scan: string; statement: string }
type Killing = { place: DatabasePlace; rounds: number; acknowledge?: 'too-early' }

const ROUNDS = 50
const CONTROL_ROUNDS = 6

onEachStore('killing the application in the middle of saves', (kind) => {
  let place: DatabasePlace
  let remove: () => Promise<void>
  beforeAll(async () => {
    const made =
      kind === 'embedded' ? await makeEmbedded() : await makeDatabase((await postgresqlUrl()) ?? '')
    ;({ place, remove } = made)
    const { db, close } = await openDatabase(place)
    await migrate(db, migrationsFolder)
    await close()
  }, 60_000)
  afterAll(() => remove())

  test(`loses nothing that was acknowledged, in ${ROUNDS} rounds`, { timeout: 300_000 }, async () => {
    const acknowledged = await killApplication({ place, rounds: ROUNDS })
    const lost = await countLost(place, acknowledged)
    report(`application killed ${ROUNDS} times, ${kind}`, acknowledged, lost)
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
    expect(lost).toBe(0)
  })

  test('control: acknowledging before the commit does lose', { timeout: 120_000 }, async () => {
    const acknowledged = await killApplication({ place, rounds: CONTROL_ROUNDS, acknowledge: 'too-early' })
    const lost = await countLost(place, acknowledged)
    report(`control, ${kind}`, acknowledged, lost)
    expect(lost).toBeGreaterThan(0)
  })
})

describe.skipIf(!stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable))(
  'killing the PostgreSQL server in the middle of saves',
  () => {
    test('loses nothing that was acknowledged, in 10 rounds', { timeout: 120_000 }, async () => {
      const { acknowledged, lost } = await killServer([], 10)
      expect(acknowledged.length).toBeGreaterThan(10)
      expect(lost).toBe(0)
    })

    test('control: commits that do not wait for the disk do lose', { timeout: 120_000 }, async () => {
      const lazy = ['-c', 'synchronous_commit=off', '-c', 'wal_writer_delay=10s']
      const { lost } = await killServer(lazy, 3)
      expect(lost).toBeGreaterThan(0)
    })
  },
)

/** Each round a real process saves until it is killed, on the files as the one before left them. */
async function killApplication({ place, rounds, acknowledge }: Killing): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  for (let round = 0; round < rounds; round += 1) {
    const child = startSaving(place, acknowledge)
    await child.says('saved s1\n')
    await wait(Math.random() * 400)
    child.kill()
    await child.ended
    acknowledged.push(...readAcknowledged(child.output()))
  }
  return acknowledged
}

async function killServer(settings: string[], rounds: number) {
  const server = await startPostgresql(settings)
  if (!server) throw new Error('PostgreSQL went missing')
  try {
    const { place } = await makeDatabase(server.url)
    const { db, close } = await openDatabase(place)
    await migrate(db, migrationsFolder)
    await close()
    const acknowledged: Acknowledged[] = []
    for (let round = 0; round < rounds; round += 1)
      acknowledged.push(...(await killServerOnce(server, place)))
    const lost = await countLost(place, acknowledged)
    report(
      `server killed ${rounds} times, ${settings.join(' ') || 'as it should be set'}`,
      acknowledged,
      lost,
    )
    return { acknowledged, lost }
  } finally {
    await server.stop()
  }
}

async function killServerOnce(server: PostgresqlServer, place: DatabasePlace): Promise<Acknowledged[]> {
  const child = startSaving(place)
  await child.says('saved s1\n')
  await wait(Math.random() * 400)
  await server.kill()
  await child.ended
  await server.start()
  return readAcknowledged(child.output())
}

function startSaving(place: DatabasePlace, acknowledge = 'after-commit') {
  return startChild('save-answers.ts', [place.databaseUrl ?? '', place.dataDir, acknowledge])
}

function readAcknowledged(output: string): Acknowledged[] {
  const scan = /^scan (\S+)$/m.exec(output)?.[1] ?? ''
  return [...output.matchAll(/^saved (\S+)$/gm)].map(([, statement = '']) => ({ scan, statement }))
}

async function countLost(place: DatabasePlace, acknowledged: Acknowledged[]): Promise<number> {
  const { db, close } = await openDatabase(place)
  const rows = await db.selectFrom('scanAnswers').select(['scanId', 'statement']).execute()
  await close()
  const stored = new Set(rows.map(({ scanId, statement }) => `${scanId} ${statement}`))
  return acknowledged.filter(({ scan, statement }) => !stored.has(`${scan} ${statement}`)).length
}

function report(what: string, acknowledged: Acknowledged[], lost: number): void {
  console.log(`${what}: ${acknowledged.length} acknowledged, ${lost} lost`)
}
