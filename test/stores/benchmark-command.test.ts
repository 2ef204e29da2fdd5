import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type DatabasePlace, type OpenDatabase, openDatabase } from '#database/connect.ts'
import type { Instrument } from '#domain/instrument.ts'
import { releaseBenchmarkCommand } from '#src/commands/release-benchmark.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { addPeople } from './benchmark-people.ts'
import { makeDatabase, makeEmbedded, onEachStore, postgresqlUrl } from './stores.ts'

const DAY = 24 * 60 * 60 * 1000

onEachStore('the command release-benchmark', (kind) => {
  let made: { place: DatabasePlace; remove(): Promise<void> }
  beforeAll(async () => {
    const server = await postgresqlUrl()
    made = kind === 'embedded' ? await makeEmbedded() : await makeDatabase(server ?? '')
  }, 60_000)
  afterAll(() => made.remove())

  async function releaseBenchmark(...rest: string[]): Promise<{ status: number; output: string }> {
    const lines: string[] = []
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
    for (const spy of said) spy.mockImplementation((line: string) => void lines.push(line))
    vi.stubEnv('DATABASE_URL', made.place.databaseUrl ?? '')
    vi.stubEnv('DATA_DIR', made.place.dataDir)
    const status = await releaseBenchmarkCommand.run(rest)
    for (const spy of said) spy.mockRestore()
    vi.unstubAllEnvs()
    return { status, output: lines.join('\n') }
  }

  /** The embedded store is for one process, and one that has it open: so it is closed before each command. */
  async function whileOpen<Result>(work: (store: OpenDatabase) => Promise<Result>): Promise<Result> {
    const store = await openDatabase(made.place)
    return work(store).finally(() => store.close())
  }

  test('says when it is called in another way', async () => {
    expect(await releaseBenchmark('--alles')).toEqual({ status: 2, output: 'unknown option: --alles' })
  })

  test('releases, or says in words why not', async () => {
    const unknown = await releaseBenchmark('bestaat-niet')
    expect(unknown.status).toBe(2)
    expect(unknown.output).toContain('there is no instrument bestaat-niet; there are ')

    const instrument = await whileOpen(async ({ db }): Promise<Instrument> => {
      const { current } = await loadInstruments(db, join(projectFolder, 'instruments'), new Date())
      const [first] = current
      if (!first) throw new Error('there is no instrument')
      return first
    })
    const before = await releaseBenchmark(instrument.id)
    expect(before.status).toBe(1)
    expect(before.output).toContain('nothing was released: there have to be at least 10 people')

    const finishedAt = new Date(Date.now() - 40 * DAY)
    await whileOpen(({ db }) => addPeople(db, instrument, 12, { finishedAt }))
    const name = `${instrument.id} ${instrument.version}`
    expect(await releaseBenchmark(instrument.id)).toEqual({
      status: 0,
      output: `${name}: released, number 1`,
    })

    const again = await releaseBenchmark()
    expect(again.status).toBe(1)
    expect(again.output).toContain(`${name}: nothing was released: since the last time at least 10 people`)
  })
})
