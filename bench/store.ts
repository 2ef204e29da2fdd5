import { setTimeout as wait } from 'node:timers/promises'
import { type ConstantPages, measureConstantPages } from './constant-pages.ts'
import { addCosts, type Cost, type CrowdFigures, percentile, sendCrowd } from './crowd.ts'
import { planJourney } from './journey.ts'
import { type Memory, memoryOf } from './memory.ts'
import { type Meter, processMeter } from './processor-time.ts'
import { type Program, startProgram } from './program.ts'

export type StoreFigures = {
  firstStart: number
  nextStart: number
  idle: Memory
  afterLoad: Memory
  /** Of those who came right after the start, while the program was still being compiled. */
  firstCrowd: Cost
  crowd: CrowdFigures
  constantPages: ConstantPages
  commits: Cost
}

export type Store = {
  participants: number
  /** Settings for an empty store; each call gives another one. */
  makeEmpty(): Promise<Record<string, string>>
  /** Of a database that is a process of its own. */
  databaseMeter(): Meter | undefined
  /** The ceiling of saving, in the store that was made last. */
  measureCommits(): Promise<Cost>
  /** Something else to measure while the server runs. */
  whileRunning?(running: Running): Promise<void>
}

/** A server at work: where it listens, and on which database. */
export type Running = {
  origin: string
  pid: number
  databaseUrl: string | undefined
  databaseMeter: Meter | undefined
}

const STARTS = 3
const FIRST_CROWD = 200
const SETTLE = 2_000

/** Starts the product on the store, several times, and lets the last one work. */
export async function measureStore(store: Store): Promise<StoreFigures> {
  const firstStarts: number[] = []
  const nextStarts: number[] = []
  let settings: Record<string, string> = {}
  for (let round = 0; round < STARTS; round++) {
    settings = await store.makeEmpty()
    firstStarts.push(await timeStart(settings))
    nextStarts.push(await timeStart(settings))
  }
  const server = await startServer(settings)
  try {
    const worked = await putToWork(server, store, settings.DATABASE_URL)
    await server.stop()
    return {
      firstStart: percentile(firstStarts, 0.5),
      nextStart: percentile(nextStarts, 0.5),
      ...worked,
      constantPages: await measureConstantPages(worked.crowd.exchanges),
      commits: await store.measureCommits(),
    }
  } finally {
    await server.stop()
  }
}

async function putToWork(
  server: Program,
  store: Store,
  databaseUrl: string | undefined,
): Promise<Pick<StoreFigures, 'idle' | 'afterLoad' | 'firstCrowd' | 'crowd'>> {
  await wait(SETTLE)
  const idle = memoryOf(server.pid)
  const meters = { app: processMeter(server.pid), database: store.databaseMeter() }
  const { parts } = planJourney()
  const first = await sendCrowd(server.origin, parts, FIRST_CROWD, meters)
  const crowd = await sendCrowd(server.origin, parts, store.participants, meters)
  const afterLoad = memoryOf(server.pid)
  await store.whileRunning?.({
    origin: server.origin,
    pid: server.pid,
    databaseUrl,
    databaseMeter: meters.database,
  })
  return { idle, afterLoad, firstCrowd: addCosts(first.parts), crowd }
}

async function timeStart(settings: Record<string, string>): Promise<number> {
  const server = await startServer(settings)
  await server.stop()
  return server.secondsToStart
}

function startServer(settings: Record<string, string>): Promise<Program> {
  return startProgram(['dist/main.mjs'], { HOST: '127.0.0.1', PORT: '0', ...settings })
}
