import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#src/project-folder.ts'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { SEARCH_GOAL } from './goals.ts'

const ROUNDS = 5
const WARM_UP = 10

/** Searching and the largest pages, one request at a time, as the browser waits for them. */
export async function measureReading(store: string, origin: string): Promise<Figure[]> {
  const questions = readFileSync(join(projectFolder, 'test/search/questions.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
  const searches = questions.map((question) => `/bibliotheek?${new URLSearchParams({ q: question })}`)
  const times = await timesOf(origin, searches)
  const largest = await largestPages(origin)
  return [
    {
      what: `${store}: search, median of ${questions.length} questions`,
      unit: 'ms',
      measured: percentile(times, 0.5),
      goal: { atMost: SEARCH_GOAL },
    },
    {
      what: `${store}: search, 95th percentile`,
      unit: 'ms',
      measured: percentile(times, 0.95),
      goal: { atMost: SEARCH_GOAL },
    },
    ...largest.flatMap(({ path, times: own, kilobytes }): Figure[] => [
      { what: `${store}: ${path}`, unit: 'ms', measured: percentile(own, 0.5) },
      { what: `${store}: ${path}, over the line`, unit: 'KB', measured: kilobytes },
    ]),
  ]
}

async function timesOf(origin: string, paths: string[]): Promise<number[]> {
  for (const path of paths.slice(0, WARM_UP)) await ask(origin + path)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of paths) {
      const started = performance.now()
      await ask(origin + path)
      times.push(performance.now() - started)
    }
  }
  return times
}

/** Every statement of an instrument with all its texts: nothing is longer. */
async function largestPages(origin: string) {
  const home = await (await fetch(`${origin}/meer-informatie`)).text()
  const paths = [...new Set(home.match(/\/instrumenten\/[a-z0-9-]+\/stellingen/g) ?? [])]
  const pages = []
  for (const path of paths) {
    const times = await timesOf(origin, [path])
    pages.push({ path, times, kilobytes: (await ask(origin + path)) / 1000 })
  }
  return pages
}

/** Gives the bytes as they were sent. */
async function ask(address: string): Promise<number> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
  const length = response.headers.get('content-length')
  const body = await response.arrayBuffer()
  return length ? Number(length) : body.byteLength
}
