import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { DOCUMENT_GOALS } from './goals.ts'
import { memoryOf } from './memory.ts'
import { childrenOf, familyMeter } from './processor-time.ts'
import { type Reporter, reporters } from './reporters.ts'
import type { Running } from './store.ts'

const ONE_BY_ONE = 20
const AT_ONCE = 20
const FOR_MEMORY = 200
const PAGES = 300
/** Longer than the process that typesets stays without work. */
const UNTIL_IT_STOPS = 65_000

/** What a report costs, whether pages wait for reports, and whether they leave memory behind. */
export async function measureDocuments(store: string, running: Running): Promise<Figure[]> {
  const { origin, pid, databaseMeter } = running
  const before = memoryOfFamily(pid)
  const people = await reporters(origin, ONE_BY_ONE + AT_ONCE + 1)
  const [writer, ...others] = people
  if (!writer) throw new Error('there is nobody')
  await writer.report()

  const app = familyMeter(pid)
  const used = () => app() + (databaseMeter?.() ?? 0)
  const start = used()
  const sizes: number[] = []
  for (const person of others.slice(0, ONE_BY_ONE)) sizes.push(await person.report())
  const each = (used() - start) / ONE_BY_ONE

  const alone = await pageTimes(writer, (count) => count < PAGES)
  const crowd = await reportsAtOnce(writer, others.slice(ONE_BY_ONE))
  const memory = await memoryOver(writer, pid)
  await wait(UNTIL_IT_STOPS)
  const p95 = (times: number[]) => percentile(times, 0.95)
  return [
    {
      what: `${store}: CPU of a report of ${Math.round(percentile(sizes, 0.5) / 1000)} KB`,
      unit: 's',
      measured: each / 1000,
      goal: { atMost: DOCUMENT_GOALS.seconds },
    },
    {
      what: `${store}: ${AT_ONCE} reports at once, until the last is there`,
      unit: 's',
      measured: crowd.seconds,
    },
    { what: `${store}: a page meanwhile, median`, unit: 'ms', measured: percentile(crowd.pages, 0.5) },
    {
      what: `${store}: a page meanwhile, 95th percentile (of ${crowd.pages.length})`,
      unit: 'ms',
      measured: p95(crowd.pages),
      goal: { atMost: DOCUMENT_GOALS.slowdown * p95(alone) },
      ceiling: p95(alone),
    },
    { what: `${store}: memory before reports`, unit: 'MB', measured: before },
    { what: `${store}: memory after ${FOR_MEMORY / 2} reports`, unit: 'MB', measured: memory.half },
    {
      what: `${store}: memory after ${FOR_MEMORY} reports`,
      unit: 'MB',
      measured: memory.whole,
      goal: { atMost: memory.half * DOCUMENT_GOALS.growth },
      ceiling: memory.half,
    },
    { what: `${store}: memory after a minute without`, unit: 'MB', measured: memoryOfFamily(pid) },
  ]
}

async function reportsAtOnce(reader: Reporter, people: Reporter[]) {
  let isOver = false
  const started = performance.now()
  const reports = Promise.all(people.map((person) => person.report())).then(() => {
    isOver = true
    return (performance.now() - started) / 1000
  })
  const pages = await pageTimes(reader, () => !isOver)
  return { pages, seconds: await reports }
}

/** One page after the other, as one browser waits for them. */
async function pageTimes(reader: Reporter, goesOn: (count: number) => boolean): Promise<number[]> {
  const times: number[] = []
  while (goesOn(times.length)) {
    const started = performance.now()
    await reader.readPage()
    times.push(performance.now() - started)
  }
  return times
}

/** Of the program and the process that typesets together, in megabytes. */
function memoryOfFamily(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + memoryOf(one).now, 0)
}

/** The same report with another note each time, so that every one is made anew. */
async function memoryOver(writer: Reporter, pid: number): Promise<{ half: number; whole: number }> {
  const write = async (count: number) => {
    for (let number = 0; number < count; number += 1) await writer.reportAnew(number)
    return memoryOfFamily(pid)
  }
  return { half: await write(FOR_MEMORY / 2), whole: await write(FOR_MEMORY / 2) }
}
