import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import type { Instrument } from '#domain/instrument.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { fillWorld } from './benchmark-world.ts'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { BENCHMARK_GOALS } from './goals.ts'
import { memoryOf } from './memory.ts'
import { type BenchDatabase, createBenchDatabase } from './postgresql.ts'
import { type Program, startProgram } from './program.ts'

const SIZES = [1_000, 100_000, 1_000_000]
const ROUNDS = 200
const WARM_UP = 30

type World = { scans: number; instrument: string; database: BenchDatabase; server: Program }
type Release = { seconds: number; memory: number; meanwhile: number[] }

/**
 * Comparing with others in databases of a thousand to a million finished scans: what a release takes, how long pages
 * take meanwhile, and whether the pages of a comparison cost more when it is about more people.
 */
export async function measureBenchmarks(server: string): Promise<Figure[]> {
  const worlds: World[] = []
  const figures: Figure[] = []
  try {
    for (const scans of SIZES) {
      const world = await makeWorld(server, scans)
      worlds.push(world)
      const before = await pageTimes([world])
      figures.push(...releaseLines(world, await release(world), before[0] ?? []))
    }
    const times = await pageTimes(worlds)
    const medians = times.map((own) => percentile(own, 0.5))
    return [
      ...figures,
      ...worlds.map(
        ({ scans }, index): Figure => ({
          what: `PostgreSQL: page of a comparison, of ${scans} scans, median`,
          unit: 'ms',
          measured: medians[index] ?? 0,
          goal: { atMost: BENCHMARK_GOALS.page },
        }),
      ),
      {
        what: `PostgreSQL: page of a comparison, of ${SIZES.at(-1)} scans to one of ${SIZES[0]}`,
        unit: '',
        measured: (medians.at(-1) ?? 0) / (medians[0] ?? 1),
        goal: { atMost: BENCHMARK_GOALS.growth },
      },
    ]
  } finally {
    for (const { server: running, database } of worlds) {
      await running.stop()
      await database.remove()
    }
  }
}

function releaseLines({ scans }: World, { seconds, memory, meanwhile }: Release, before: number[]): Figure[] {
  const line = (what: string, unit: Figure['unit'], measured: number): Figure => ({
    what: `PostgreSQL: release of a comparison of ${scans} scans, ${what}`,
    unit,
    measured,
  })
  return [
    { ...line('with the start of the command', 's', seconds), goal: { atMost: BENCHMARK_GOALS.seconds } },
    { ...line('memory of the program', 'MB', memory), goal: { atMost: BENCHMARK_GOALS.memory } },
    {
      ...line('a page meanwhile, 95th percentile', 'ms', percentile(meanwhile, 0.95)),
      ceiling: percentile(before, 0.95),
    },
  ]
}

async function makeWorld(server: string, scans: number): Promise<World> {
  const database = await createBenchDatabase(server)
  const { db, close } = await openDatabase({ databaseUrl: database.url, dataDir: '' })
  await migrate(db, join(projectFolder, 'src/database/migrations'))
  const { current } = await loadInstruments(db, join(projectFolder, 'instruments'), new Date())
  await close()
  const instrument = current.find(({ kind }) => kind === 'levels') ?? (current[0] as Instrument)
  await fillWorld(database.url, instrument, scans)
  const running = await startProgram(['dist/main.mjs'], settingsOf(database))
  return { scans, instrument: instrument.id, database, server: running }
}

function settingsOf({ url }: BenchDatabase): Record<string, string> {
  return { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: url }
}

/** By the command, as a process of its own: so its memory is its own too. Pages are asked for meanwhile. */
async function release(world: World): Promise<Release> {
  const started = performance.now()
  const child = spawn(process.execPath, ['bin/quickscan.mjs', 'release-benchmark', world.instrument], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, ...settingsOf(world.database) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let memory = 0
  let isRunning = true
  void ended.then(() => {
    isRunning = false
  })
  const meanwhile: number[] = []
  while (isRunning) {
    memory = Math.max(memory, readMemory(child.pid))
    meanwhile.push(await timeOf(addressOf(world)))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  if ((await ended) !== 0) throw new Error(`nothing was released of ${world.scans} scans`)
  return { seconds: (performance.now() - started) / 1000, memory, meanwhile }
}

/** It may have ended just now. */
function readMemory(pid: number | undefined): number {
  try {
    return memoryOf(pid ?? 0).most || 0
  } catch {
    return 0
  }
}

/** In turns, so that what else the machine does is the same for all. */
async function pageTimes(worlds: World[]): Promise<number[][]> {
  const times: number[][] = worlds.map(() => [])
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [index, world] of worlds.entries()) {
      const time = await timeOf(addressOf(world))
      if (round >= WARM_UP) times[index]?.push(time)
    }
  }
  return times
}

function addressOf({ server, instrument }: World): string {
  return `${server.origin}/vergelijken/${instrument}`
}

async function timeOf(address: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
  return performance.now() - started
}
