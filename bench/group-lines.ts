import { openDatabase } from '#database/connect.ts'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { GROUP_GOALS } from './goals.ts'
import { type BenchGroup, closeRound, makeGroup } from './group.ts'
import type { Running } from './store.ts'

const SIZES = [5, 50, 5_000]
const PAGES = 50
const WARM_UP = 20

/** What a group costs, by how many people are in it: its page, closing a round, and what was told. */
export async function measureGroups(store: string, { origin, databaseUrl }: Running): Promise<Figure[]> {
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  try {
    const figures: Figure[] = []
    const results: number[] = []
    for (const size of SIZES) {
      const group = await makeGroup(database.db, size)
      const page = await pageTimes(origin, group, group.path)
      const seconds = await closeRound(origin, group)
      const result = await pageTimes(origin, group, `${group.path}/rondes/1`)
      results.push(percentile(result, 0.5))
      const line = (what: string, unit: Figure['unit'], measured: number): Figure => ({
        what: `${store}: group of ${size}, ${what}`,
        unit,
        measured,
      })
      figures.push(
        line('its page, median', 'ms', percentile(page, 0.5)),
        { ...line('closing the round', 's', seconds), goal: { atMost: GROUP_GOALS.closingSeconds } },
        line('the result, median', 'ms', percentile(result, 0.5)),
      )
    }
    figures.push({
      // Of five people less is told, so their page is shorter.
      what: `${store}: the result of a group of ${SIZES.at(-1)}, to one of ${SIZES.at(-2)}`,
      unit: '',
      measured: (results.at(-1) ?? 0) / (results.at(-2) ?? 1),
      goal: { atMost: GROUP_GOALS.slowdown },
    })
    return figures
  } finally {
    await database.close()
  }
}

/** Milliseconds for each time, one after the other. */
async function pageTimes(origin: string, { cookie }: BenchGroup, path: string): Promise<number[]> {
  const times: number[] = []
  for (let number = -WARM_UP; number < PAGES; number += 1) {
    const started = performance.now()
    const response = await fetch(origin + path, { headers: { cookie } })
    await response.text()
    if (number >= 0) times.push(performance.now() - started)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  }
  return times
}
